import { copyText } from './copying'
import { Edges } from './edges'
import type { Lighting } from './lighting'
import type { Selecting } from './selection'
import { sameTarget, type Target, type Targets } from './targets'
import type { Transcript } from './transcript'

/** What can be dragged between the text and the codes. */
export const carried = {
  /** A JSON array of code ids. */
  codes: 'application/x-selvedge-codes',
  /** The id of a coding. */
  coding: 'application/x-selvedge-coding',
  /** A JSON object with start and end, in code points. */
  words: 'application/x-selvedge-words',
} as const

/** Codes, or a coding, that were dropped on the text. */
export interface Dropped {
  codes: readonly string[]
  /** The coding that was dragged by its name. */
  coding?: string
  target: Target
  /** With Ctrl: a code beside that of the coding it fell on, a coding as a copy. */
  beside: boolean
}

interface Parts {
  host: HTMLElement
  scroller: HTMLElement
  transcript: Transcript
  selecting: Selecting
  targets: Targets
  lighting: Lighting
  /** Marks the words on which it would fall. */
  mark(target: Target | null): void
}

interface Listener {
  mayCode(): boolean
  onDrop(dropped: Dropped): void
}

/** Lets words and names be dragged out of the text, and codes and codings be dropped on it. */
export function listenToDragging(parts: Parts, listener: Listener, signal: AbortSignal): void {
  const { host } = parts
  host.addEventListener('dragstart', (event) => start(event, parts, listener), { signal })
  const drop = new Drop(parts, listener)
  host.addEventListener('dragenter', (event) => drop.over(event), { signal })
  host.addEventListener('dragover', (event) => drop.over(event), { signal })
  host.addEventListener('dragleave', (event) => drop.left(event), { signal })
  host.addEventListener('drop', (event) => drop.dropped(event), { signal })
  window.addEventListener('dragend', () => drop.end(), { signal })
  signal.addEventListener('abort', () => drop.end())
}

/** A name takes its coding along, selected words their place. Copying elsewhere gets the text. */
function start(event: DragEvent, { selecting, transcript }: Parts, { mayCode }: Listener): void {
  const { target, dataTransfer } = event
  if (!dataTransfer || !mayCode()) return
  const name = target instanceof Element ? target.closest<HTMLElement>('.lab') : null
  const raw = selecting.raw()
  const span = selecting.span()
  if (name?.dataset.coding) dataTransfer.setData(carried.coding, name.dataset.coding)
  else if (raw && span) {
    dataTransfer.setData(carried.words, JSON.stringify(span))
    dataTransfer.setData('text/plain', copyText(transcript, raw))
  } else return
  dataTransfer.effectAllowed = 'all'
}

/** What is held over the text: where it would fall is shown, and the text scrolls near its edges. */
class Drop {
  private target: Target | null = null
  private readonly edges: Edges

  constructor(
    private readonly parts: Parts,
    private readonly listener: Listener,
  ) {
    this.edges = new Edges(parts.scroller)
  }

  over(event: DragEvent): void {
    if (!this.takes(event) || !event.dataTransfer) return
    this.edges.at(event.clientY)
    this.set(this.parts.targets.at(event))
    event.dataTransfer.dropEffect = this.target ? this.effect(event) : 'none'
    event.preventDefault()
  }

  /** The text was left, not only one part of it for another. */
  left({ relatedTarget }: DragEvent): void {
    if (!this.parts.host.contains(relatedTarget as Node | null)) this.end()
  }

  dropped(event: DragEvent): void {
    const { dataTransfer } = event
    if (!this.takes(event) || !dataTransfer) return
    event.preventDefault()
    const target = this.parts.targets.at(event)
    this.end()
    if (!target) return
    const codes = JSON.parse(dataTransfer.getData(carried.codes) || '[]') as string[]
    const coding = dataTransfer.getData(carried.coding) || undefined
    this.listener.onDrop({ codes, coding, target, beside: event.ctrlKey || event.metaKey || event.altKey })
  }

  end(): void {
    this.edges.stop()
    this.set(null)
  }

  private takes({ dataTransfer }: DragEvent): boolean {
    const types = dataTransfer?.types ?? []
    return (types.includes(carried.codes) || types.includes(carried.coding)) && this.listener.mayCode()
  }

  /** A coding moves, or with Ctrl is copied; a code is only put somewhere. */
  private effect({ dataTransfer, ctrlKey, metaKey, altKey }: DragEvent): DataTransfer['dropEffect'] {
    if (!dataTransfer?.types.includes(carried.coding)) return 'copy'
    return ctrlKey || metaKey || altKey ? 'copy' : 'move'
  }

  private set(target: Target | null): void {
    if (sameTarget(target, this.target)) return
    this.target = target
    this.parts.mark(target)
    this.parts.lighting.point(target?.what === 'coding' ? target.coding.id : null)
  }
}
