import { type DragEvent, useState } from 'react'
import type { Code } from '../../api/names'
import { carried, type Span } from '../../surface'

const carries = (event: DragEvent): boolean => event.dataTransfer.types.includes(carried.words)

interface Handlers {
  onDragEnter?(event: DragEvent): void
  onDragOver?(event: DragEvent): void
  onDragLeave?(event: DragEvent): void
  onDrop?(event: DragEvent): void
}

/** What happens to words, in code points, that are dropped on a code. */
export type OnWords = (code: Code, words: Span) => void

/** Lets words be dropped on a code; other things that are dragged are the tree's. */
export function useWordsDrop(code: Code, tree: Handlers, onWords?: OnWords): { over: boolean; handlers: Handlers } {
  const [over, setOver] = useState(false)
  const takes = (event: DragEvent) => carries(event) && code.codable && onWords !== undefined
  const held = (event: DragEvent) => {
    setOver(true)
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'copy'
  }
  const handlers: Handlers = {
    onDragEnter: (event) => (takes(event) ? held(event) : tree.onDragEnter?.(event)),
    onDragOver: (event) => (takes(event) ? held(event) : tree.onDragOver?.(event)),
    onDragLeave: (event) => {
      setOver(false)
      tree.onDragLeave?.(event)
    },
    onDrop: (event) => {
      setOver(false)
      if (!takes(event)) return tree.onDrop?.(event)
      event.preventDefault()
      event.stopPropagation()
      onWords?.(code, JSON.parse(event.dataTransfer.getData(carried.words)) as Span)
    },
  }
  return { over, handlers }
}
