import { isNarrowed } from '../app/search-params'
import type { ByCase } from '../data/search'
import { m } from '../paraglide/messages'
import { SearchChips } from '../savedsearches/SearchChips'
import { Chip } from '../search/Chip'
import { useCaseName, useConditionWords } from './filtered'

interface CaseChipsProps {
  filter: ByCase
  onRemove: (kind: keyof ByCase, value: string) => void
}

/** The cases, conditions and saved searches that something is narrowed to, as words that can be taken away; nothing without any. */
export function CaseChipList(props: CaseChipsProps) {
  if (!isNarrowed({ case: props.filter.case, where: props.filter.where, search: props.filter.search })) return null
  return (
    <ul className="chips row wrap tight" aria-label={m.search_narrowedTo()}>
      <CaseChips {...props} />
    </ul>
  )
}

/** The same as items of a list that holds others. */
export function CaseChips({ filter, onRemove }: CaseChipsProps) {
  const inWords = useConditionWords()
  return (
    <>
      {(filter.case ?? []).map((id) => (
        <CaseChip key={id} id={id} onRemove={() => onRemove('case', id)} />
      ))}
      {(filter.where ?? []).map((text) => (
        <Chip key={text} title={m.cases_cases()} name={inWords(text)} onRemove={() => onRemove('where', text)} />
      ))}
      <SearchChips filter={filter} onRemove={onRemove} />
    </>
  )
}

const CaseChip = ({ id, onRemove }: { id: string; onRemove: () => void }) => (
  <Chip title={m.cases_case()} name={useCaseName(id)} onRemove={onRemove} />
)
