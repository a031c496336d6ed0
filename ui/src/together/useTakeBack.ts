import { useNavigate } from '@tanstack/react-router'
import type { Entry } from '../api/names'
import { Refusal, Unreachable } from '../api/refusal'
import { usePeople, useProjectId } from '../app/project'
import { useUndoEntry } from '../data/journal'
import { useNames } from '../journal/useNames'
import { toast, toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { placeOf, toldOf } from './told'

/** Says why something can't be taken back: who did what since, with the way to it. */
export function useWhyNot(): (error: unknown) => void {
  const project = useProjectId()
  const names = useNames()
  const { name } = usePeople()
  const navigate = useNavigate()
  return (error) => {
    const entry = error instanceof Refusal ? (error.current as Entry | undefined) : undefined
    if (error instanceof Unreachable) return toast(m.together_cantUndoNow())
    if (!(error instanceof Refusal) || !entry?.changes) return toastError(error)
    const { actor, seq } = entry
    toast(m.together_inTheWay({ why: error.message, who: name(actor), what: toldOf(entry, names) }), {
      label: m.together_show(),
      run: () => void navigate({ to: '/p/$project/journal', params: { project }, search: { at: seq } }),
    })
  }
}

/** Says what was taken back or done again, with the way to its place; nothing moves by itself. */
export function useSayStep(): (text: string, entry?: Entry) => void {
  const project = useProjectId()
  const navigate = useNavigate()
  return (text, entry) => {
    const place = entry && placeOf(entry)
    if (!place) return toast(text)
    const { source, ...search } = place
    const run = () => void navigate({ to: '/p/$project/sources/$source', params: { project, source }, search })
    toast(text, { label: m.together_show(), run })
  }
}

/** Takes one entry back, and says so, or why not. */
export function useTakeBack(): { takeBack: (seq: number, what?: string) => void; isBusy: boolean } {
  const undo = useUndoEntry(useProjectId())
  const whyNot = useWhyNot()
  const say = useSayStep()
  const takeBack = (seq: number, what?: string) =>
    undo.mutate(seq, {
      onSuccess: (entry) => say(what ? m.together_undid({ what }) : m.together_undone(), entry),
      onError: whyNot,
    })
  return { takeBack, isBusy: undo.isPending }
}
