import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Change, Entry, Source, Turn } from '../api/names'
import { Positions } from '../surface'
import { upToDate } from './entries'
import { keys } from './keys'
import { patchPassages } from './passages'
import type { ByCase } from './search'

export const sources = (project: string) =>
  queryOptions({
    queryKey: keys.sources(project),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/sources', { params: { path: { project } } }))).items,
  })

/** The ids of the sources of which anything is tied to some cases, or found by saved searches. What changes those changes it. */
export const sourcesOfCases = (project: string, { case: cases, where, search }: ByCase) =>
  queryOptions({
    queryKey: [...(search?.length ? keys.searches(project) : keys.cases(project)), 'sources', { cases, where, search }],
    queryFn: async ({ signal }) => {
      const params = { path: { project }, query: { case: cases, where, search } }
      const { items } = await ask(api.GET('/api/projects/{project}/sources', { params, signal }))
      return new Set(items.map(({ id }) => id))
    },
    enabled: Boolean(cases?.length || where?.length || search?.length),
  })

/** The words of a source and its turns. Positions count code points of the text. */
export interface Content {
  /** Which revision of the source it is, from 1. */
  revision: number
  text: string
  positions: Positions
  turns: Turn[]
}

/** Text never changes within a revision, so it is fetched once. */
export const content = (project: string, source: string) =>
  queryOptions({
    queryKey: keys.content(project, source),
    queryFn: async (): Promise<Content> => {
      const path = '/api/projects/{project}/sources/{source}'
      const { revision } = await ask(api.GET(path, { params: { path: { project, source } } }))
      const params = { path: { project, source, number: revision } }
      const [text, turns] = await Promise.all([
        ask(api.GET(`${path}/revisions/{number}/text`, { params, parseAs: 'text' })) as Promise<unknown>,
        ask(api.GET(`${path}/revisions/{number}/turns`, { params })),
      ])
      return { revision, text: text as string, positions: new Positions(text as string), turns: turns.items }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What some entries changed of the passages and codings of a source. */
export const changesIn = (entries: readonly Entry[], source: string): Change[] =>
  entries
    .flatMap((entry) => entry.changes)
    .filter(({ kind, before, after }) => {
      const record = (after ?? before) as { source?: string } | undefined
      return (kind === 'passage' || kind === 'coding') && record?.source === source
    })

export const passages = (project: string, source: string) =>
  queryOptions({
    queryKey: keys.passages(project, source),
    queryFn: ({ client }) => {
      const params = { path: { project, source } }
      const read = async () =>
        (await ask(api.GET('/api/projects/{project}/sources/{source}/passages', { params }))).items
      const text = client.getQueryData(content(project, source).queryKey)?.positions
      return upToDate(project, read, (list, entries) =>
        patchPassages(list, changesIn(entries, source), (span) => text?.slice(span) ?? ''),
      )
    },
  })

function refresh(cache: QueryClient, project: string) {
  void cache.invalidateQueries({ queryKey: keys.project(project) })
  return cache.invalidateQueries({ queryKey: keys.sources(project) })
}

/** Renames a source, moves it to another strand, or names its language. */
export function useChangeSource(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({
      seen,
      ...body
    }: {
      seen: Source
      title?: string
      strand?: string
      language?: string
      withheld?: boolean
    }) =>
      ask(
        api.PATCH('/api/projects/{project}/sources/{source}', {
          params: { path: { project, source: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body,
        }),
      ),
    onSettled: () => refresh(cache, project),
  })
}

/** Deletes a source with its codings; the answer's journal number takes it back. */
export function useRemoveSource(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (source: string) =>
      ask(api.DELETE('/api/projects/{project}/sources/{source}', { params: { path: { project, source } } })),
    onSuccess: () => refresh(cache, project),
  })
}

export function useChangeSpeaker(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; name?: string; moderator?: boolean }) =>
      ask(
        api.PATCH('/api/projects/{project}/speakers/{speaker}', { params: { path: { project, speaker: id } }, body }),
      ),
    onSuccess: () => refresh(cache, project),
  })
}
