import { useEffect } from 'react'
import type { Turn } from '../api/names'
import { clock } from '../kit/time'

/** Lets a click on a time beside the text play from there. */
export function useTimesInText(doc: HTMLElement | null, turns: readonly Turn[], play: (ms: number) => void): void {
  useEffect(() => {
    doc?.classList.add('heard')
    const onClick = (event: MouseEvent) => {
      const time = (event.target as Element).closest('time')
      const ms = turns[Number(time?.closest<HTMLElement>('.turn')?.dataset.turn)]?.fromMs
      if (time && ms !== undefined) play(ms)
    }
    doc?.addEventListener('click', onClick)
    return () => {
      doc?.removeEventListener('click', onClick)
      doc?.classList.remove('heard')
    }
  }, [doc, turns, play])
}

/** Shows the times that are set by ear beside their turns before they are saved. */
export function useShownTimes(doc: HTMLElement | null, turns: readonly Turn[], now: readonly Turn[]): void {
  useEffect(() => {
    for (const [at, turn] of now.entries()) if (turn.fromMs !== turns[at]?.fromMs) show(doc, at, turn.fromMs)
    return () => {
      for (const [at, turn] of now.entries()) if (turn.fromMs !== turns[at]?.fromMs) show(doc, at, turns[at]?.fromMs)
    }
  }, [doc, turns, now])
}

function show(doc: HTMLElement | null, turn: number, ms: number | undefined): void {
  const who = doc?.querySelector(`.turn[data-turn="${turn}"] > .who`)
  const there = who?.querySelector('time')
  if (ms === undefined) there?.remove()
  else if (there) there.textContent = clock(ms)
  else who?.append(timeOf(ms))
}

function timeOf(ms: number): HTMLElement {
  const time = document.createElement('time')
  time.textContent = clock(ms)
  return time
}
