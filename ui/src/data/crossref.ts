import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Whole } from '../api/names'
import type { paths } from '../api/schema'
import { keys } from './keys'

const place = '/api/projects/{project}/tables'
type Tables = paths[typeof place]['get']
type Cells = paths['/api/projects/{project}/tables/cell']['get']

/** What is counted under which rows and columns. */
export type CrossAsking = Omit<NonNullable<Tables['parameters']['query']>, 'quotes'>

/** A table with all that it is made of. */
export type CrossTable = Whole<Tables['responses'][200]['content']['application/json']>
export type Head = CrossTable['rows'][number]

/** What is behind a cell. */
export type CrossCell = Whole<Cells['responses'][200]['content']['application/json']>
export type Quoted = CrossCell['items'][number]

/** How many passages a cell quotes. */
export const QUOTES = 3

/** How many passages behind a cell are read at once. */
const PAGE = 50

/** Codings counted under rows and columns; with `quotes`, the first words of each cell. While another is read, the one before stays. */
export const crossReference = (project: string, asking: CrossAsking, quotes = 0) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'table', asking, quotes],
    queryFn: ({ signal }): Promise<CrossTable> =>
      ask(api.GET(place, { params: { path: { project }, query: { ...asking, quotes } }, signal })),
    placeholderData: (before) => before,
    retry: false,
  })

/** What is behind a cell, part by part. */
export const crossCell = (project: string, asking: CrossAsking, row: string, column: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.excerpts(project), 'cell', asking, row, column],
    queryFn: ({ pageParam, signal }): Promise<CrossCell> => {
      const query = { ...asking, row, column, from: pageParam, limit: PAGE }
      return ask(api.GET('/api/projects/{project}/tables/cell', { params: { path: { project }, query }, signal }))
    },
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { items }) => sum + items.length, 0)
      return read < last.total && last.items.length ? read : undefined
    },
    retry: false,
  })

/** Where a table is fetched as a file. */
export function tableFile(project: string, asking: CrossAsking, show: string, quotes: number, ending: string): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...asking, show, quotes: quotes || undefined }))
    for (const one of [value ?? []].flat()) query.append(key, String(one))
  return `/api/projects/${project}/tables.${ending}?${query}`
}
