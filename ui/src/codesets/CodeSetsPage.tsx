import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CodeSet } from '../api/names'
import { Page } from '../app/Page'
import { useMay, useProjectId } from '../app/project'
import { codeSets } from '../data/codeSets'
import { Icon } from '../kit/marks'
import { Empty, Failure, Late, Lines } from '../kit/states'
import { m } from '../paraglide/messages'
import { SetDialog } from './SetDialog'
import { SetSection } from './SetSection'
import '../look/pages.css'
import './codesets.css'

/** The sets of codes: codes from anywhere in the tree that are looked at together. */
export function CodeSetsPage() {
  const project = useProjectId()
  const may = useMay().change
  const { data, error, refetch } = useQuery(codeSets(project))
  const [open, setOpen] = useState<CodeSet | 'new'>()
  const crumbs = (
    <Link to="/p/$project/codes" params={{ project }}>
      {m.codesets_codes()}
    </Link>
  )
  const button = (
    <button type="button" className="btn primary" onClick={() => setOpen('new')}>
      <Icon name="plus" />
      {m.codesets_new()}
    </button>
  )
  return (
    <Page title={m.codesets_title()} crumbs={crumbs}>
      <div className="pg cs">
        <header>
          <h1>{m.codesets_title()}</h1>
          <div className="push">{may && data?.length ? button : null}</div>
        </header>
        {error && !data ? <Failure error={error} retry={() => void refetch()} /> : null}
        {data || error ? null : (
          <Late>
            <Lines />
          </Late>
        )}
        {data?.length === 0 ? (
          <Empty title={m.codesets_none()} heading="h2" actions={may ? button : null}>
            {m.codesets_noneHint()}
          </Empty>
        ) : null}
        {data?.map((set) => (
          <SetSection key={set.id} set={set} onEdit={may ? () => setOpen(set) : undefined} />
        ))}
      </div>
      {open ? <SetDialog set={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} /> : null}
    </Page>
  )
}
