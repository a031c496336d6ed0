import { type ReactNode, type RefObject, useMemo, useState } from 'react'
import { useProjectId } from '../app/project'
import { narrowed, type Usage } from '../codebook/narrowing'
import { Empty } from '../kit/states'
import { m } from '../paraglide/messages'
import { CodeItems } from './CodeItems'
import { CodesFilter } from './tree/CodesFilter'
import { CodeTree } from './tree/CodeTree'
import { type CodeTreeState, useCodeTree } from './tree/useCodeTree'
import type { CodeActions } from './useCodeActions'

/** The tree of the codebook page with what narrows it. */
export function useTreePane(actions: CodeActions, chosen: string) {
  const [filter, setFilter] = useState('')
  const [usage, setUsage] = useState<Usage>('all')
  const { book, may } = actions
  const left = useMemo(() => narrowed(book, filter, usage), [book, filter, usage])
  const state = useCodeTree({
    project: useProjectId(),
    book,
    left,
    chosen,
    mayMove: may,
    onMove: (codes, place) => void actions.moveTo(codes, place),
  })
  const clear = () => {
    setFilter('')
    setUsage('all')
  }
  return { filter, setFilter, usage, setUsage, left, state, clear }
}

interface TreePaneProps {
  actions: CodeActions
  pane: ReturnType<typeof useTreePane>
  field: RefObject<HTMLInputElement | null>
  /** Enter on a code: to the open code. */
  onEnter: () => void
  children?: ReactNode
}

export function TreePane({ actions, pane, field, onEnter, children }: TreePaneProps) {
  const { book, choose } = actions
  const { filter, setFilter, usage, setUsage, left, state, clear } = pane
  return (
    <aside className="tree-p" aria-label={m.codes_codes()}>
      {children}
      <div className="tools">
        <CodesFilter {...{ field, state }} value={filter} onChange={setFilter} onEscape={clear} />
        <select
          className="select"
          aria-label={m.codes_use()}
          value={usage}
          onChange={(event) => setUsage(event.target.value as Usage)}
        >
          <option value="all">{m.codes_all()}</option>
          <option value="unused">{m.codes_unused()}</option>
          <option value="most">{m.codes_most()}</option>
        </select>
      </div>
      <Tree {...{ actions, state }} onEnter={onEnter} onChoose={choose} />
      {book.codes.length && left?.size === 0 ? (
        <Empty
          title={filter ? m.codes_noneCalled({ filter }) : m.codes_noneUnused()}
          actions={
            <button type="button" className="btn" onClick={clear}>
              {m.codes_showAll()}
            </button>
          }
        />
      ) : null}
    </aside>
  )
}

interface TreeProps {
  actions: CodeActions
  state: CodeTreeState
  onEnter: () => void
  onChoose: (code: string) => void
}

function Tree({ actions, state, onEnter, onChoose }: TreeProps) {
  const { book, marks, renaming } = actions
  return (
    <CodeTree
      {...{ state, book, marks, renaming }}
      onRename={actions.setName}
      onPick={({ id }) => onChoose(id)}
      onEnter={onEnter}
      onChoose={({ id }) => onChoose(id)}
      onMove={(ids, direction) => void actions.move(ids, direction)}
      menu={<CodeItems ids={state.selected} actions={actions} />}
    />
  )
}
