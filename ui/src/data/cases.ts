import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Case, CaseChange, CasesImported, Cell, NewCase } from '../api/names'
import { keys } from './keys'
import { stale } from './stale'
import { upload } from './upload'

/** What a case has of a variable: a text, a number, yes or no, a date as 2026-12-31, or a list. */
export type Value = string | number | boolean | readonly string[]

/** Which cases are shown, and in which order; see `CaseQuery` of the server. */
export interface CaseQuery {
  q?: string
  kind?: string[]
  /** Such as `sector=Food` or `employees>=10`. */
  where?: string[]
  sort?: string
}

/** How many cases are read at once. */
export const PAGE = 200

export interface CasePage {
  items: Case[]
  total: number
}

/** The cases of a query from one on, and how many there are in all. */
export const casePage = (project: string, query: CaseQuery, from: number) =>
  queryOptions({
    queryKey: [...keys.cases(project), query, from],
    queryFn: ({ signal }): Promise<CasePage> =>
      ask(
        api.GET('/api/projects/{project}/cases', {
          params: { path: { project }, query: { ...query, limit: PAGE, cursor: from ? String(from) : undefined } },
          signal,
        }),
      ),
  })

/** Where the cases of a query can be fetched as a file, with some columns beside the names; with all when none is given. */
export function casesAddress(project: string, ending: string, query: CaseQuery, columns: readonly string[]): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, column: columns }))
    for (const one of [value ?? []].flat()) asked.append(name, one)
  return `/api/projects/${project}/cases.${ending}?${asked}`
}

/** How many cases are offered at once. */
const OFFERED = 10

/** The cases that a few letters of their names, keys and values find, and how many there are of them. */
export const someCases = (project: string, q: string, limit = OFFERED) =>
  queryOptions({
    queryKey: [...keys.cases(project), 'some', q, limit],
    queryFn: ({ signal }): Promise<CasePage> =>
      ask(
        api.GET('/api/projects/{project}/cases', {
          params: { path: { project }, query: { q: q || undefined, limit } },
          signal,
        }),
      ),
  })

/** All that is known of a case: its values, what is tied to it, and with what that is coded. */
export const oneCase = (project: string, id: string) =>
  queryOptions({
    queryKey: [...keys.cases(project), 'one', id],
    queryFn: () => ask(api.GET('/api/projects/{project}/cases/{case}', { params: { path: { project, case: id } } })),
  })

/** What happened to a case and with it, the newest first. */
export const timeline = (project: string, id: string) =>
  queryOptions({
    queryKey: [...keys.cases(project), 'one', id, 'timeline'],
    queryFn: async ({ signal }) => {
      const params = { path: { project, case: id } }
      return (await ask(api.GET('/api/projects/{project}/cases/{case}/timeline', { params, signal }))).items
    },
  })

/** How many cases have a value, and which: told by the variables too. */
function refresh(cache: QueryClient, project: string) {
  stale(cache, project, ['variables'])
  return cache.invalidateQueries({ queryKey: keys.cases(project) })
}

export function useAddCase(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: NewCase) =>
      ask(api.POST('/api/projects/{project}/cases', { params: { path: { project } }, body })),
    onSuccess: () => refresh(cache, project),
  })
}

interface Changing extends CaseChange {
  seen: Case
}

/** Changes what a case is called, or what it is. Its values are changed with `useChangeCells`. */
export function useChangeCase(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ seen, ...body }: Changing) =>
      ask(
        api.PATCH('/api/projects/{project}/cases/{case}', {
          params: { path: { project, case: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body,
        }),
      ),
    onSettled: () => refresh(cache, project),
  })
}

/** Deletes a case with its ties and memos. The answer's journal number brings it back. */
export function useRemoveCase(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      ask(api.DELETE('/api/projects/{project}/cases/{case}', { params: { path: { project, case: id } } })),
    onSuccess: () => refresh(cache, project),
  })
}

/** How a table is read: the column that cases are known by, and what becomes of the others. */
export interface CaseTable {
  file: File
  /** The one that is guessed, when it is not given. */
  key?: string
  kind: 'firm' | 'person'
  /** The column of the firms that persons belong to; a column called firm, when it is not given. */
  firm?: string
  /** Columns to variables by name; '' leaves a column out. */
  mapping: Record<string, string>
  /** An empty cell leaves a value as it is; else it takes it away. */
  keepEmpty: boolean
  sheet?: string
}

/** Makes and changes cases by a table, or with `preview` says only what would change. */
export async function importCases(
  project: string,
  { file, key, kind, firm, mapping, keepEmpty, sheet }: CaseTable,
  preview: boolean,
  signal: AbortSignal,
): Promise<CasesImported> {
  const form = new FormData()
  form.append('file', file)
  form.append('kind', kind)
  form.append('mapping', JSON.stringify(mapping))
  if (key) form.append('key', key)
  if (firm) form.append('firm', firm)
  if (keepEmpty) form.append('empty', 'keep')
  if (sheet) form.append('sheet', sheet)
  const url = `/api/projects/${project}/cases/import${preview ? '?preview=true' : ''}`
  return upload<CasesImported>('POST', url, form, signal, () => {})
}

/** The most values that are changed as one action; the server takes no more. */
export const MOST_CELLS = 20_000

/** Sets values as one action, shown at once. */
export function useChangeCells(project: string) {
  const cache = useQueryClient()
  const queryKey = keys.cases(project)
  return useMutation({
    mutationFn: (cells: Cell[]) =>
      ask(api.PATCH('/api/projects/{project}/cases/values', { params: { path: { project } }, body: { cells } })),
    onMutate: async (cells) => {
      await cache.cancelQueries({ queryKey })
      const set = byCase(cells)
      patch(cache, queryKey, (one) => withCells(one, set.get(one.id)))
    },
    onSuccess: ({ items }) => {
      const now = new Map(items.map((one) => [one.id, one]))
      patch(cache, queryKey, (one) => now.get(one.id) ?? one)
    },
    onSettled: () => refresh(cache, project),
  })
}

/** Changes every case that has been read. */
function patch(cache: QueryClient, queryKey: readonly string[], change: (one: Case) => Case): void {
  cache.setQueriesData<CasePage>({ queryKey }, (page) => page?.items && { ...page, items: page.items.map(change) })
}

function byCase(cells: readonly Cell[]): Map<string, Cell[]> {
  const set = new Map<string, Cell[]>()
  for (const cell of cells) set.set(cell.case, [...(set.get(cell.case) ?? []), cell])
  return set
}

/** A case as it is with some of its cells set. */
export function withCells(one: Case, cells: readonly Cell[] = []): Case {
  const values = { ...one.values }
  for (const { variable, value } of cells) {
    if (value === null || value === '') delete values[variable]
    else values[variable] = value
  }
  return cells.length ? { ...one, values } : one
}
