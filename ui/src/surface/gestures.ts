import type { Unit } from './borders'
import type { Span } from './coding'
import { copyText } from './copying'
import type { Lighting } from './lighting'
import type { Pointer, Pointing } from './pointing'
import type { Roving } from './roving'
import type { Rows } from './rows'
import type { Scrolling } from './scroll'
import type { Selected, Selecting } from './selection'
import type { Transcript } from './transcript'

/** What the reader did. */
export interface Listeners {
  onSelect(selected: Selected | null): void
  onPointCodings(pointing: Pointing): void
  onScroll(position: number): void
}

interface Parts {
  host: HTMLElement
  scroller: HTMLElement
  transcript: Transcript
  rows: Rows
  selecting: Selecting
  scrolling: Scrolling
  lighting: Lighting
  pointer: Pointer
  roving: Roving
}

/** How long the text must rest before its place is told, in ms. */
const REST = 150
/** How long a finger that draws the browser's own handles must rest before the selection is told, in ms. */
const FINGER_REST = 250

/** Listens to mouse, keys, selection and scrolling until the signal ends it. */
export function listen(parts: Parts, listeners: Listeners, signal: AbortSignal): void {
  listenToPointer(parts, listeners, signal)
  listenToSelection(parts, listeners, signal)
  listenToScroll(parts, listeners, signal)
  listenToFocus(parts, signal)
  parts.host.addEventListener('keydown', (event) => onKey(event, parts), { signal })
  document.addEventListener('copy', (event) => onCopy(event, parts), { signal })
}

function onCopy(event: ClipboardEvent, { selecting, transcript }: Parts): void {
  const span = selecting.raw()
  if (!span || !event.clipboardData) return
  event.clipboardData.setData('text/plain', copyText(transcript, span))
  event.preventDefault()
}

/** A name that the keyboard reaches lights its coding, as one that the mouse points at. */
function listenToFocus({ host, rows, roving, lighting }: Parts, signal: AbortSignal): void {
  const entered = ({ target }: FocusEvent) => {
    const row = rows.of(target as Node)
    if (row) roving.moveTo(row)
    const name = target instanceof HTMLElement && target.matches('.lab:focus-visible') ? target : undefined
    lighting.point(name?.dataset.coding ?? null)
  }
  host.addEventListener('focusin', entered, { signal })
  host.addEventListener('focusout', () => lighting.point(null), { signal })
}

function listenToPointer(
  { host, pointer, lighting, selecting }: Parts,
  listeners: Listeners,
  signal: AbortSignal,
): void {
  host.addEventListener('click', (event) => onClick(event), { signal })
  host.addEventListener('pointermove', (event) => onMove(event), { signal })
  host.addEventListener('pointerleave', () => lighting.point(null), { signal })

  function onClick(event: MouseEvent): void {
    const found = pointer.at(event)
    if (!found || (found.what === 'words' && selecting.raw())) return
    listeners.onPointCodings(pointer.take(found))
  }

  function onMove(event: PointerEvent): void {
    const target = event.target as HTMLElement
    const margin = event.buttons ? null : target.closest<HTMLElement>('.margin')
    const found = margin ? pointer.at(event) : undefined
    margin?.style.setProperty('cursor', found?.codings.length ? 'pointer' : 'default')
    lighting.point(found?.what === 'coding' ? (found.codings[0]?.id ?? null) : null)
  }
}

/** A selection is told when the hand that makes it rests: at the end of a drag, or after a key. */
function listenToSelection({ host, selecting }: Parts, { onSelect }: Listeners, signal: AbortSignal): void {
  let dragging = false
  let seen: Span | null = null
  let frame = 0
  let finger = false
  let hand = false
  let timer = 0
  const tell = () => {
    frame = 0
    if (dragging) return
    const now = selecting.raw()
    if (!now && !seen && !hand) return // it was in a box to write in, which is gone: nobody let go of the words
    hand = false
    seen = now
    onSelect(selecting.current())
  }
  const soon = () => {
    frame ||= requestAnimationFrame(tell)
  }
  /** The browser's handles send nothing but changes of the selection. */
  const later = () => {
    clearTimeout(timer)
    if (finger) timer = window.setTimeout(soon, FINGER_REST)
    else soon()
  }
  /** What stands at the old selection goes at once, or it would be in the way of the new one. */
  const pressed = ({ button, pointerType }: PointerEvent) => {
    hand = true
    finger = pointerType === 'touch'
    if (finger) return
    dragging = true
    host.classList.add('selecting')
    if (button === 0) onSelect(null)
  }
  const released = () => {
    if (dragging) later()
    dragging = false
    host.classList.remove('selecting')
  }
  /** A key or a click finds what was selected before it, also where the hands are ahead of the page. */
  const overtaken = () => {
    const now = selecting.raw()
    if (hand || now?.start !== seen?.start || now?.end !== seen?.end) tell()
  }
  host.addEventListener('pointerdown', pressed, { signal })
  document.addEventListener('pointerup', released, { signal })
  document.addEventListener('pointercancel', released, { signal })
  document.addEventListener('selectionchange', later, { signal })
  for (const act of ['keydown', 'click']) window.addEventListener(act, overtaken, { signal, capture: true })
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  })
}

function listenToScroll({ scroller, scrolling }: Parts, { onScroll }: Listeners, signal: AbortSignal): void {
  let timer = 0
  const rested = () => onScroll(scrolling.top())
  const moved = () => {
    clearTimeout(timer)
    timer = window.setTimeout(rested, REST)
  }
  scroller.addEventListener('scroll', moved, { signal, passive: true })
  signal.addEventListener('abort', () => clearTimeout(timer))
}

function onKey(event: KeyboardEvent, { roving, selecting, scrolling, transcript }: Parts): void {
  const command = event.ctrlKey || event.metaKey
  if (command && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'a') {
    selecting.select({ start: 0, end: transcript.positions.length })
  } else if (event.shiftKey && arrow(event.key)) {
    const [unit, direction] = stretch(event, selecting.runsLeft(roving.current))
    const row = selecting.extend(unit, direction, roving.current)
    scrolling.show(row.el.getBoundingClientRect())
  } else if (event.shiftKey || command || event.altKey || !roving.step(event.key)) return
  event.preventDefault()
}

const arrow = (key: string): boolean => /^Arrow(Up|Down|Left|Right)$/.test(key)

/** Shift with left and right goes by word, with up and down by sentence; with Ctrl as well, by turn. */
function stretch({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, leftward: boolean): [Unit, 1 | -1] {
  if (key === 'ArrowRight' || key === 'ArrowLeft') return ['word', (key === 'ArrowLeft') === leftward ? 1 : -1]
  return [ctrlKey || metaKey || altKey ? 'turn' : 'sentence', key === 'ArrowDown' ? 1 : -1]
}
