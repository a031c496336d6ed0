import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RowCoding } from '../api/names'
import { useCodebook, useMay, usePeople, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import type { CodingChange } from '../data/gesture'
import { keys } from '../data/keys'
import { useChangeCodings } from '../data/useOutbox'
import { announce } from '../kit/announce'
import { toast, toastError } from '../kit/toasts'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { keepRecent } from '../settings/preferences'

/** What is being asked about some rows. */
export type Asking = { what: 'code' | 'recode' | 'memo'; codings: readonly RowCoding[] } | null

export type RowActs = ReturnType<typeof useRowActs>

type Batch = Omit<Extract<CodingChange, { do: 'batch' }>, 'do'>

/** What can be done with rows of a list, one or many at a time: each is one action and one undo. */
export function useRowActs() {
  const project = useProjectId()
  const { me } = usePeople()
  const may = useMay()
  const book = useCodebook()
  const cache = useQueryClient()
  const change = useChangeCodings(project)
  const undoable = useUndoToast()
  const [asking, ask] = useState<Asking>(null)
  const called = (code: string) => book.get(code)?.name ?? m.excerpts_gone()

  async function send(batch: Batch, told: string): Promise<void> {
    try {
      const { seq } = await change({ told, change: { do: 'batch', ...batch } })
      announce(told)
      undoable(told, seq)
    } catch (error) {
      toastError(error)
    }
    await cache.invalidateQueries({ queryKey: keys.excerpts(project) })
  }

  /** Does it with those that one may change, and says how many one may not. */
  async function onMine(
    codings: readonly RowCoding[],
    batch: (ids: string[]) => Batch,
    told: (codings: string) => string,
  ): Promise<void> {
    const mine = codings.filter(({ coder }) => coder === me || may.manage)
    const left = codings.length - mine.length
    if (!mine.length) return toast(m.excerpts_noneYours())
    const done = told(count(mine.length, 'coding'))
    const theirs = left ? m.excerpts_notYours({ codings: count(left, 'coding') }) : ''
    await send(batch(mine.map(({ id }) => id)), theirs ? `${done}. ${theirs}` : done)
  }

  const code = async (codings: readonly RowCoding[], id: string) => {
    const places = new Map(
      codings.map(({ source, start, end }) => [`${source} ${start}-${end}`, { source, start, end }]),
    )
    const add = [...places.values()].map((place) => ({ ...place, code: id }))
    keepRecent(project, id)
    await send({ add }, m.excerpts_coded({ passages: count(add.length, 'passage'), code: called(id) }))
  }
  return {
    may: may.code,
    asking,
    ask,
    code,
    recode: (codings: readonly RowCoding[], to: string) =>
      onMine(
        codings,
        (ids) => ({ change: ids.map((coding) => ({ coding, code: to })) }),
        (n) => m.excerpts_recoded({ codings: n, code: called(to) }),
      ),
    remove: (codings: readonly RowCoding[]) =>
      onMine(
        codings,
        (remove) => ({ remove }),
        (n) => m.excerpts_removed({ codings: n }),
      ),
    check: (codings: readonly RowCoding[]) =>
      onMine(
        codings,
        (check) => ({ check }),
        (n) => m.excerpts_checked({ codings: n }),
      ),
  }
}
