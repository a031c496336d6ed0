import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { m } from '../paraglide/messages'
import { keys } from './keys'
import { type Filter, filterKinds } from './search'

/** Coded passages with their source lines, page by page. */
export const excerpts = (project: string, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [...keys.excerpts(project), filter],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/projects/{project}/excerpts', {
          params: { path: { project }, query: { ...filter, order: 'code', limit: 200, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next || undefined,
  })

/** The most codings that are read at once; the server gives no more. */
const MOST = 5000

/** All codings of a code and those under it, in the order of the texts. */
export const allOf = (project: string, code: string) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'all', code],
    queryFn: async ({ signal }) => {
      const query = { code: [code], order: 'text' as const, limit: MOST }
      const params = { path: { project }, query }
      return (await ask(api.GET('/api/projects/{project}/excerpts', { params, signal }))).items
    },
  })

/** Where a passage stands, and its words; nothing once it is gone. */
export const passageWords = (project: string, passage = '') =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'words', passage],
    queryFn: () =>
      ask(api.GET('/api/projects/{project}/passages/{passage}', { params: { path: { project, passage } } })),
    enabled: passage !== '',
    retry: false,
  })

export const exportFormats = [
  { ending: 'docx', name: () => 'Word' },
  { ending: 'xlsx', name: () => 'Excel' },
  { ending: 'csv', name: () => 'CSV' },
  { ending: 'html', name: m.kit_webPage },
] as const

/** Where the same excerpts can be fetched as a file. */
export function exportAddress(project: string, ending: string, filter: Filter): string {
  const query = new URLSearchParams()
  for (const kind of filterKinds) for (const value of filter[kind] ?? []) query.append(kind, value)
  const asked = query.toString()
  return `/api/projects/${project}/excerpts.${ending}${asked ? `?${asked}` : ''}`
}
