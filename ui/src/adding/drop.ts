import { type DragEvent, useState } from 'react'
import { m } from '../paraglide/messages'
import { type Chosen, dropped } from './gather'
import './drop.css'

/** Lets files and folders be dropped on an element. */
export function useDrop(onFiles: (files: Chosen[]) => void) {
  const [depth, setDepth] = useState(0)
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.some((kind) => kind === 'Files')
  return {
    isOver: depth > 0,
    target: {
      'data-drop': m.adding_dropHere(),
      onDragEnter: (event: DragEvent) => {
        if (carriesFiles(event)) setDepth((now) => now + 1)
      },
      onDragLeave: (event: DragEvent) => {
        if (carriesFiles(event)) setDepth((now) => Math.max(0, now - 1))
      },
      onDragOver: (event: DragEvent) => {
        if (carriesFiles(event)) event.preventDefault()
      },
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setDepth(0)
        void dropped(event.dataTransfer).then(onFiles)
      },
    },
  }
}
