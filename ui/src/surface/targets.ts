import type { Borders } from './borders'
import type { Coding, Span } from './coding'
import type { Pointer } from './pointing'
import type { Points } from './points'
import type { Selecting } from './selection'

/** Where something that is dragged would go: words, selected or a sentence, or a coding by its bracket or name. */
export type Target = { what: 'words'; span: Span; selected: boolean } | { what: 'coding'; coding: Coding }

/** Finds what is meant by a point of the text. */
export class Targets {
  constructor(
    private readonly pointer: Pointer,
    private readonly points: Points,
    private readonly selecting: Selecting,
    private readonly borders: Borders,
  ) {}

  at(event: MouseEvent): Target | null {
    const found = this.pointer.at(event)
    if (!found || found.what === 'count') return null
    if (found.what === 'words') return this.words(event)
    const [coding] = found.codings
    return coding ? { what: 'coding', coding } : null
  }

  private words({ clientX, clientY }: MouseEvent): Target | null {
    const position = this.points.position(clientX, clientY)
    const selected = this.selecting.span()
    if (selected && selected.start <= position && position <= selected.end) {
      return { what: 'words', span: selected, selected: true }
    }
    const span = this.borders.sentenceAt(position)
    return span && { what: 'words', span, selected: false }
  }
}

export function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a?.what === 'coding') return b?.what === 'coding' && a.coding.id === b.coding.id
  if (a?.what !== 'words' || b?.what !== 'words') return a === b
  return a.span.start === b.span.start && a.span.end === b.span.end
}
