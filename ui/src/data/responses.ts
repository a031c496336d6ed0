import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'

/** How many responses are read at once. */
export const MOST_RESPONSES = 200

/** The first responses that meet all conditions, and how many do in all. */
export const responses = (project: string, survey: string, where: readonly string[]) =>
  queryOptions({
    queryKey: [...keys.surveys(project), survey, 'responses', where],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/projects/{project}/surveys/{survey}/responses', {
          params: { path: { project, survey }, query: { where: [...where], limit: MOST_RESPONSES } },
          signal,
        }),
      ),
  })
