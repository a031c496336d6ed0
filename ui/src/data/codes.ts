import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Step } from '../codebook/steps'
import { keys } from './keys'
import { postSteps } from './sendingSteps'

export const codes = (project: string) =>
  queryOptions({
    queryKey: keys.codes(project),
    queryFn: async () => (await ask(api.GET('/api/projects/{project}/codes', { params: { path: { project } } }))).items,
  })

/** The counts of a code that nobody has coded with yet. */
export const unused = { own: 0, all: 0, sources: 0, outdated: 0 }

/** What changes of the tree would do, in numbers. */
export const effect = (project: string, steps: readonly Step[]) =>
  queryOptions({
    queryKey: [...keys.codes(project), 'effect', steps],
    queryFn: () => ask(postSteps(project, steps, true)),
    enabled: steps.length > 0,
  })
