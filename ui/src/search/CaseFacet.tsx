import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useProjectId } from '../app/project'
import { isNarrowed, toggled } from '../app/search-params'
import { written } from '../cases/asked'
import { byCase, type Query } from '../data/search'
import { variables } from '../data/variables'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Tick } from './Tick'

/** Kinds of variables with few values. */
const countable = ['one', 'several', 'yesno', 'integer']

interface CaseFacetProps {
  query: Query
  /** The name of the one that was chosen. */
  variable?: string
  onAsk: (change: Query & { variable?: string }) => void
}

/** The turns by a variable of the cases whose words they are. */
export function CaseFacet({ query, variable, onAsk }: CaseFacetProps) {
  const { data: all = [] } = useQuery(variables(useProjectId()))
  const offered = all.filter(({ kind }) => countable.includes(kind))
  const chosen = offered.find(({ name }) => name === variable)
  if (!offered.length) return null
  return (
    <section className="fac">
      <h3>
        {chosen?.name ?? m.search_byVariable()}
        {chosen ? <span className="n">{m.search_turnsOf()}</span> : null}
      </h3>
      {chosen ? <Values {...{ query, onAsk }} variable={chosen.name} /> : null}
      <select
        className="select"
        aria-label={m.search_byVariable()}
        value={chosen?.name ?? ''}
        onChange={({ target }) => onAsk({ variable: target.value || undefined })}
      >
        <option value="">{m.search_chooseVariable()}</option>
        {offered.map(({ id, name }) => (
          <option key={id}>{name}</option>
        ))}
      </select>
    </section>
  )
}

/** How many values stand in the list. */
const MOST = 30

function Values({ query, variable, onAsk }: { query: Query; variable: string; onAsk: (change: Query) => void }) {
  const { data } = useQuery({
    ...byCase(useProjectId(), query, variable),
    enabled: Boolean(query.q) || isNarrowed(query),
    placeholderData: keepPreviousData,
  })
  const items = data?.items ?? []
  return (
    <>
      <ul>
        {items.slice(0, MOST).map(({ value, name, count, of }) => {
          const condition = written({ variable, sign: '=', value })
          return (
            <li key={value}>
              <Tick
                choice={{ value: condition, name: name || m.search_notKnown(), count, of }}
                checked={query.where?.includes(condition) ?? false}
                onToggle={() => onAsk(toggled(query, 'where', condition))}
              />
            </li>
          )
        })}
      </ul>
      {items.length > MOST ? <p className="cap">{m.search_firstNamed({ n: figure(MOST) })}</p> : null}
    </>
  )
}
