import type { NarrowedBy } from '../api/names'
import { useConditionWords } from '../cases/filtered'
import { m } from '../paraglide/messages'
import { facetTitles } from './facets'

const titles: Record<NarrowedBy['by'], () => string> = {
  ...facetTitles,
  case: m.cases_case,
  where: m.cases_cases,
  search: m.savedsearches_foundBy,
}

/** Says what something was narrowed to, for what stands under a picture. */
export function useNarrowedWords(list: readonly NarrowedBy[] = []): string[] {
  const inWords = useConditionWords()
  return list.map(
    ({ by, name }) => `${titles[by]()}: ${by === 'where' ? inWords(name) : name || m.search_nothingYet()}`,
  )
}
