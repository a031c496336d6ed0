import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Bookmark } from '../api/names'
import { keys } from './keys'

/** My bookmarks in a source, in the order of the text. */
export const bookmarks = (project: string, source: string) =>
  queryOptions({
    queryKey: [...keys.bookmarks(project), source],
    queryFn: async () => {
      const params = { path: { project }, query: { source } }
      const { items } = await ask(api.GET('/api/projects/{project}/bookmarks', { params }))
      return items.toSorted((a, b) => a.position - b.position)
    },
  })

/** Puts a bookmark at a place: a code point of a source. */
export function useAddBookmark(project: string) {
  const refresh = useRefresh(project)
  return useMutation({
    mutationFn: (body: { source: string; position: number }) =>
      ask(api.POST('/api/projects/{project}/bookmarks', { params: { path: { project } }, body })),
    onSettled: refresh,
  })
}

export function useNameBookmark(project: string) {
  const refresh = useRefresh(project)
  return useMutation({
    mutationFn: ({ id, name }: Pick<Bookmark, 'id' | 'name'>) =>
      ask(
        api.PATCH('/api/projects/{project}/bookmarks/{bookmark}', {
          params: { path: { project, bookmark: id } },
          body: { name },
        }),
      ),
    onSettled: refresh,
  })
}

/** Takes a bookmark away; the answer's journal number puts it back. */
export function useRemoveBookmark(project: string) {
  const refresh = useRefresh(project)
  return useMutation({
    mutationFn: (bookmark: string) =>
      ask(api.DELETE('/api/projects/{project}/bookmarks/{bookmark}', { params: { path: { project, bookmark } } })),
    onSettled: refresh,
  })
}

function useRefresh(project: string) {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey: keys.bookmarks(project) })
}
