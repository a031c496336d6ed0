import { Refusal } from '../api/refusal'

/** A field of which two people have written two versions. */
export interface Contested<K extends string = string> {
  field: K
  /** What the form calls it. */
  label: string
  mine: string
  theirs: string
  /** Prose can also be kept from both, one after the other. */
  prose: boolean
}

/** How a form's field is called, and how its values read where they are not words already. */
export interface FieldOfForm<K extends string> {
  field: K
  label: string
  prose?: boolean
  shown?: (value: unknown) => string
}

export type Choice = 'mine' | 'theirs' | 'both'

/** The state that the server has now, when it refused a change because that had changed meanwhile. */
export function currentOf<T>(error: unknown): T | undefined {
  const late = error instanceof Refusal && (error.status === 409 || error.status === 412)
  return late ? (error.current as T | undefined) : undefined
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? '') === JSON.stringify(b ?? '')

/** What of my change someone else has changed since it was seen, and not to the same. */
export const clashing = <T extends object>(seen: Partial<T>, mine: Partial<T>, theirs: T): (keyof T)[] =>
  (Object.keys(mine) as (keyof T)[]).filter(
    (field) => !same(theirs[field], seen[field]) && !same(theirs[field], mine[field]),
  )

/**
 * The fields that both changed, and not to the same. What only one of them changed is no conflict: theirs
 * stands already, mine can be sent again on top of the present state.
 */
export function contested<T extends object, K extends keyof T & string>(
  seen: T,
  mine: Partial<T>,
  theirs: T,
  fields: readonly FieldOfForm<K>[],
): Contested<K>[] {
  const both = clashing(seen, mine, theirs)
  return fields
    .filter(({ field }) => both.includes(field))
    .map(({ field, label, prose = false, shown = String }) => {
      const read = (value: unknown) => (value === undefined || value === '' ? '' : shown(value))
      return { field, label, prose, mine: read(mine[field]), theirs: read(theirs[field]) }
    })
}

/** What to save of my change after a choice: a field for which theirs was taken is left out. */
export function chosen<T extends object>(
  mine: Partial<T>,
  theirs: T,
  choices: Readonly<Record<string, Choice>>,
): Partial<T> {
  const kept = Object.entries(mine).flatMap(([field, value]) => {
    const choice = choices[field] ?? 'mine'
    if (choice === 'theirs') return []
    return [[field, choice === 'both' ? `${theirs[field as keyof T]}\n\n${value}` : value]]
  })
  return Object.fromEntries(kept) as Partial<T>
}

/** Where one text differs from another: what stands before, the piece that is different, what comes after. */
export function differing(text: string, other: string): [before: string, different: string, after: string] {
  const [a, b] = [pieces(text), pieces(other)]
  const least = Math.min(a.length, b.length)
  let head = 0
  while (head < least && a[head] === b[head]) head++
  let tail = 0
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [from, to] = [head, a.length - tail]
  return [a.slice(0, from).join(''), a.slice(from, to).join(''), a.slice(to).join('')]
}

/** Words and what stands between them. */
const pieces = (text: string): string[] => text.split(/(\s+)/)
