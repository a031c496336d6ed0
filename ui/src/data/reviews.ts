import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'
import { stale } from './stale'

/** Passages of a source whose words did not outlive a correction, in text order. */
export const reviews = (project: string, source: string) =>
  queryOptions({
    queryKey: [...keys.reviews(project), source],
    queryFn: async () => {
      const params = { path: { project }, query: { source } }
      const { items } = await ask(api.GET('/api/projects/{project}/reviews', { params }))
      return items.toSorted((a, b) => a.now.start - b.now.start)
    },
  })

/** Leaves a passage where it was put; the answer's journal number takes that back. */
export function useAcceptReview(project: string) {
  const refresh = useRefresh(project)
  return useMutation({
    mutationFn: (review: string) =>
      ask(api.POST('/api/projects/{project}/reviews/{review}/accept', { params: { path: { project, review } } })),
    onSettled: refresh,
  })
}

/** Removes a passage whose words are gone, with its codings and memos. */
export function useRemoveReviewed(project: string) {
  const refresh = useRefresh(project)
  return useMutation({
    mutationFn: (review: string) =>
      ask(api.DELETE('/api/projects/{project}/reviews/{review}', { params: { path: { project, review } } })),
    onSettled: refresh,
  })
}

/** Puts a passage with its codings and memos on other words. */
export function usePlaceReviewed(project: string) {
  const refresh = useRefresh(project)
  return useMutation({
    mutationFn: ({ passage, ...body }: { passage: string; start: number; end: number; revision: number }) =>
      ask(api.PATCH('/api/projects/{project}/passages/{passage}', { params: { path: { project, passage } }, body })),
    onSettled: refresh,
  })
}

function useRefresh(project: string) {
  const cache = useQueryClient()
  return () => stale(cache, project, ['reviews', 'passages'])
}
