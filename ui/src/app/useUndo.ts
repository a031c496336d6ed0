import { useEffect } from 'react'
import { useHandlers } from '../commands/registry'
import { setSaying } from '../commands/sayings'
import { useStep } from '../data/journal'
import { useOutbox } from '../data/useOutbox'
import { type Action, toast } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { useSteps } from '../together/useSteps'
import { useSayStep, useTakeBack, useWhyNot } from '../together/useTakeBack'
import { useMay, useProjectId } from './project'

/** Undo and redo, from anywhere in a project: first of what waits on this computer, then of what the server has. */
export function useUndo(): void {
  const project = useProjectId()
  const may = useMay().code
  const box = useOutbox(project)
  const next = useSteps()
  const undo = useStep(project, 'undo')
  const redo = useStep(project, 'redo')
  const say = useSayStep()
  const whyNot = useWhyNot()
  const takeBack = () => {
    const kept = box.takeBack()
    if (kept) return toast(m.together_undid({ what: kept.told }))
    const what = next.undo
    undo.mutate(undefined, {
      onSuccess: (entry) => {
        box.tookBackThere()
        say(what ? m.together_undid({ what }) : m.together_undone(), entry)
      },
      onError: whyNot,
    })
  }
  const doAgain = () => {
    const kept = box.doAgain()
    if (kept) return toast(m.together_redid({ what: kept.told }))
    const what = next.redo
    redo.mutate(undefined, {
      onSuccess: (entry) => say(what ? m.together_redid({ what }) : m.together_redone(), entry),
      onError: whyNot,
    })
  }
  useHandlers(may ? { 'edit.undo': takeBack, 'edit.redo': doAgain } : {})
  useEffect(() => {
    setSaying('edit.undo', next.undo && m.together_undo({ what: next.undo }))
    setSaying('edit.redo', next.redo && m.together_redo({ what: next.redo }))
  }, [next.undo, next.redo])
}

/** Says what was done, with a button that takes exactly that back, and perhaps a way on. */
export function useUndoToast(): (text: string, seq: number, on?: Action) => void {
  const { takeBack } = useTakeBack()
  return (text, seq, on) =>
    toast(text, seq ? { label: m.together_undoShort(), run: () => takeBack(seq, text) } : undefined, on)
}
