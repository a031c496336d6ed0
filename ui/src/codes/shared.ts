import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from '../data/keys'

/** The most passages that are looked at; the server gives no more at once. */
const MOST = 5000

/** How many passages carry both codes by one coder. */
export const shared = (project: string, one: string, other: string) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'shared', one, other],
    queryFn: async () => {
      const query = { code: [one, other], limit: MOST }
      const { items } = await ask(api.GET('/api/projects/{project}/excerpts', { params: { path: { project }, query } }))
      const of = (code: string) =>
        items.filter((each) => each.code === code).map(({ passage, coder }) => `${passage} ${coder}`)
      const first = new Set(of(one))
      return of(other).filter((each) => first.has(each)).length
    },
  })
