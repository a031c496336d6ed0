import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Variable } from '../api/names'
import { useProjectId } from '../app/project'
import { useHandlers } from '../commands/registry'
import { type CaseQuery, casePage } from '../data/cases'
import { Segmented } from '../kit/fields'
import { Icon } from '../kit/marks'
import { SearchField } from '../kit/SearchField'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { narrows } from './asked'
import { Conditions } from './Conditions'

interface NarrowingProps {
  query: CaseQuery
  variables: readonly Variable[]
  onChange: (query: CaseQuery) => void
}

/** Which cases are shown: words, firms or persons, and conditions on their variables. */
export function Narrowing({ query, variables, onChange }: NarrowingProps) {
  const field = useRef<HTMLInputElement>(null)
  const [adding, setAdding] = useState(false)
  useHandlers({ 'case.find': () => field.current?.focus() })
  const where = query.where ?? []
  const set = (next: string[]) => onChange({ ...query, where: next.length ? next : undefined })
  return (
    <search className="cases-narrowing">
      <div className="row wrap">
        <SearchField
          ref={field}
          label={m.cases_search()}
          value={query.q ?? ''}
          onChange={(q) => onChange({ ...query, q: q || undefined })}
        />
        <Segmented
          label={m.cases_kind()}
          value={query.kind?.[0] ?? ''}
          options={[
            { value: '', name: m.cases_all() },
            { value: 'firm', name: m.cases_firms() },
            { value: 'person', name: m.cases_persons() },
          ]}
          onChange={(kind) => onChange({ ...query, kind: kind ? [kind] : undefined })}
        />
        {variables.length && !adding ? (
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            <Icon name="filter" />
            {m.cases_filter()}
          </button>
        ) : null}
        <Found query={query} />
      </div>
      <Conditions where={where} variables={variables} onChange={set} adding={adding} onAdded={() => setAdding(false)} />
    </search>
  )
}

/** How many there are, of how many. */
function Found({ query }: { query: CaseQuery }) {
  const project = useProjectId()
  const { data: found } = useQuery(casePage(project, query, 0))
  const { data: all } = useQuery({ ...casePage(project, {}, 0), enabled: narrows(query) })
  const n = count(found?.total ?? 0, 'case')
  return (
    <p className="push soft" aria-live="polite">
      {found && (narrows(query) && all ? m.cases_ofAll({ n: String(found.total), all: count(all.total, 'case') }) : n)}
    </p>
  )
}
