import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { PageWord } from '../api/names'
import { keys } from './keys'

/** The pages of the file that a source was made of; none for a file without. Sizes are in points. */
export const pages = (project: string, source: string) =>
  queryOptions({
    queryKey: keys.pages(project, source),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/sources/{source}/pages', { params: { path: { project, source } } })))
        .items,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Where the words of a revision of the text stand on a page, in points, in the order of the text. */
export const pageWords = (project: string, source: string, revision: number, page: number) =>
  queryOptions({
    queryKey: [...keys.pages(project, source), revision, page],
    queryFn: async (): Promise<PageWord[]> => {
      const params = { path: { project, source, page } }
      return (await ask(api.GET('/api/projects/{project}/sources/{source}/pages/{page}', { params }))).words
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The address of a page's picture, so many pixels wide. */
export const pageImage = (project: string, source: string, page: number, width: number): string =>
  `/api/projects/${project}/sources/${source}/pages/${page}/image?width=${width}`
