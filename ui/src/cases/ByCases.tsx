import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useProjectId } from '../app/project'
import { toggled } from '../app/search-params'
import { someCases } from '../data/cases'
import type { Filter } from '../data/search'
import { variables } from '../data/variables'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { Tick } from '../search/Tick'
import { written } from './asked'
import { CasePicker } from './CasePicker'
import { useCaseName, useConditionWords } from './filtered'
import { NewCondition } from './NewCondition'
import './by-cases.css'

interface ByCasesProps {
  filter: Filter
  onChange: (filter: Filter) => void
}

/** The cases and the conditions on their variables that something is narrowed to; nothing where there are no cases. */
export function ByCases({ filter, onChange }: ByCasesProps) {
  const { data: some } = useQuery(someCases(useProjectId(), ''))
  const inWords = useConditionWords()
  const cases = filter.case ?? []
  const where = filter.where ?? []
  if (!some?.total && !cases.length && !where.length) return null
  const toggle = (kind: 'case' | 'where') => (value: string) => onChange(toggled(filter, kind, value))
  return (
    <section className="fac by-cases">
      <h3>{m.cases_cases()}</h3>
      <ul>
        {cases.map((id) => (
          <li key={id}>
            <Chosen id={id} onToggle={toggle('case')} />
          </li>
        ))}
        {where.map((text) => (
          <li key={text}>
            <Tick choice={{ value: text, name: inWords(text) }} checked onToggle={toggle('where')} />
          </li>
        ))}
      </ul>
      <Adding {...{ cases, where, toggle }} />
    </section>
  )
}

const Chosen = ({ id, onToggle }: { id: string; onToggle: (id: string) => void }) => (
  <Tick choice={{ value: id, name: useCaseName(id) }} checked onToggle={onToggle} />
)

interface AddingProps {
  cases: readonly string[]
  where: readonly string[]
  toggle: (kind: 'case' | 'where') => (value: string) => void
}

/** Where another case is found, or another condition made. */
function Adding({ cases, where, toggle }: AddingProps) {
  const { data: list = [] } = useQuery(variables(useProjectId()))
  const [open, setOpen] = useState<'case' | 'where'>()
  const close = () => setOpen(undefined)
  const choose = (kind: 'case' | 'where', value: string) => {
    if (!(kind === 'case' ? cases : where).includes(value)) toggle(kind)(value)
    close()
  }
  if (open === 'case') return <CasePicker without={cases} onChoose={({ id }) => choose('case', id)} onClose={close} />
  if (open === 'where')
    return <NewCondition variables={list} onAdd={(one) => choose('where', written(one))} onCancel={close} />
  return (
    <p className="row wrap tight">
      <button type="button" className="btn quiet sm" onClick={() => setOpen('case')}>
        <Icon name="plus" small />
        {m.cases_chooseCase()}
      </button>
      {list.length ? (
        <button type="button" className="btn quiet sm" onClick={() => setOpen('where')}>
          <Icon name="filter" small />
          {m.cases_addCondition()}
        </button>
      ) : null}
    </p>
  )
}
