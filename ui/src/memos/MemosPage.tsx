import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../app/Page'
import { useMay, usePeople, useProjectId } from '../app/project'
import { useHandlers } from '../commands/registry'
import { memoKinds, memos } from '../data/memos'
import { Segmented } from '../kit/fields'
import { Icon } from '../kit/marks'
import { Empty } from '../kit/states'
import { count } from '../kit/words'
import { MemoItem } from './MemoItem'
import { NewMemo } from './NewMemo'
import '../look/pages.css'
import './memos.css'

const route = getRouteApi('/inside/p/$project/memos')
const kinds = [
  { value: 'all', name: 'All' },
  ...memoKinds.map((kind) => ({ value: kind as string, name: kind.charAt(0).toUpperCase() + kind.slice(1) })),
]

/** What was thought on the way, and on what. */
export function MemosPage() {
  const { kind, author } = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay().code
  const [writing, setWriting] = useState(false)
  const all = useSuspenseQuery(memos(useProjectId())).data
  const shown = all.filter((memo) => (!kind || memo.kind === kind) && (!author || memo.author === author))
  const narrow = (search: { kind?: string; author?: string }) => void navigate({ to: '.', search, replace: true })
  useHandlers(may ? { 'memo.write': () => setWriting(true) } : {})
  const write = (
    <button type="button" className="btn primary" onClick={() => setWriting(true)}>
      <Icon name="plus" />
      Write a memo
    </button>
  )
  return (
    <Page title="Memos">
      <div className="pg">
        <header>
          <h1>Memos</h1>
          <p>
            {shown.length === all.length
              ? count(all.length, 'memo')
              : `${shown.length} of ${count(all.length, 'memo')}`}
          </p>
          {may ? <span className="push">{write}</span> : null}
        </header>
        {all.length ? (
          <div className="row wide wrap narrowing">
            <Segmented
              label="Kind"
              value={kind ?? 'all'}
              options={kinds}
              onChange={(value) => narrow({ author, kind: value === 'all' ? undefined : value })}
            />
            <Authors
              authors={all.map((memo) => memo.author)}
              value={author}
              onChange={(next) => narrow({ kind, author: next })}
            />
          </div>
        ) : (
          <Empty title="No memos yet." actions={may ? write : null}>
            Write down what a passage, a code or a source made you think. In a transcript, select words and press{' '}
            <kbd>M</kbd>.
          </Empty>
        )}
        {all.length && !shown.length ? (
          <Empty
            title="No memos of this kind by this person."
            actions={
              <button type="button" className="btn" onClick={() => narrow({})}>
                Show all memos
              </button>
            }
          />
        ) : null}
        {shown.map((memo) => (
          <MemoItem key={memo.id} memo={memo} />
        ))}
      </div>
      {writing ? <NewMemo onClose={() => setWriting(false)} /> : null}
    </Page>
  )
}

interface AuthorsProps {
  authors: readonly string[]
  value?: string
  onChange: (author: string | undefined) => void
}

function Authors({ authors, value, onChange }: AuthorsProps) {
  const people = usePeople()
  return (
    <select
      className="select inline"
      aria-label="Author"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">By anyone</option>
      {[...new Set(authors)].map((id) => (
        <option key={id} value={id}>
          By {id === people.me ? 'you' : people.name(id)}
        </option>
      ))}
    </select>
  )
}
