import { Popover } from '@base-ui/react/popover'
import { useNavigate } from '@tanstack/react-router'
import { isNarrowed, toggled } from '../app/search-params'
import { ByCases } from '../cases/ByCases'
import { CaseChipList } from '../cases/CaseChips'
import type { ByCase } from '../data/search'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { BySearches } from '../savedsearches/BySearches'
import '../search/search.css'

/** Puts into the address to which cases the list is narrowed. */
function useNarrow(): (byCase: ByCase) => void {
  const navigate = useNavigate({ from: '/p/$project/sources' })
  return ({ case: cases, where, search }) =>
    void navigate({ search: (now) => ({ ...now, case: cases, where, search }), replace: true, resetScroll: false })
}

/** The cases to which sources belong. */
export function OfCases({ filter }: { filter: ByCase }) {
  const narrow = useNarrow()
  const trigger = (
    <button type="button" className="btn quiet" aria-pressed={isNarrowed(filter)}>
      <Icon name="cases" />
      {m.cases_cases()}
    </button>
  )
  return (
    <Popover.Root>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner className="floor" align="end" sideOffset={4}>
          <Popover.Popup className="pop srcs-of" aria-label={m.cases_cases()}>
            <ByCases filter={filter} onChange={narrow} />
            <BySearches filter={filter} onChange={narrow} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The same as words that can be taken away. */
export function OfCasesChips({ filter }: { filter: ByCase }) {
  const narrow = useNarrow()
  return <CaseChipList filter={filter} onRemove={(kind, value) => narrow(toggled(filter, kind, value))} />
}
