import { getRouteApi } from '@tanstack/react-router'
import { filterKinds, type LineOrder, lineOrders, type Query } from '../data/search'

const route = getRouteApi('/inside/p/$project/search')

/** How what is found is shown. */
export interface View {
  /** As turns, unless it is line by line. */
  as?: 'lines'
  sort: LineOrder
}

/** What the address asks for, how it is shown, and how to ask for something else. */
export function useAsked(): [Query, View, (change: Query & Partial<View>, replace?: boolean) => void] {
  const { as, sort, ...query } = route.useSearch()
  const navigate = route.useNavigate()
  const ask = (change: Query & Partial<View>, replace = false) =>
    void navigate({ to: '.', search: (old) => ({ ...old, ...change }), replace, resetScroll: false })
  return [query, { as, sort: lineOrders.find((one) => one === sort) ?? 'text' }, ask]
}

/** The query with none of the filters. */
export const unfiltered: Query = Object.fromEntries(filterKinds.map((kind) => [kind, undefined]))
