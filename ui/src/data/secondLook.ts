import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'

/** The most codings that are listed at once; when they are done, the next come. */
const MOST = 500

/** A code's own codings that were made before its meaning changed, and not looked at since. */
export const outdatedCodings = (project: string, code: string) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'second look', code],
    queryFn: async ({ signal }) => {
      const query = { code: [code], outdated: true, limit: MOST }
      const params = { path: { project }, query }
      const { items } = await ask(api.GET('/api/projects/{project}/excerpts', { params, signal }))
      return items.filter((one) => one.code === code)
    },
  })
