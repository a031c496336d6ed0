import type { Borders, Side } from './borders'
import type { Coding, Span } from './coding'
import { listenToDragging } from './dragging'
import { listenToHandles } from './grabbing'
import type { Handles } from './handles'
import type { Lighting } from './lighting'
import type { Painter } from './painter'
import type { Pointer } from './pointing'
import { Points } from './points'
import { Resizing } from './resizing'
import type { Rows } from './rows'
import type { Scrolling } from './scroll'
import type { Selecting } from './selection'
import type { SurfaceOptions } from './surface'
import { Targets } from './targets'
import type { Threads } from './threads'
import type { Transcript } from './transcript'

interface Parts {
  host: HTMLElement
  scroller: HTMLElement
  transcript: Transcript
  rows: Rows
  borders: Borders
  threads: Threads
  painter: Painter
  lighting: Lighting
  pointer: Pointer
  selecting: Selecting
  scrolling: Scrolling
  handles: Handles
  mark(name: string, ranges: readonly Span[]): void
}

type Options = Pick<SurfaceOptions, 'mayCode' | 'mayResize' | 'onResize' | 'onDrop'>

/** What of a coding can be taken into the hand. */
export interface Hands {
  /** The lit coding, if it may be resized. */
  held(): Coding | undefined
  /** Another coding is lit: it gets the grips. */
  lit(id: string | null): void
  /** Tells a new length that was drawn and not told yet: of one coding, or of any. */
  settle(id?: string): void
  resizeLit(side: Side, direction: 1 | -1): Span | null
}

/** Lets the hand, or the keys, resize what is lit, drag words and names, and drop codes. */
export function hands(parts: Parts, options: Options, signal: AbortSignal): Hands {
  const { host, scroller, rows, transcript, borders, threads, painter, lighting, selecting, scrolling } = parts
  const points = new Points(host, scroller, rows, transcript)
  const resizing = new Resizing({
    threads,
    borders,
    drawn: (turns) => painter.turnsChanged(turns),
    done: (coding, span, alone) => options.onResize?.(coding, span, { alone }),
  })
  let before: string | null = null

  function held(): Coding | undefined {
    const coding = lighting.coding ? threads.get(lighting.coding)?.coding : undefined
    return coding && options.mayResize?.(coding) ? coding : undefined
  }
  const show = (el: HTMLElement) => scrolling.show(el.getBoundingClientRect())
  listenToHandles({ ...parts, points, resizing, held, show }, signal)
  listenToDragging(
    {
      ...parts,
      targets: new Targets(parts.pointer, points, selecting, borders),
      mark: (target) => parts.mark('drop', target?.what === 'words' ? [target.span] : []),
    },
    { mayCode: () => options.mayCode?.() ?? false, onDrop: (dropped) => options.onDrop?.(dropped) },
    signal,
  )

  return {
    held,
    lit(id) {
      resizing.end()
      for (const coding of [before, id]) if (coding) painter.redraw(threads.turnsOf(coding))
      before = id
    },
    settle(id) {
      if (!id || resizing.of(id)) resizing.end()
    },
    resizeLit(side, direction) {
      const coding = held()
      return coding ? resizing.step(coding, side, direction, 'word') : null
    },
  }
}
