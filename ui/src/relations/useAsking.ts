import { getRouteApi } from '@tanstack/react-router'
import type { Asked } from './asked'

const route = getRouteApi('/inside/p/$project/surveys/$survey/relations')

/** What the address asks, and a way to ask something else. */
export function useAsking(): [Asked, (next: Partial<Asked>) => void] {
  const asked = route.useSearch()
  const navigate = route.useNavigate()
  const ask = (next: Partial<Asked>) =>
    void navigate({ to: '.', search: { ...asked, ...next }, replace: true, resetScroll: false })
  return [asked, ask]
}
