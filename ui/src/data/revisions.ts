import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'
import { stale } from './stale'

const path = '/api/projects/{project}/sources/{source}'

/** Versions of a source's text, newest first. */
export const revisions = (project: string, source: string) =>
  queryOptions({
    queryKey: [...keys.revisions(project), source],
    queryFn: async () => (await ask(api.GET(`${path}/revisions`, { params: { path: { project, source } } }))).items,
  })

/** What is different from one version of a text to another, in text order, and the turns of the newer one. */
export const textChanges = (project: string, source: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...keys.revisions(project), source, 'changes', from, to],
    queryFn: async () => {
      const [changes, turns] = await Promise.all([
        ask(api.GET(`${path}/changes`, { params: { path: { project, source }, query: { from, to } } })),
        ask(api.GET(`${path}/revisions/{number}/turns`, { params: { path: { project, source, number: to } } })),
      ])
      return { changes: changes.items, turns: turns.items }
    },
  })

/** The words and turns of one version. */
export const revisionText = (project: string, source: string, number: number) =>
  queryOptions({
    queryKey: [...keys.revisions(project), source, 'text', number],
    queryFn: async () => {
      const params = { path: { project, source, number } }
      const [text, turns] = await Promise.all([
        ask(api.GET(`${path}/revisions/{number}/text`, { params, parseAs: 'text' })) as Promise<unknown>,
        ask(api.GET(`${path}/revisions/{number}/turns`, { params })),
      ])
      return { text: text as string, turns: turns.items }
    },
  })

/** Makes a new version that reads as a former one; `seen` is the present one as it was seen. */
export function useRestoreRevision(project: string, source: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ number, seen }: { number: number; seen: number }) =>
      ask(
        api.POST(`${path}/revisions/{number}/restore`, {
          params: { path: { project, source, number } },
          body: { revision: seen },
        }),
      ),
    onSettled: () => stale(cache, project, ['revisions', 'reviews', 'sources']),
  })
}
