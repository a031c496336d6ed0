import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { NewVariable, Variable, VariableChange } from '../api/names'
import { keys } from './keys'
import { stale } from './stale'

export const variableKinds = ['text', 'integer', 'decimal', 'yesno', 'date', 'one', 'several'] as const
export type VariableKind = (typeof variableKinds)[number]

/** Which cases can have a variable. */
export const bearers = ['both', 'firm', 'person'] as const
export type Bearer = (typeof bearers)[number]

/** The variables of a project's cases, in order. */
export const variables = (project: string) =>
  queryOptions({
    queryKey: keys.variables(project),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/variables', { params: { path: { project } } }))).items,
  })

/** The values go by the names of variables, so the cases are read again too. */
function refresh(cache: QueryClient, project: string) {
  stale(cache, project, ['cases'])
  return cache.invalidateQueries({ queryKey: keys.variables(project) })
}

export function useAddVariable(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: NewVariable) =>
      ask(api.POST('/api/projects/{project}/variables', { params: { path: { project } }, body })),
    onSuccess: () => refresh(cache, project),
  })
}

interface Changing extends VariableChange {
  seen: Variable
}

/** Changes a variable; the values that cases have of it are converted, or the change is refused. */
export function useChangeVariable(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ seen, ...body }: Changing) =>
      ask(
        api.PATCH('/api/projects/{project}/variables/{variable}', {
          params: { path: { project, variable: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body,
        }),
      ),
    onSettled: () => refresh(cache, project),
  })
}

/** Deletes a variable with its values. The answer's journal number brings them back. */
export function useRemoveVariable(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (variable: string) =>
      ask(api.DELETE('/api/projects/{project}/variables/{variable}', { params: { path: { project, variable } } })),
    onSuccess: () => refresh(cache, project),
  })
}
