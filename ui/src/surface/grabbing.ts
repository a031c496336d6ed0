import type { Borders, Side, Unit } from './borders'
import type { Coding } from './coding'
import { Edges } from './edges'
import type { Handles } from './handles'
import type { Points } from './points'
import type { Resizing } from './resizing'

interface Parts {
  host: HTMLElement
  scroller: HTMLElement
  handles: Handles
  points: Points
  borders: Borders
  resizing: Resizing
  /** The coding whose ends the grips are. */
  held(): Coding | undefined
  /** Shows a turn's line that a key moved to. */
  show(el: HTMLElement): void
}

/** Lets the grips be pulled, by mouse, pen or finger, and moved by keys. */
export function listenToHandles(parts: Parts, signal: AbortSignal): void {
  for (const side of ['start', 'end'] as const) {
    const handle = parts.handles[side]
    handle.addEventListener('pointerdown', (event) => grab(event, side, parts, signal), { signal })
    handle.addEventListener('click', (event) => event.stopPropagation(), { signal })
    handle.addEventListener('mousedown', (event) => event.preventDefault(), { signal })
    handle.addEventListener('keydown', (event) => onKey(event, side, parts), { signal })
    handle.addEventListener('blur', () => parts.handles.isMoving(handle) || parts.resizing.end(), { signal })
  }
}

function grab(event: PointerEvent, side: Side, parts: Parts, signal: AbortSignal): void {
  parts.resizing.end()
  const coding = parts.held()
  if (event.button !== 0 || !coding) return
  event.preventDefault()
  event.stopPropagation()
  new Pull(parts, side, coding, event, signal)
}

/** A grip in the hand, from press to release. Esc, or a browser that takes the pointer for itself, gives it up. */
class Pull {
  private readonly ended = new AbortController()
  private readonly edges: Edges

  constructor(
    private readonly parts: Parts,
    private readonly side: Side,
    private readonly coding: Coding,
    private last: PointerEvent,
    signal: AbortSignal,
  ) {
    this.edges = new Edges(parts.scroller, () => this.draw())
    // The grip goes from row to row while it is pulled; the host stays.
    parts.host.setPointerCapture(last.pointerId)
    parts.host.classList.add('resizing')
    this.listen(AbortSignal.any([signal, this.ended.signal]))
  }

  private listen(signal: AbortSignal): void {
    const { host, resizing } = this.parts
    const giveUp = () => this.finish(() => resizing.giveUp())
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      giveUp()
    }
    host.addEventListener('pointermove', (event) => this.move(event), { signal })
    host.addEventListener('pointerup', () => this.finish(() => resizing.end()), { signal })
    host.addEventListener('pointercancel', giveUp, { signal })
    window.addEventListener('keydown', onKey, { signal, capture: true })
  }

  private move(event: PointerEvent): void {
    this.last = event
    this.edges.at(event.clientY)
    this.draw()
  }

  private draw(): void {
    const { clientX, clientY, shiftKey, altKey } = this.last
    const position = this.parts.points.position(clientX, clientY)
    const span = this.parts.borders.pulled(this.coding, this.side, position, shiftKey ? 'character' : 'word')
    this.parts.resizing.draw(this.coding, span, altKey)
  }

  private finish(how: () => void): void {
    this.ended.abort()
    this.edges.stop()
    this.parts.host.classList.remove('resizing')
    how()
  }
}

const steps: Readonly<Record<string, [Unit, 1 | -1]>> = {
  ArrowRight: ['word', 1],
  ArrowLeft: ['word', -1],
  ArrowDown: ['sentence', 1],
  ArrowUp: ['sentence', -1],
}

const flipped = (direction: 1 | -1): 1 | -1 => (direction > 0 ? -1 : 1)

/** Left and right go by word, with Shift by character, up and down by sentence; Alt takes the coding alone. */
function onKey(event: KeyboardEvent, side: Side, { resizing, held, handles, show }: Parts): void {
  const coding = held()
  const [unit, towards] = steps[event.key] ?? []
  const direction = towards && unit === 'word' && handles.runsLeft(side) ? flipped(towards) : towards
  if (event.key === 'Escape' && resizing.open) resizing.giveUp()
  else if (event.key === 'Enter' && resizing.open) resizing.end()
  else if (coding && unit && direction && !event.ctrlKey && !event.metaKey) {
    resizing.step(coding, side, direction, event.shiftKey ? 'character' : unit, event.altKey)
    show(handles[side])
  } else return
  event.preventDefault()
  event.stopPropagation()
}
