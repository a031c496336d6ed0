import type { Memo } from '../api/names'
import type { Params } from '../app/search-params'
import { isFiltered, type MemoFilter, memoFilterKinds } from '../data/memos'

export const orders = ['newest', 'recent', 'oldest', 'title'] as const
export const groupings = ['kind', 'author', 'standing'] as const

/** What the memos page shows, as its address says it. */
export interface Asked extends MemoFilter {
  order?: (typeof orders)[number]
  group?: (typeof groupings)[number]
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value)

/** What an address asks for; what is not known is left out. */
export function askedOf(params: Params): Asked {
  const asked: Asked = {}
  if (typeof params.q === 'string' && params.q.trim()) asked.q = params.q
  for (const kind of memoFilterKinds) {
    const values = [params[kind]].flat().filter((one): one is string => typeof one === 'string' && one !== '')
    if (values.length) asked[kind] = values
  }
  const order = oneOf(orders, params.order)
  const group = oneOf(groupings, params.group)
  return { ...asked, ...(order && { order }), ...(group && { group }) }
}

/** The part that the server answers; undefined when it narrows nothing. */
export function filterOf({ order: _, group: __, ...filter }: Asked): MemoFilter {
  return isFiltered(filter) ? filter : {}
}

const compare: Record<(typeof orders)[number], (a: Memo, b: Memo) => number> = {
  newest: (a, b) => b.createdAt.localeCompare(a.createdAt),
  recent: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
  oldest: (a, b) => a.createdAt.localeCompare(b.createdAt),
  title: (a, b) => (a.title || a.body).localeCompare(b.title || b.body),
}

export interface Group {
  /** The value that its memos share; '' when they are not grouped. */
  of: string
  memos: Memo[]
}

/** Memos in their order, in groups that come in the order of their values where that is given. */
export function arranged(
  memos: readonly Memo[],
  { order = 'newest', group }: Asked,
  values: readonly string[] = [],
): Group[] {
  const sorted = memos.toSorted(compare[order])
  if (!group) return sorted.length ? [{ of: '', memos: sorted }] : []
  const groups = new Map<string, Memo[]>(values.map((value) => [value, []]))
  for (const memo of sorted) {
    const of = { kind: memo.kind, author: memo.author, standing: memo.targetKind }[group]
    groups.set(of, [...(groups.get(of) ?? []), memo])
  }
  return [...groups].flatMap(([of, list]) => (list.length ? [{ of, memos: list }] : []))
}
