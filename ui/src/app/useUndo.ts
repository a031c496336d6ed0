import type { Entry } from '../api/names'
import { useHandlers } from '../commands/registry'
import { useStep, useUndoEntry } from '../data/journal'
import { tell } from '../journal/sentences'
import { wordsOf } from '../journal/text'
import { useNames } from '../journal/useNames'
import { announce } from '../kit/announce'
import { toast, toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { useProjectId } from './project'

/** Undo and redo, from anywhere in a project. */
export function useUndo(): void {
  const project = useProjectId()
  const names = useNames()
  const undo = useStep(project, 'undo')
  const redo = useStep(project, 'redo')
  const say = (entry: Entry) => {
    const [told] = tell([entry], names)
    const text = told ? wordsOf(told.parts) : ''
    announce(text.charAt(0).toUpperCase() + text.slice(1))
  }
  useHandlers({
    'edit.undo': () => undo.mutate(undefined, { onSuccess: say, onError: toastError }),
    'edit.redo': () => redo.mutate(undefined, { onSuccess: say, onError: toastError }),
  })
}

/** Says what was done, with a button that takes exactly that back. */
export function useUndoToast(): (text: string, seq: number) => void {
  const undo = useUndoEntry(useProjectId())
  return (text, seq) =>
    toast(
      text,
      seq
        ? {
            label: m.kit_undo(),
            run: () => undo.mutate(seq, { onSuccess: () => announce(m.kit_undone()), onError: toastError }),
          }
        : undefined,
    )
}
