import type { Code } from '../api/names'
import { Codebook, plain } from './codebook'

/** What is written about a code, and where it was picked from. */
type Written = Pick<Code, 'definition' | 'include' | 'exclude' | 'example' | 'exampleOf' | 'nearMiss' | 'nearMissOf'>

/** A change of one code. What is left out stays as it is; what is written about it is changed by a step that is alone. */
export interface Step extends Partial<Written> {
  /** Of a new code too: an id that no code has yet, so that later steps can name it. */
  code: string
  create?: boolean
  name?: string
  /** '' is the top of the codebook. */
  parent?: string
  /** Its place among its siblings, counted without itself. */
  position?: number
  color?: string
  codable?: boolean
  /** The code that gets its codings, memos and the codes under it; the code itself goes. */
  mergeInto?: string
  /** Whether it goes, with all codes under it and their codings. */
  remove?: boolean
  /** The version that was seen; where the code has another one by now, the step is refused. */
  version?: number
}

/** Why a step can't be made: a code is gone (or a new one is there already), would stand under itself or has its name already there, or the target is a heading. */
export type Refused = 'gone' | 'cycle' | 'name' | 'heading'

/** What keeps a step from being made; the server has the same rules. */
export function refusal(book: Codebook, step: Step): Refused | undefined {
  if (step.create) return refusalOfNew(book, step)
  const code = book.get(step.code)
  if (!code) return 'gone'
  if (step.remove) return undefined
  if (step.mergeInto !== undefined) return refusalOfMerge(book, code, step.mergeInto)
  const parent = step.parent ?? book.get(code.parent)?.id ?? ''
  if (parent && !book.get(parent)) return 'gone'
  if (!book.mayStandUnder(code.id, parent)) return 'cycle'
  return isTaken(book, parent, step.name ?? code.name, code.id) ? 'name' : undefined
}

function refusalOfNew(book: Codebook, { code, name = '', parent = '' }: Step): Refused | undefined {
  if (book.get(code) || (parent && !book.get(parent))) return 'gone'
  return isTaken(book, parent, name, code) ? 'name' : undefined
}

/** Whether another code has a name at a place. */
const isTaken = (book: Codebook, parent: string, name: string, code: string): boolean =>
  book.children(parent).some((one) => one.id !== code && plain(one.name) === plain(name))

function refusalOfMerge(book: Codebook, code: Code, into: string): Refused | undefined {
  const target = book.get(into)
  if (!target) return 'gone'
  if (!book.mayStandUnder(code.id, into)) return 'cycle'
  return target.codable ? undefined : 'heading'
}

/** The codebook after steps that can be made one after the other; those that can't are passed over. */
export const after = (book: Codebook, steps: readonly Step[]): Codebook =>
  steps.reduce((now, step) => (refusal(now, step) ? now : made(now, step)), book)

function made(book: Codebook, step: Step): Codebook {
  if (step.create) return new Codebook([...book.codes, created(book, step)])
  const code = book.get(step.code) as Code
  if (step.remove) return without(book, book.withDescendants(code.id))
  if (step.mergeInto !== undefined) return merged(book, code, step.mergeInto)
  return moved(book, code, step)
}

/** A new code as it is shown until the server has made it; the server may choose another shade of the colour. */
const created = (book: Codebook, { code: id, name = '', parent = '', color }: Step): Code => ({
  id,
  name,
  parent: parent || undefined,
  position: book.children(parent).length,
  codable: true,
  color: color ?? book.get(parent)?.color ?? 'oakgall',
  definition: '',
  include: '',
  exclude: '',
  example: '',
  createdAt: '',
  version: 0,
  own: 0,
  all: 0,
  sources: 0,
  outdated: 0,
})

function without(book: Codebook, gone: readonly string[]): Codebook {
  return counted(book.codes.filter(({ id }) => !gone.includes(id)))
}

/** Doubles fold on the server, so its own number can be smaller. */
function merged(book: Codebook, from: Code, into: string): Codebook {
  const last = book.children(into).length
  const orphans = book.children(from.id)
  const codes = book.codes
    .filter(({ id }) => id !== from.id)
    .map((code) => {
      if (code.id === into) return { ...code, own: code.own + from.own }
      const at = orphans.indexOf(code)
      return at < 0 ? code : { ...code, parent: into, position: last + at }
    })
  return counted(codes)
}

function moved(
  book: Codebook,
  code: Code,
  { code: _, create: __, version: ___, parent: to, position, ...fields }: Step,
): Codebook {
  const parent = to ?? book.get(code.parent)?.id ?? ''
  const changed: Code = { ...code, ...fields, parent: parent || undefined }
  const stays = to === undefined && position === undefined
  const others = book.children(parent).filter(({ id }) => id !== code.id)
  const at = position ?? others.length
  const order = stays ? [] : others.toSpliced(at, 0, changed).map(({ id }) => id)
  const codes = book.codes.map((one) => {
    const now = one.id === code.id ? changed : one
    const place = order.indexOf(one.id)
    return place < 0 || now.position === place ? now : { ...now, position: place }
  })
  return to === undefined ? new Codebook(codes) : counted(codes)
}

/** With the numbers of codings that parents have through the codes under them. */
function counted(codes: readonly Code[]): Codebook {
  const book = new Codebook(codes)
  const all = (id: string) => book.withDescendants(id).reduce((sum, one) => sum + (book.get(one)?.own ?? 0), 0)
  return new Codebook(codes.map((code) => ({ ...code, all: all(code.id) })))
}
