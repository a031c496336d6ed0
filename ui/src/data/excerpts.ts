import { infiniteQueryOptions } from '@tanstack/react-query'
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
