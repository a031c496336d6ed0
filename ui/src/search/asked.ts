import { getRouteApi } from '@tanstack/react-router'
import { filterKinds, type Query } from '../data/search'

const route = getRouteApi('/inside/p/$project/search')

/** What the address asks for, and how to ask for something else. */
export function useAsked(): [Query, (change: Query, replace?: boolean) => void] {
  const { as: _, ...query } = route.useSearch()
  const navigate = route.useNavigate()
  const ask = (change: Query, replace = false) =>
    void navigate({ to: '.', search: (old) => ({ ...old, ...change }), replace, resetScroll: false })
  return [query, ask]
}

/** The query with none of the filters. */
export const unfiltered: Query = Object.fromEntries(filterKinds.map((kind) => [kind, undefined]))
