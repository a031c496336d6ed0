import type { QueryPart } from '../api/names'
import { figure } from '../kit/words'
import { locale } from '../language/language'
import { m } from '../paraglide/messages'
import { facetTitles } from './facets'
import type { How } from './writing'

/** A part as a kind of thing and what of it; one that is too deep stays as it is written. */
export function inWords(part: QueryPart): { title: string; name: string } {
  const { kind, words = '', number = 0, text } = part
  if (kind === 'word') return { title: part.exact ? m.search_partExact() : m.search_partForms(), name: words }
  if (kind === 'prefix') return { title: m.search_partBegins(), name: words }
  if (kind === 'fuzzy') return { title: m.search_partLike(), name: words }
  if (kind === 'not') return { title: m.search_partWithout(), name: words }
  if (kind === 'near')
    return {
      title: (part.ordered ? m.search_partOrder : m.search_partNear)({ n: figure(number) }),
      name: words,
    }
  if (kind === 'field') return { title: fieldTitles[part.field ?? '']?.() ?? part.field ?? '', name: values(part) }
  if (kind === 'relation') return { title: m.search_passages(), name: related(part) }
  return { title: '', name: text }
}

const fieldTitles: Partial<Record<string, () => string>> = {
  ...facetTitles,
  case: m.search_partCase,
  memo: m.search_partMemo,
}

/** Names of which any will do: A, B or C. */
const either = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'disjunction' }).format(names)

function values({ less, values }: QueryPart): string {
  const names = either(values ?? [])
  return less ? m.search_partNot({ values: names }) : names
}

/** A part as it stands in a sentence. */
export function inSentence(part: QueryPart): string {
  const { kind, words = '', field = '', number = 0, text } = part
  const n = figure(number)
  switch (kind) {
    case 'word':
      return (part.exact ? m.search_readExact : m.search_readForms)({ words })
    case 'prefix':
      return m.search_readBegins({ words })
    case 'fuzzy':
      return m.search_readLike({ words })
    case 'not':
      return m.search_readWithout({ words })
    case 'near':
      return (part.ordered ? m.search_readOrder : m.search_readNear)({ words, n })
    case 'field':
      return readField[field]?.({ values: values(part) }) ?? `${field}: ${values(part)}`
    case 'relation':
      return m.search_readPassages({ passages: related(part) })
    default:
      return text
  }
}

/** Fields in a sentence; others are variables, which go by their name. */
const readField: Partial<Record<string, (said: { values: string }) => string>> = {
  speaker: m.search_readSpeaker,
  strand: m.search_readStrand,
  source: m.search_readSource,
  code: m.search_readCode,
  coder: m.search_readCoder,
  case: m.search_readCase,
  memo: m.search_readMemo,
}

/** How passages lie to others, as the rest of a sentence. */
function related({ how, of, to, number = 0 }: QueryPart): string {
  return relation[how as How]?.({ of: coded(of), to: coded(to), n: figure(number) }) ?? ''
}

/** What a coding of a relation is: one of some codes, by one of some coders. */
function coded(codings: QueryPart['of']): string {
  const [codes, coder] = ['code', 'coder'].map((wanted) =>
    either((codings ?? []).filter(({ field }) => field === wanted).flatMap(({ values }) => values ?? [])),
  )
  if (!coder) return codes ?? ''
  return codes ? m.search_relBy({ codes, coder }) : m.search_relByOnly({ coder })
}

/** Each way in which passages lie to others. */
export const relation: Record<How, (said: { of: string; to: string; n: string }) => string> = {
  overlaps: m.search_relOverlaps,
  within: m.search_relWithin,
  outside: m.search_relOutside,
  encloses: m.search_relEncloses,
  before: m.search_relBefore,
  after: m.search_relAfter,
  sameturn: m.search_relTurn,
  samesource: m.search_relSource,
}
