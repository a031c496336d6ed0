import type { Code } from '../api/names'

/** A code in the order and at the depth in which the tree shows it. Depth is 0 for roots. */
export interface Node {
  code: Code
  depth: number
}

/** The tree of a project's codes. */
export class Codebook {
  private readonly byId: Map<string, Code>
  private readonly under = new Map<string, Code[]>()

  constructor(readonly codes: readonly Code[]) {
    this.byId = new Map(codes.map((code) => [code.id, code]))
    for (const code of codes) {
      const parent = code.parent && this.byId.has(code.parent) ? code.parent : ''
      const siblings = this.under.get(parent)
      if (siblings) siblings.push(code)
      else this.under.set(parent, [code])
    }
    for (const siblings of this.under.values()) siblings.sort(inOrder)
  }

  get(id: string | undefined): Code | undefined {
    return id ? this.byId.get(id) : undefined
  }

  /** The codes right under a parent, in order; '' gives the roots. */
  children(parent: string): readonly Code[] {
    return this.under.get(parent) ?? []
  }

  /** Every code, parents first. */
  walk(): Node[] {
    const nodes: Node[] = []
    const visit = (parent: string, depth: number) => {
      for (const code of this.children(parent)) {
        nodes.push({ code, depth })
        visit(code.id, depth + 1)
      }
    }
    visit('', 0)
    return nodes
  }

  /** The codes above, from the root down, without the code itself. */
  ancestors(id: string): Code[] {
    const above: Code[] = []
    for (let code = this.get(this.get(id)?.parent); code && !above.includes(code); code = this.get(code.parent)) {
      above.unshift(code)
    }
    return above
  }

  /** The code itself and all under it. */
  withDescendants(id: string): string[] {
    return [id, ...this.children(id).flatMap((child) => this.withDescendants(child.id))]
  }

  /** Whether a code may stand under a parent ('' is the root). */
  mayStandUnder(id: string, parent: string): boolean {
    return !parent || !this.withDescendants(id).includes(parent)
  }

  /** The name of the nearest code above that can be coded with, or of the heading. */
  placeName(id: string): string {
    return this.ancestors(id).at(-1)?.name ?? ''
  }

  /** The code of a name, whatever its case. */
  named(name: string): Code | undefined {
    const wanted = plain(name)
    return this.walk().find(({ code }) => plain(code.name) === wanted)?.code
  }
}

const inOrder = (a: Code, b: Code): number =>
  a.position - b.position || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)

/** Letters without case, accents or doubled spaces. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** A code's dye and form: "madder/open" is the open thread of madder, "#rrggbb" a colour from elsewhere. */
export function dyeOf(color: string): { dye: string; form: '' | 'open' } {
  const [dye = '', form] = color.split('/')
  return { dye, form: form === 'open' ? 'open' : '' }
}

/** The twelve dyes, in the order in which they are offered. */
export const dyes = [
  'madder',
  'annatto',
  'moss',
  'verdigris',
  'woad',
  'indigo',
  'fustic',
  'walnut',
  'cochineal',
  'logwood',
  'lichen',
  'oakgall',
] as const

/** Codes for what was typed, best first: names that begin with it, words that do, then names that hold it. */
export function rank(book: Codebook, typed: string): Code[] {
  const wanted = plain(typed)
  const codable = book
    .walk()
    .map(({ code }) => code)
    .filter((code) => code.codable)
  if (!wanted) return codable
  const score = (code: Code): number => {
    const name = plain(code.name)
    if (name === wanted) return 0
    if (name.startsWith(wanted)) return 1
    if (name.includes(` ${wanted}`)) return 2
    return name.includes(wanted) ? 3 : 9
  }
  return codable
    .map((code) => [score(code), code] as const)
    .filter(([s]) => s < 9)
    .sort(([a], [b]) => a - b)
    .map(([, code]) => code)
}
