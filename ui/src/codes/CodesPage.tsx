import { getRouteApi } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Page } from '../app/Page'
import { useHandlers } from '../commands/registry'
import { Icon } from '../kit/marks'
import { Empty } from '../kit/states'
import { count } from '../kit/words'
import { CodePanel } from './CodePanel'
import { CodeTable } from './CodeTable'
import { DeleteDialog } from './DeleteDialog'
import { MergeDialog } from './MergeDialog'
import { NewCodeDialog } from './NewCodeDialog'
import { type CodeActions, useCodeActions } from './useCodeActions'
import './codes.css'

const route = getRouteApi('/inside/p/$project/codes')

/** The codebook: every code with what it means and how often it was used. */
export function CodesPage() {
  const { code: selected } = route.useSearch()
  const actions = useCodeActions()
  const [filter, setFilter] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const { book, may, setAsking } = actions
  const code = book.get(selected)
  const edit = () => document.getElementById('code-name')?.focus()
  useHandlers({
    'codes.filter': () => box.current?.focus(),
    ...(may ? { 'code.new': () => setAsking({ what: 'new', under: '' }) } : {}),
    ...(may && code
      ? {
          'code.newUnder': () => setAsking({ what: 'new', under: code.id }),
          'code.rename': edit,
          'code.describe': edit,
          'code.merge': () => setAsking({ what: 'merge', code }),
          'code.delete': () => actions.askRemove(code),
        }
      : {}),
  })
  const left = book.matching(filter)
  return (
    <Page title="Codes" className="cbk">
      <section className="list" aria-label="Codes">
        <div className="bar-h">
          <h1>Codes</h1>
          <span className="soft">{count(book.codes.length, 'code')}</span>
          <div className="search push">
            <Icon name="filter" />
            <input
              className="input"
              ref={box}
              value={filter}
              onChange={(e) => setFilter(e.target.value)}
              placeholder="Filter"
              aria-label="Filter the codes"
            />
            <kbd>/</kbd>
          </div>
          {may ? <NewCode actions={actions} /> : null}
        </div>
        <div className="scroll">
          {book.codes.length === 0 ? <NoCodes actions={actions} /> : null}
          {left?.size === 0 ? (
            <Empty
              title={`No code is called “${filter}”.`}
              actions={
                <button type="button" className="btn" onClick={() => setFilter('')}>
                  Show all codes
                </button>
              }
            />
          ) : book.codes.length ? (
            <CodeTable {...{ actions, selected, filter }} onEdit={edit} />
          ) : null}
        </div>
      </section>
      <CodePanel code={code} actions={actions} />
      <Asked actions={actions} />
    </Page>
  )
}

const NewCode = ({ actions }: { actions: CodeActions }) => (
  <button type="button" className="btn primary" onClick={() => actions.setAsking({ what: 'new', under: '' })}>
    <Icon name="plus" />
    New code
  </button>
)

const NoCodes = ({ actions }: { actions: CodeActions }) => (
  <Empty title="The codebook is empty." actions={actions.may ? <NewCode actions={actions} /> : null}>
    Create codes here, or while you read: select words in a transcript and press <kbd>C</kbd>.
  </Empty>
)

/** The box that is open over the page. */
function Asked({ actions }: { actions: CodeActions }) {
  const { asking, setAsking } = actions
  const onClose = () => setAsking(null)
  if (asking?.what === 'new') return <NewCodeDialog under={asking.under} {...{ actions, onClose }} />
  if (asking?.what === 'merge') return <MergeDialog code={asking.code} {...{ actions, onClose }} />
  if (asking?.what === 'delete') return <DeleteDialog code={asking.code} {...{ actions, onClose }} />
  return null
}
