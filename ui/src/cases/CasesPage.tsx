import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../app/Page'
import { useMay, useProjectId } from '../app/project'
import type { CaseQuery } from '../data/cases'
import { variables } from '../data/variables'
import { Icon } from '../kit/marks'
import { Empty } from '../kit/states'
import { m } from '../paraglide/messages'
import { narrows } from './asked'
import { ImportDialog } from './ImportDialog'
import { Narrowing } from './Narrowing'
import { NewCaseDialog } from './NewCaseDialog'
import { Sheet } from './Sheet'
import { SheetMenus } from './SheetMenus'
import { Suggestions } from './Suggestions'
import { useShown } from './useShown'
import { VariablesDialog } from './VariablesDialog'
import './cases.css'

const route = getRouteApi('/inside/p/$project/cases')

/** The firms and persons of the study with what is known of them, as a sheet. */
export function CasesPage() {
  const query = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay().change
  const list = useSuspenseQuery(variables(useProjectId())).data
  const shown = useShown()
  const [open, setOpen] = useState<'case' | 'import' | 'variables'>()
  const close = () => setOpen(undefined)
  const ask = (next: CaseQuery) => void navigate({ to: '.', search: next, replace: true })
  const add = (
    <button type="button" className="btn primary" onClick={() => setOpen('case')}>
      <Icon name="plus" />
      {m.cases_add()}
    </button>
  )
  const none = narrows(query) ? (
    <NoneLike onClear={() => ask({ sort: query.sort })} />
  ) : (
    <Empty title={m.cases_empty()} heading="h2" actions={may ? add : undefined}>
      {m.cases_emptyHow()}
    </Empty>
  )
  return (
    <Page title={m.cases_cases()} className="cases-page">
      <header>
        <h1>{m.cases_cases()}</h1>
        <span className="push row tight">
          <SheetMenus variables={list} query={query} shown={shown} />
          <button type="button" className="btn" onClick={() => setOpen('variables')}>
            {m.cases_variables()}
          </button>
          {may ? (
            <button type="button" className="btn" onClick={() => setOpen('import')}>
              <Icon name="import" />
              {m.cases_import()}
            </button>
          ) : null}
          {may ? add : null}
        </span>
      </header>
      <div>
        {may ? <Suggestions /> : null}
        <Narrowing query={query} variables={list} onChange={ask} />
      </div>
      <Sheet variables={list} shown={shown} query={query} onSort={(sort) => ask({ ...query, sort })} none={none} />
      {open === 'case' ? <NewCaseDialog onClose={close} /> : null}
      {open === 'import' ? <ImportDialog onClose={close} /> : null}
      {open === 'variables' ? <VariablesDialog variables={list} onClose={close} /> : null}
    </Page>
  )
}

function NoneLike({ onClear }: { onClear: () => void }) {
  const clear = (
    <button type="button" className="btn" onClick={onClear}>
      {m.cases_showAll()}
    </button>
  )
  return <Empty title={m.cases_noneFound()} heading="h2" actions={clear} />
}
