import type { Side, Unit } from './borders'
import type { Code, Coder, Coding, Span, Turn } from './coding'
import type { Dropped } from './dragging'
import type { Bookmark, Colleague } from './gutter'
import type { Note } from './notes'
import type { Pointing } from './pointing'
import type { Block } from './scroll'
import type { Selected } from './selection'

/** What a surface shows, how, and whom it tells. All positions are code points of the text. */
export interface SurfaceOptions {
  text: string
  turns: readonly Turn[]
  codings?: readonly Coding[]
  /** By id. */
  codes: ReadonlyMap<string, Code>
  /** By account id. */
  coders: ReadonlyMap<string, Coder>
  /** What scrolls the text; without it, the nearest scrolling element around the host. */
  scroller?: HTMLElement
  /** Becomes the bar that stands for the whole text, a slider. */
  density?: HTMLElement | undefined
  /** The language of the text (BCP 47), for the borders of words and sentences. */
  language?: string
  /** Linear reading: everything is laid out and stays so, at the price of a slower start. */
  linear?: boolean
  /** The most bracket lanes that are drawn; 9 leave room for names in a margin of 11 rem. */
  lanes?: number
  /** Whether codes may be dropped on the text, and words and names dragged out of it. */
  mayCode?(): boolean
  /** Whether a coding may get other words: it has grips while it is lit. */
  mayResize?(coding: Coding): boolean
  /** A coding has other words, with all on its passage or alone. It is drawn so already. */
  onResize?(coding: Coding, span: Span, how: { alone: boolean }): void
  /** Codes, or a coding, were dropped on words or on a coding. */
  onDrop?(dropped: Dropped): void
  /** The selection changed and rests; null when it went. */
  onSelect?(selected: Selected | null): void
  /** Another coding was lit by choice, or none is. */
  onLight?(coding: string | null): void
  /** The reader clicked on words, a bracket, a name or "+n"; a further click takes the next larger coding. */
  onPointCodings?(pointing: Pointing): void
  onTurnFocus?(turn: number): void
  /** The reader asks for the memos on some words. */
  onMemos?(note: Note): void
  /** The text rests after scrolling; the position is that of the first whole line. */
  onScroll?(position: number): void
  /** The codings in view are painted for the first time. */
  onReady?(): void
}

/** A transcript with its codings, mounted in an element. */
export interface Surface {
  setCodings(codings: readonly Coding[]): void
  addCoding(coding: Coding): void
  removeCoding(id: string): void
  /** Puts a coding in the place of another: the server's for one that was drawn before the answer. */
  replaceCoding(id: string, coding: Coding): void
  setCodes(codes: ReadonlyMap<string, Code>): void
  setCoders(coders: ReadonlyMap<string, Coder>): void
  /**
   * Shows only some codings, in lanes of their own; null shows all, where they were. The density bar shows where
   * the codes are that are looked for.
   */
  setFilter(filter: ((coding: Coding) => boolean) | null, codes?: readonly string[]): void
  /** Numbers the turns, from 1. */
  setNumbers(on: boolean): void
  setBookmarks(bookmarks: readonly Bookmark[]): void
  setColleagues(colleagues: readonly Colleague[]): void
  setMemos(notes: readonly Note[]): void
  /** The least width of the margin in px; undefined leaves it to the style. */
  setMargin(width: number | undefined): void
  setLinear(linear: boolean): void
  /** Lights one coding and dims the rest. */
  light(coding: string | null): void
  /** Lights all codings of a code. */
  lightCode(code: string | null): void
  /** Lights a coding for as long as something else, such as its line in the inspector, is pointed at. */
  point(coding: string | null): void
  /** The coding that is lit by choice. */
  lit(): string | null
  /** Marks ranges under a name (hit, target, spoken), in the place of those it had. */
  markRanges(name: string, ranges: readonly Span[]): void
  /** Goes to a range, and lights a coding (by id) or the range itself (true). Resolves when the text stands still. */
  jump(range: Span, options?: { lit?: string | true; block?: Block }): Promise<void>
  selection(): Selected | null
  /** The beginning of the word nearest to where the reader clicked last; null when that was not in the text. */
  caret(): number | null
  select(range: Span): void
  clearSelection(): void
  extendSelection(unit: Unit, direction: 1 | -1): void
  /** Draws the lit coding longer or shorter by one word at an end, and tells it (onResize) when the keys rest; null when it may not be resized. */
  resizeLit(side: Side, direction: 1 | -1): Span | null
  /** The whole turns that a range touches. */
  turns(range: Span): Span
  /** The codings at a position that are shown, smallest first. */
  codingsAt(position: number): Coding[]
  /** Lights and shows the coding after, or before, the one that is lit, or the first from here on. */
  stepCoding(direction: 1 | -1): Coding | null
  /** Lights the smallest coding of the turn that has the focus; asked again, the next larger one. */
  stepStack(): Pointing
  focusTurn(turn: number): void
  /** The turn that has, or had, the focus. */
  currentTurn(): number
  /** The position at the top of the view, to come back to with jump(…, {block: 'top'}). */
  top(): number
  relayout(): void
  destroy(): void
}
