import { useQueryClient } from '@tanstack/react-query'
import type { Excerpt } from '../api/names'
import { useCodebook, useMay, usePeople, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { allOf } from '../data/excerpts'
import { useChangeCodings } from '../data/useOutbox'
import { toast, toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { recoded } from './rows'

/** Gives passages to a code: the code of their codings is replaced, which keeps time and memo. One gesture, one undo. */
export type Assign = (rows: readonly Excerpt[], to: string) => void

export function useAssign(code: string, onDone: () => void): Assign {
  const project = useProjectId()
  const book = useCodebook()
  const { me } = usePeople()
  const { manage } = useMay()
  const cache = useQueryClient()
  const change = useChangeCodings(project)
  const undoToast = useUndoToast()
  const { queryKey } = allOf(project, code)
  const give = (codings: readonly string[], to: string) => {
    const say = to === code ? m.split_tookBack : m.split_gave
    const told = say({ n: codings.length, code: book.get(to)?.name ?? '' })
    cache.setQueryData(queryKey, (list) => list && recoded(list, codings, to))
    change({ told, change: { do: 'batch', change: codings.map((coding) => ({ coding, code: to })) } }).then(
      ({ seq }) => undoToast(told, seq),
      (error) => {
        toastError(error)
        void cache.invalidateQueries({ queryKey })
      },
    )
  }
  return (rows, to) => {
    const able = rows.filter(({ coder }) => manage || coder === me)
    const moving = able.filter((row) => row.code !== to).map(({ coding }) => coding)
    if (rows.length && !able.length) toast(m.split_foreign())
    if (!moving.length) return
    give(moving, to)
    onDone()
  }
}
