import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Code } from '../api/names'
import { useCodebook, useMay, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeCode, useRemoveCode } from '../data/codes'
import { announce } from '../kit/announce'
import { toastError } from '../kit/toasts'
import { count } from '../kit/words'
import { type Direction, placeOf } from './moves'

/** A box that is open over the page. */
export type Asking = { what: 'new'; under: string } | { what: 'merge' | 'delete'; code: Code } | null

const told: Record<Direction, string> = { up: 'moved up', down: 'moved down', in: 'moved in', out: 'moved out' }

/** What can be done with codes, from a row, its menu, the panel and the keyboard. */
export function useCodeActions() {
  const project = useProjectId()
  const book = useCodebook()
  const may = useMay().change
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Asking>(null)
  const change = useChangeCode(project)
  const remove = useRemoveCode(project)
  const undoToast = useUndoToast()
  const select = (code: string | undefined) =>
    void navigate({ from: '/p/$project/codes', to: '.', search: { code }, replace: true, resetScroll: false })
  const move = (code: Code, direction: Direction) => {
    const place = placeOf(book, code, direction)
    if (!may || !place || change.isPending) return
    change.mutate(
      { seen: code, ...place },
      { onSuccess: () => announce(`${code.name} ${told[direction]}`), onError: toastError },
    )
  }
  const removeNow = (code: Code) =>
    remove.mutate(code.id, {
      onSuccess: ({ seq }) =>
        undoToast(code.all ? `Deleted “${code.name}” and ${count(code.all, 'coding')}` : `Deleted “${code.name}”`, seq),
      onError: toastError,
    })
  const askRemove = (code: Code) =>
    code.all || book.children(code.id).length ? setAsking({ what: 'delete', code }) : removeNow(code)
  return { book, may, asking, setAsking, select, move, askRemove, removeNow, undoToast }
}

export type CodeActions = ReturnType<typeof useCodeActions>
