import { useQueryClient } from '@tanstack/react-query'
import type { Answer, Answers } from '../../api/names'
import { useCodebook, useMay, usePeople, useProjectId } from '../../app/project'
import { useUndoToast } from '../../app/useUndo'
import type { CodingChange } from '../../data/gesture'
import { keys } from '../../data/keys'
import { useChangeCodings } from '../../data/useOutbox'
import { toast, toastError } from '../../kit/toasts'
import { m } from '../../paraglide/messages'
import { keepRecent } from '../../settings/preferences'
import { type Drawn, drawn } from './drawn'

type Batch = Omit<Extract<CodingChange, { do: 'batch' }>, 'do'>

export type AnswerActs = ReturnType<typeof useAnswerActs>

/** The most codings that are made or removed as one action; the server takes no more. */
const MOST = 5000

/** Codes answers and takes codes off, one or many as one action and one undo; shown at once. */
export function useAnswerActs(source: string, revision?: number) {
  const project = useProjectId()
  const { me } = usePeople()
  const may = useMay()
  const book = useCodebook()
  const cache = useQueryClient()
  const change = useChangeCodings(project)
  const undoable = useUndoToast()
  const called = (code: string) => book.get(code)?.name ?? m.surveys_goneCode()

  async function send(parts: readonly Batch[], told: string, now: Drawn): Promise<void> {
    cache.setQueriesData<Answers>({ queryKey: keys.answers(project) }, (list) => list && drawn(list, now))
    try {
      for (const batch of parts) {
        const { seq } = await change({ told, change: { do: 'batch', ...batch } })
        undoable(told, seq)
      }
    } catch (error) {
      toastError(error)
    }
    await cache.invalidateQueries({ queryKey: keys.answers(project) })
  }

  const code = (answers: readonly Answer[], id: string) => {
    const fresh = answers.filter(({ codes }) => !codes.some((one) => one.code === id && one.coder === me))
    keepRecent(project, id)
    const told = m.surveys_coded({ n: fresh.length, code: called(id) })
    if (!fresh.length) return toast(told)
    const add = fresh.map(({ start, end }) => ({ source, start, end, code: id, ...(revision && { revision }) }))
    const coder = me
    const now: Drawn = { add: new Map(fresh.map(({ response }) => [response, { coding: '', code: id, coder }])) }
    void send(
      partsOf(add).map((some) => ({ add: some })),
      told,
      now,
    )
  }

  /** Takes off what one may: one's own codes, a lead everyone's. */
  const uncode = (codes: readonly Answer['codes'][number][]) => {
    const mine = codes.filter(({ coding, coder }) => coding && (coder === me || may.manage))
    if (!mine.length) return toast(codes.length ? m.surveys_noneYours() : m.surveys_noCodes())
    const ids = mine.map(({ coding }) => coding)
    void send(
      partsOf(ids).map((remove) => ({ remove })),
      m.surveys_uncoded({ n: ids.length }),
      { remove: new Set(ids) },
    )
  }
  return {
    may: may.code,
    code,
    uncode,
    remove: (answers: readonly Answer[]) => uncode(answers.flatMap((one) => one.codes)),
  }
}

const partsOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / MOST) }, (_, i) => all.slice(i * MOST, (i + 1) * MOST))
