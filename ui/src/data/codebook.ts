import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'

/** The codebook as it was at a moment (RFC 3339). The past does not change, so it is read once. */
export const codebookAt = (project: string, at: string) =>
  queryOptions({
    queryKey: keys.codebookAt(project, at),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/codebook', { params: { path: { project }, query: { at } } }))).items,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Two moments (RFC 3339): the beginning of the project and now where they are left out. */
export interface Between {
  from?: string
  to?: string
}

/** What is different between the codebook at two moments, code by code. */
export const codebookChanges = (project: string, query: Between) =>
  queryOptions({
    queryKey: [...keys.codebookChanges(project), query],
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/codebook/changes', { params: { path: { project }, query } }))).items,
  })
