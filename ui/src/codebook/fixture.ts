import type { Code } from '../api/names'

/** A code for tests, called like its id. */
export const code = (id: string, parent?: string, position = 0, more: Partial<Code> = {}): Code => ({
  id,
  name: id,
  parent,
  position,
  codable: true,
  color: 'madder',
  definition: '',
  include: '',
  exclude: '',
  example: '',
  createdAt: '',
  version: 1,
  own: 1,
  all: 1,
  sources: 1,
  outdated: 0,
  ...more,
})

/** Codes as a tree is written: "a(b c(d))". Each has one coding of its own. */
export function codesIn(tree: string): Code[] {
  const list: Code[] = []
  const above: string[] = []
  const places = new Map<string, number>()
  for (const [token] of tree.matchAll(/[^\s()]+|[()]/g)) {
    if (token === '(') above.push(list.at(-1)?.id as string)
    else if (token === ')') above.pop()
    else {
      const parent = above.at(-1)
      const position = places.get(parent ?? '') ?? 0
      places.set(parent ?? '', position + 1)
      list.push(code(token, parent, position))
    }
  }
  return list
}

/** A codebook as a tree is written. */
export function written(book: { children(parent: string): readonly Code[] }, parent = ''): string {
  const one = ({ id }: Code) => {
    const under = written(book, id)
    return under ? `${id}(${under})` : id
  }
  return book.children(parent).map(one).join(' ')
}
