import { useEffect, useRef } from 'react'
import { caretAt } from '../surface'

/** Opens the turn that is clicked on, with the caret at the letter under the pointer, in UTF-16 units of the turn. */
export function useOpening(doc: HTMLElement | null, open: (turn: number, at: number) => void): void {
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const say = (event.target as Element).closest<HTMLElement>('.say')
      const turn = say?.closest<HTMLElement>('.turn')?.dataset.turn
      if (say && turn !== undefined) latest.current(Number(turn), offsetUnder(event, say))
    }
    doc?.classList.add('corrected')
    doc?.addEventListener('click', onClick)
    return () => {
      doc?.classList.remove('corrected')
      doc?.removeEventListener('click', onClick)
    }
  }, [doc])
}

function offsetUnder({ clientX, clientY }: MouseEvent, say: HTMLElement): number {
  const caret = caretAt(clientX, clientY)
  return caret && say.contains(caret.node) ? caret.offset : 0
}
