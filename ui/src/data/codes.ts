import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Code, CodeChange, NewCode } from '../api/names'
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

/** Deletes a code with all under it; the answer's journal number takes it back. */
export function useRemoveCode(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (code: string) =>
      ask(api.DELETE('/api/projects/{project}/codes/{code}', { params: { path: { project, code } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.all(project) }),
  })
}

export function useMergeCode(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ code, into }: { code: string; into: string }) =>
      ask(
        api.POST('/api/projects/{project}/codes/{code}/merge', { params: { path: { project, code } }, body: { into } }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.all(project) }),
  })
}
