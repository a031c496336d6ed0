import type { CodeSet } from '../api/names'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeCodeSet } from '../data/codeSets'
import { toastError } from '../kit/toasts'
import { currentOf } from '../kit/versions'
import { m } from '../paraglide/messages'

/** Puts codes into a set, beside those that are in it by now. */
export function useAddToSet() {
  const { mutateAsync } = useChangeCodeSet(useProjectId())
  const undoToast = useUndoToast()
  return (set: CodeSet, ids: readonly string[]) => {
    const add = (seen: CodeSet) => mutateAsync({ seen, codes: [...new Set([...seen.codes, ...ids])] })
    const again = (error: unknown) => {
      const now = currentOf<CodeSet>(error)
      if (!now) throw error
      return add(now)
    }
    add(set)
      .catch(again)
      .then(({ seq }) => undoToast(m.codesets_changed({ name: set.name }), seq), toastError)
  }
}
