import { useQuery } from '@tanstack/react-query'
import type { QueryPart } from '../api/names'
import { useProjectId } from '../app/project'
import { parsedQuery } from '../data/search'
import { figure, listed } from '../kit/words'
import { m } from '../paraglide/messages'
import { Chip } from './Chip'
import { facetTitles } from './facets'

/** The parts of a query as words that can be taken away; nothing while there are none or it can't be read. */
export function Parts({ q, onAsk }: { q: string; onAsk: (q: string) => void }) {
  const { data, error } = useQuery({ ...parsedQuery(useProjectId(), q), enabled: q !== '' })
  if (!q || error || !data?.parts.length) return null
  const without = (part: QueryPart) =>
    data.parts
      .filter((one) => one !== part)
      .map(({ text }) => text)
      .join(' ')
  return (
    <ul className="chips row wrap tight" aria-label={m.search_parts()}>
      {data.parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a query can have the same part twice
        <Chip key={`${i} ${part.text}`} {...inWords(part)} onRemove={() => onAsk(without(part))} />
      ))}
    </ul>
  )
}

/** A part as a kind of thing and what of it; one that is too deep stays as it is written. */
function inWords(part: QueryPart): { title: string; name: string } {
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
  if (kind === 'field') return ofField(part)
  if (kind === 'relation') return { title: m.search_passages(), name: related(part) }
  return { title: '', name: text }
}

const fieldTitles: Partial<Record<string, () => string>> = {
  ...facetTitles,
  case: m.search_partCase,
  memo: m.search_partMemo,
}

function ofField({ field = '', less, values }: QueryPart) {
  const names = listed(values ?? [])
  return {
    title: fieldTitles[field.toLowerCase()]?.() ?? field,
    name: less ? m.search_partNot({ values: names }) : names,
  }
}

/** How passages lie to others, as the rest of a sentence. */
function related({ how, of, to, number = 0 }: QueryPart): string {
  const said = (codings: QueryPart['of']) => listed((codings ?? []).flatMap(({ values }) => values ?? []))
  const asked = { of: said(of), to: said(to), n: figure(number) }
  switch (how) {
    case 'within':
      return m.search_relWithin(asked)
    case 'outside':
      return m.search_relOutside(asked)
    case 'encloses':
      return m.search_relEncloses(asked)
    case 'before':
      return m.search_relBefore(asked)
    case 'after':
      return m.search_relAfter(asked)
    case 'sameturn':
      return m.search_relTurn(asked)
    case 'samesource':
      return m.search_relSource(asked)
    default:
      return m.search_relOverlaps(asked)
  }
}
