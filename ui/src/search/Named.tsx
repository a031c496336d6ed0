import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { NamedHit, NamedHits } from '../api/names'
import { useProjectId } from '../app/project'
import { searchNamed } from '../data/search'
import { announce } from '../kit/announce'
import { Thread } from '../kit/marks'
import { count, figure, listed } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Names } from './facets'
import { Marked } from './Marked'

interface NamedProps {
  q: string
  names: Names
}

/** What the words of a query find beside turns, as a line that unfolds; nothing where they find nothing. */
export function Named({ q, names }: NamedProps) {
  const { data, error } = useQuery({ ...searchNamed(useProjectId(), q), enabled: q !== '' })
  const found = error ? [] : (data?.items ?? [])
  const told = found.length ? m.search_alsoFound({ what: listed(found.map(howMany)) }) : ''
  useEffect(() => {
    if (told) announce(told)
  }, [told])
  if (!told) return null
  return (
    <details className="also">
      <summary>{told}</summary>
      <div className="kinds">
        {found.map((kind) => (
          <OfKind key={kind.kind} of={kind} names={names} />
        ))}
      </div>
    </details>
  )
}

const howMany = ({ kind, total }: NamedHits) => count(total, kind)

function OfKind({ of, names }: { of: NamedHits; names: Names }) {
  const more = of.total > of.items.length
  return (
    <section>
      <h2>
        {howMany(of)}
        {more ? <span className="cap">{m.search_firstNamed({ n: figure(of.items.length) })}</span> : null}
      </h2>
      <ul>
        {of.items.map((hit) => (
          <Row key={hit.id} kind={of.kind} {...{ hit, names }} />
        ))}
      </ul>
    </section>
  )
}

function Row({ kind, hit, names }: { kind: NamedHits['kind']; hit: NamedHit; names: Names }) {
  const color = names.book.get(hit.id)?.color
  return (
    <li>
      <span className="to">
        {color ? <Thread color={color} /> : null}
        <Way kind={kind} hit={hit} />
      </span>
      {hit.name ? <span className="cap cut">{kind === 'speaker' ? where(hit, names) : <Said hit={hit} />}</span> : null}
    </li>
  )
}

/** The name of what was found, which leads to its place; a memo without a title goes by its words. */
function Way({ kind, hit }: { kind: NamedHits['kind']; hit: NamedHit }): ReactNode {
  const { id, name, marks } = hit
  const params = { project: useProjectId() }
  const called = <Marked text={name} start={0} marks={marks} />
  switch (kind) {
    case 'code':
      return (
        <Link className="cut" to="/p/$project/codes" params={params} search={{ code: id }}>
          {called}
        </Link>
      )
    case 'memo':
      return (
        <Link className="cut" to="/p/$project/memos" params={params} search={{ q: opening(hit) }} hash={`memo-${id}`}>
          {name ? called : <Words hit={hit} />}
        </Link>
      )
    case 'source':
      return (
        <Link className="cut" to="/p/$project/sources/$source" params={{ ...params, source: id }}>
          {called}
        </Link>
      )
    case 'speaker':
      return (
        <Link className="cut" to="/p/$project/search" params={params} search={{ speaker: [name] }}>
          {called}
        </Link>
      )
    case 'case':
      return (
        <Link className="cut" to="/p/$project/cases/$case" params={{ ...params, case: id }}>
          {called}
        </Link>
      )
  }
}

/** Words by which the page of memos finds a memo: its title, or some that stand in it. */
const opening = ({ name, text = '' }: NamedHit): string =>
  name || text.replaceAll('…', ' ').trim().split(/\s+/).slice(0, 8).join(' ')

const Words = ({ hit: { text = '', found = [] } }: { hit: NamedHit }) => <Marked text={text} start={0} marks={found} />

const parts: Partial<Record<NonNullable<NamedHit['part']>, () => string>> = {
  definition: m.codes_definition,
  include: m.codes_include,
  exclude: m.codes_exclude,
  example: m.codes_example,
}

/** What has the words beside the name, and what stands there. */
function Said({ hit }: { hit: NamedHit }) {
  const part = hit.part && parts[hit.part]?.()
  return (
    <>
      {part ? <b>{part}</b> : null} <Words hit={hit} />
    </>
  )
}

/** The source in which a speaker speaks, or how many they are. */
function where({ sources = [] }: NamedHit, names: Names): string | undefined {
  if (sources.length === 1) return names.sources.find(({ id }) => id === sources[0])?.title
  return m.search_inSources({ n: figure(sources.length), sources: count(names.sources.length, 'source') })
}
