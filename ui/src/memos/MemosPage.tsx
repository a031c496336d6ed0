import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Memo } from '../api/names'
import { Page } from '../app/Page'
import { useMay, useProjectId } from '../app/project'
import { useHandlers } from '../commands/registry'
import { isFiltered, memos } from '../data/memos'
import { useDrawnMemos, useMemos } from '../data/useMemos'
import { Dialog } from '../kit/dialog'
import { Icon } from '../kit/marks'
import { Empty, Failure } from '../kit/states'
import { count } from '../kit/words'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { Arranged } from './Arranged'
import { type Asked, filterOf } from './asked'
import { Export } from './Export'
import { MemoForm } from './MemoForm'
import { Narrowing } from './Narrowing'
import '../look/pages.css'
import './memos.css'

const route = getRouteApi('/inside/p/$project/memos')

const none: readonly Memo[] = []

/** What was thought on the way, and on what: all memos in one place, to be searched, narrowed and taken along. */
export function MemosPage() {
  const project = useProjectId()
  const asked = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay().code
  const [writing, write] = useState(false)
  const all = useMemos(project)
  const filter = filterOf(asked)
  const { data = none, error, refetch } = useQuery({ ...memos(project, filter), placeholderData: keepPreviousData })
  const found = useDrawnMemos(project, data, !isFiltered(filter))
  const ask = (next: Asked) => void navigate({ to: '.', search: next, replace: true })
  useHandlers(may ? { 'memo.write': () => write(true) } : {})
  return (
    <Page title={m.memos_memos()}>
      <div className="pg memos-page">
        <header>
          <h1>{m.memos_memos()}</h1>
          <p aria-live="polite">
            {found.length === all.length
              ? count(all.length, 'memo')
              : m.memos_ofAll({ n: String(found.length), all: count(all.length, 'memo') })}
          </p>
          <span className="push row tight">
            {all.length ? <Export filter={filter} /> : null}
            {may ? <WriteButton onClick={() => write(true)} /> : null}
          </span>
        </header>
        {all.length ? <Narrowing asked={asked} memos={all} onChange={ask} /> : <Nothing may={may} />}
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        {all.length && !found.length && !error ? <NoneLike onClear={() => ask({})} /> : null}
        <Arranged memos={found} asked={asked} />
      </div>
      {writing ? (
        <Dialog title={m.memos_new()} onClose={() => write(false)} wide>
          <MemoForm movable on={{ kind: 'project', id: project }} onClose={() => write(false)} />
        </Dialog>
      ) : null}
    </Page>
  )
}

function WriteButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" className="btn primary" onClick={onClick}>
      <Icon name="plus" />
      {m.memos_write()}
    </button>
  )
}

function Nothing({ may }: { may: boolean }) {
  return (
    <Empty title={m.memos_empty()} heading="h2">
      {may ? rich(m.memos_emptyHow(), { key: () => <kbd>M</kbd> }) : null}
    </Empty>
  )
}

function NoneLike({ onClear }: { onClear: () => void }) {
  const clear = (
    <button type="button" className="btn" onClick={onClear}>
      {m.memos_clear()}
    </button>
  )
  return <Empty title={m.memos_noneFound()} heading="h2" actions={clear} />
}
