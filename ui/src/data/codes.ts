import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Code, CodeChange, NewCode } from '../api/names'
import { Codebook } from '../codebook/codebook'
import { after, type Step } from '../codebook/steps'
import { keys } from './keys'

export const codes = (project: string) =>
  queryOptions({
    queryKey: keys.codes(project),
    queryFn: async () => (await ask(api.GET('/api/projects/{project}/codes', { params: { path: { project } } }))).items,
  })

/** The counts of a code that nobody has coded with yet. */
export const unused = { own: 0, all: 0, sources: 0, outdated: 0 }

const refresh = (cache: QueryClient, project: string) => cache.invalidateQueries({ queryKey: keys.codes(project) })

/** Creates a code, and has it in the codebook before the list is read again, so that it can be coded with at once. */
export function useAddCode(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: NewCode) =>
      ask(api.POST('/api/projects/{project}/codes', { params: { path: { project } }, body })),
    onSuccess: ({ seq: _, ...code }) => {
      cache.setQueryData(codes(project).queryKey, (list) =>
        list && !list.some((c) => c.id === code.id) ? [...list, { ...code, ...unused }] : list,
      )
      void refresh(cache, project)
    },
  })
}

interface Changing extends CodeChange {
  seen: Code
}

/** Renames, describes, recolours, moves or nests a code; shown at once, taken back when the server refuses. */
export function useChangeCode(project: string) {
  const cache = useQueryClient()
  const { queryKey } = codes(project)
  return useMutation({
    mutationFn: ({ seen, ...body }: Changing) =>
      ask(
        api.PATCH('/api/projects/{project}/codes/{code}', {
          params: { path: { project, code: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body,
        }),
      ),
    onMutate: async ({ seen, position: _, ...change }) => {
      await cache.cancelQueries({ queryKey })
      cache.setQueryData(queryKey, (list) => list?.map((c) => (c.id === seen.id ? { ...c, ...change } : c)))
    },
    onSettled: () => refresh(cache, project),
  })
}

/** Makes changes of the tree as one action, shown at once; the answer's journal number takes it back. */
export function useReorganise(project: string) {
  const cache = useQueryClient()
  const { queryKey } = codes(project)
  return useMutation({
    scope: { id: `codes ${project}` },
    mutationFn: (steps: readonly Step[]) => reorganise(project, steps),
    onMutate: async (steps) => {
      await cache.cancelQueries({ queryKey })
      cache.setQueryData(queryKey, (list) => list && [...after(new Codebook(list), steps).codes])
    },
    onSettled: (_, __, steps) =>
      cache.invalidateQueries({ queryKey: steps.some(takesCodings) ? keys.all(project) : queryKey }),
  })
}

const takesCodings = ({ mergeInto, remove }: Step): boolean => Boolean(mergeInto || remove)

/** One step has a route, and a sentence in the journal, of its own. */
function reorganise(project: string, steps: readonly Step[]): Promise<{ seq: number }> {
  const [step, ...more] = steps
  if (!step || more.length || step.create) return ask(post(project, steps, false))
  const { code, create: _, mergeInto, remove, version, ...body } = step
  const params = { path: { project, code } }
  if (remove) return ask(api.DELETE('/api/projects/{project}/codes/{code}', { params }))
  if (mergeInto)
    return ask(api.POST('/api/projects/{project}/codes/{code}/merge', { params, body: { into: mergeInto } }))
  const header = version ? { 'If-Match': `"${version}"` } : {}
  return ask(api.PATCH('/api/projects/{project}/codes/{code}', { params: { ...params, header }, body }))
}

const post = (project: string, steps: readonly Step[], preview: boolean) =>
  api.POST('/api/projects/{project}/codes/reorganise', {
    params: { path: { project }, query: { preview } },
    body: { steps: [...steps] },
  })

/** What changes of the tree would do, in numbers. */
export const effect = (project: string, steps: readonly Step[]) =>
  queryOptions({
    queryKey: [...keys.codes(project), 'effect', steps],
    queryFn: () => ask(post(project, steps, true)),
    enabled: steps.length > 0,
  })
