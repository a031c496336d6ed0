import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import { useUndoToast } from '../app/useUndo'
import { useHandlers } from '../commands/registry'
import { bookmarks, useAddBookmark, useRemoveBookmark } from '../data/bookmarks'
import { announce } from '../kit/announce'
import { toastError } from '../kit/toasts'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { bookmarkAfter, bookmarkIn } from './bookmarks'
import type { Desk } from './desk'

/** My bookmarks in the text: shown, set and taken away by a key, gone to by another. */
export function useBookmarks({ project, source, surface, content }: Desk): void {
  const { data } = useQuery(bookmarks(project, source.id))
  const add = useAddBookmark(project)
  const remove = useRemoveBookmark(project)
  const undoable = useUndoToast()
  useLayoutEffect(() => surface?.setBookmarks(data ?? []), [surface, data])

  const list = data ?? []
  const here = () => content.turns[turnHere(surface, content)]
  const toggle = () => {
    const turn = here()
    if (!turn) return
    const there = bookmarkIn(list, turn)
    const number = { turn: figure(turn.index + 1) }
    if (there) {
      remove.mutateAsync(there.id).then(({ seq }) => undoable(m.coding_bookmarkTaken(number), seq), toastError)
    } else {
      const told = () => announce(m.coding_bookmarkSet(number))
      add.mutateAsync({ source: source.id, position: turn.start }).then(told, toastError)
    }
  }
  const next = () => {
    const found = bookmarkAfter(list, here()?.start ?? 0)
    const turn = found && content.turns.findLast(({ start }) => start <= found.position)
    if (!turn) return announce(m.coding_bookmarkNone())
    surface?.focusTurn(turn.index)
  }
  useHandlers({ 'bookmark.toggle': toggle, 'bookmark.next': next })
}

/** The turn that has the focus, else the first in view. */
function turnHere(surface: Desk['surface'], { turns }: Desk['content']): number {
  if (document.activeElement?.closest('.turn')) return surface?.currentTurn() ?? 0
  const top = surface?.top() ?? 0
  return Math.max(
    0,
    turns.findLastIndex(({ start }) => start <= top),
  )
}
