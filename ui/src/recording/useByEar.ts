import { useMemo, useState } from 'react'
import type { Turn } from '../api/names'
import { useMe } from '../app/project'
import { useUndoEntry } from '../data/journal'
import { useSetTimes } from '../data/recordings'
import { announce } from '../kit/announce'
import { readDraft, writeDraft } from '../kit/drafts'
import { clock } from '../kit/time'
import { toast, toastError } from '../kit/toasts'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { canBegin, type Draft, type Press, timesOf, withPresses } from './byEar'

interface About {
  project: string
  source: { id: string; revision: number }
  turns: readonly Turn[]
  /** Where the recording is, in ms. */
  ms: () => number
  /** The turn that has the focus. */
  current: () => number
}

export type ByEar = ReturnType<typeof useByEar>

/** Times by ear: one key sets the time of the next turn. What was pressed is kept in this browser until it is saved. */
export function useByEar({ project, source, turns, ms, current }: About) {
  const me = useMe().id
  const key = `times.${source.id}`
  const [draft, setDraft] = useState<Draft>(() => {
    const left = readDraft<Draft>(me, key)
    return left?.revision === source.revision ? left : { revision: source.revision, presses: [] }
  })
  const [next, setNext] = useState<number | null>(null)
  const save = useSetTimes(project, source.id)
  const undo = useUndoEntry(project)
  const { presses } = draft
  const now = useMemo(() => withPresses(turns, presses), [turns, presses])
  const keep = (presses: readonly Press[]) => {
    const draft = { revision: source.revision, presses }
    setDraft(draft)
    writeDraft(me, key, presses.length ? draft : null)
  }
  const called = (turn: number) => m.recording_turn({ n: figure(turn + 1), who: turns[turn]?.speaker ?? '' })

  const press = () => {
    if (next === null || next >= turns.length) return
    const at = ms()
    if (!canBegin(now, next, at)) return announce(m.recording_before({ turn: called(next) }))
    keep([...presses.filter(({ turn }) => turn !== next), { turn: next, ms: at }])
    setNext(next + 1)
    announce(m.recording_set({ turn: called(next), time: clock(at) }))
  }
  const takeBack = () => {
    const last = presses.at(-1)
    if (!last) return
    keep(presses.slice(0, -1))
    setNext(last.turn)
    announce(m.recording_tookBack({ turn: called(last.turn) }))
  }
  const stop = () => {
    setNext(null)
    if (!presses.length || save.isPending) return
    save.mutate(
      { revision: source.revision, times: timesOf(turns, presses) },
      {
        onSuccess: ({ seq }) => {
          keep([])
          const label = { label: m.kit_undo(), run: () => undo.mutate(seq, { onError: toastError }) }
          toast(m.recording_saved({ turns: count(presses.length, 'turn') }), label)
        },
        onError: toastError,
      },
    )
  }
  return {
    next,
    nextCalled: next === null || next >= turns.length ? '' : called(next),
    presses,
    now,
    saving: save.isPending,
    press,
    takeBack,
    stop,
    discard: () => keep([]),
    toggle() {
      if (next !== null) return stop()
      const last = presses.at(-1)
      const begin = last ? last.turn + 1 : current()
      setNext(begin)
      announce(m.recording_earOn({ turn: called(begin) }))
    },
  }
}
