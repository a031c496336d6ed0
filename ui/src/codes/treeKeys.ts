import type { KeyboardEvent } from 'react'
import type { Code } from '../api/names'
import type { Node } from '../codebook/codebook'
import type { Direction } from './moves'
import type { CodeActions } from './useCodeActions'

interface Tree {
  actions: CodeActions
  /** The rows that are shown, from top to bottom. */
  shown: readonly Node[]
  /** Whether the codes under one are shown; undefined when there are none. */
  openness: (id: string) => boolean | undefined
  toggle: (id: string, open: boolean) => void
  focus: (id: string | undefined) => void
  onEdit: () => void
}

const moveKeys: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

/** Does what a key means on the row of a code. Says false when it means nothing. */
function step(key: string, code: Code, { actions, shown, openness, toggle, focus, onEdit }: Tree): boolean {
  const at = shown.findIndex((node) => node.code.id === code.id)
  switch (key) {
    case 'ArrowDown':
      focus(shown[at + 1]?.code.id)
      return true
    case 'ArrowUp':
      focus(shown[at - 1]?.code.id)
      return true
    case 'Home':
      focus(shown[0]?.code.id)
      return true
    case 'End':
      focus(shown.at(-1)?.code.id)
      return true
    case 'ArrowRight':
      if (openness(code.id)) focus(shown[at + 1]?.code.id)
      else toggle(code.id, true)
      return true
    case 'ArrowLeft':
      if (openness(code.id)) toggle(code.id, false)
      else focus(code.parent)
      return true
    case 'Enter':
    case 'F2':
      onEdit()
      return true
    case 'Delete':
      if (actions.may) actions.askRemove(code)
      return true
  }
  return false
}

/** Arrows go through the tree, and with Alt they move the code. */
export const treeKeys = (tree: Tree) => (event: KeyboardEvent<HTMLElement>) => {
  const code = tree.actions.book.get(event.target instanceof HTMLElement ? event.target.dataset.code : undefined)
  if (!code || event.ctrlKey || event.metaKey) return
  const direction = event.altKey ? moveKeys[event.key] : undefined
  if (direction) tree.actions.move(code, direction)
  else if (event.altKey || !step(event.key, code, tree)) return
  event.preventDefault()
}
