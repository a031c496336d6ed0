import { getRouteApi } from '@tanstack/react-router'
import {
  filterKinds,
  type Grouping,
  groupings,
  type LineOrder,
  lineOrders,
  type Part,
  type Query,
} from '../data/search'

const route = getRouteApi('/inside/p/$project/search')

/** How what is found is shown. */
export interface View {
  /** As turns, unless it is line by line. */
  as?: 'lines'
  /** Of lines. */
  sort: LineOrder
  /** What turns are gathered under. */
  by?: Grouping
  /** What turns show of passages that lie to others. */
  part?: Part
  /** By the name of which variable of cases turns are counted. */
  variable?: string
}

/** What the address asks for, how it is shown, and how to ask for something else. */
export function useAsked(): [Query, View, (change: Query & Partial<View>, replace?: boolean) => void] {
  const { as, sort, by, part, variable, ...query } = route.useSearch()
  const navigate = route.useNavigate()
  const ask = (change: Query & Partial<View>, replace = false) =>
    void navigate({ to: '.', search: (old) => ({ ...old, ...change }), replace, resetScroll: false })
  const view = {
    as,
    sort: lineOrders.find((one) => one === sort) ?? 'text',
    by: groupings.find((one) => one === by),
    part,
    variable,
  }
  return [query, view, ask]
}

/** The query with none of the filters. */
export const unfiltered: Query = Object.fromEntries(filterKinds.map((kind) => [kind, undefined]))
