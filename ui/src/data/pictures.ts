import { queryOptions, useMutation } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Whole } from '../api/names'
import type { components, paths } from '../api/schema'
import { keys } from './keys'

type Asked<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never

/** Which words are counted. */
export type WordsAsked = Asked<'/api/projects/{project}/words'>
/** Whose codings of which sources. */
export type SaturationAsked = Asked<'/api/projects/{project}/saturation'>
export type Words = Whole<components['schemas']['WordsView']>
export type Saturation = Whole<components['schemas']['SaturationView']>

/** The words that are said most. */
export const words = (project: string, query: WordsAsked) =>
  queryOptions({
    queryKey: [...keys.searches(project), 'words', query],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/projects/{project}/words', { params: { path: { project }, query }, signal })),
    retry: false,
  })

/** Where the words can be downloaded. */
export function wordsFile(project: string, query: WordsAsked, ending: string): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of [value ?? []].flat()) asked.append(name, String(one))
  return `/api/projects/${project}/words.${ending}?${asked}`
}

/** Says which words counts leave out; none for the usual ones. */
export const useSetStopWords = (project: string) =>
  useMutation({
    mutationFn: (list: string[]) =>
      ask(api.PUT('/api/projects/{project}/stop-words', { params: { path: { project } }, body: { words: list } })),
  })

/** New codes of each source, in the order of coding. */
export const saturation = (project: string, query: SaturationAsked) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'saturation', query],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/projects/{project}/saturation', { params: { path: { project }, query }, signal })),
    retry: false,
  })
