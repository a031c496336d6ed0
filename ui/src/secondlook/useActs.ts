import { useQueryClient } from '@tanstack/react-query'
import type { Code, Excerpt } from '../api/names'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import type { CodingChange } from '../data/gesture'
import { outdatedCodings } from '../data/secondLook'
import { useChangeCodings } from '../data/useOutbox'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** What can be done about codings that wait for a second look, one or many as one action. They leave the list at once. */
export function useActs(code: Code) {
  const project = useProjectId()
  const cache = useQueryClient()
  const change = useChangeCodings(project)
  const undoToast = useUndoToast()
  const { queryKey } = outdatedCodings(project, code.id)
  const act = (some: readonly Excerpt[], told: string, batch: Omit<Batch, 'do'>) => {
    const gone = new Set(some.map(({ coding }) => coding))
    cache.setQueryData(queryKey, (list) => list?.filter(({ coding }) => !gone.has(coding)))
    change({ told, change: { do: 'batch', ...batch } })
      .then(({ seq }) => undoToast(told, seq), toastError)
      .finally(() => cache.invalidateQueries({ queryKey }))
  }
  const ids = (some: readonly Excerpt[]) => some.map(({ coding }) => coding)
  return {
    keep: (some: readonly Excerpt[]) => act(some, m.secondlook_kept({ n: some.length }), { check: ids(some) }),
    remove: (some: readonly Excerpt[]) => act(some, m.secondlook_removed({ n: some.length }), { remove: ids(some) }),
    recode: (some: readonly Excerpt[], into: Code) =>
      act(some, m.secondlook_recoded({ n: some.length, code: into.name }), {
        change: ids(some).map((coding) => ({ coding, code: into.id })),
      }),
  }
}

type Batch = Extract<CodingChange, { do: 'batch' }>
