import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { Icon } from '../../kit/marks'
import { Menu, MenuItem, MenuSeparator } from '../../kit/menu'
import { Empty } from '../../kit/states'
import { useDesk } from '../desk'
import { Boxes } from './Boxes'
import { CodeItems } from './CodeItems'
import { CodeTree } from './CodeTree'
import { Definition } from './Definition'
import { type CodeTools, useCodeCommands, useCodeTools } from './useCodeTools'
import { useCodeTree } from './useCodeTree'

/** The codebook beside the text: filter, tree, and what the chosen code means. */
export function CodesPane() {
  const { book, chosen, back } = useDesk()
  const [filter, setFilter] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const tools = useCodeTools()
  const left = useMemo(() => book.matching(filter), [book, filter])
  const { tree, foldAll } = useCodeTree({
    book,
    left,
    mayMove: tools.may,
    onMove: (code, place) => void tools.moveTo(code, place),
  })
  useCodeCommands(tools, () => field.current?.focus())
  const code = book.get(chosen)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') tree.getItems()[0]?.getElement()?.focus()
    else if (event.key === 'Escape') {
      setFilter('')
      back()
    } else return
    event.preventDefault()
  }
  return (
    <aside className="tree-p" aria-label="Codes">
      <Head tools={tools} foldAll={foldAll} />
      <div className="tools">
        <div className="search">
          <Icon name="filter" />
          <input
            className="input"
            ref={field}
            value={filter}
            placeholder="Filter codes"
            aria-label="Filter codes"
            onChange={(e) => setFilter(e.target.value)}
            onKeyDown={onKeyDown}
          />
          <kbd>/</kbd>
        </div>
      </div>
      {book.codes.length ? <CodeTree tree={tree} tools={tools} /> : <NoCodes may={tools.may} />}
      {left?.size === 0 ? <p className="cap none">No code is called “{filter}”.</p> : null}
      {code ? (
        <Definition code={code} onEdit={tools.may ? () => tools.open({ what: 'describe', code }) : undefined} />
      ) : null}
      <Boxes tools={tools} />
    </aside>
  )
}

function NoCodes({ may }: { may: boolean }) {
  return (
    <div className="none">
      <Empty title="The codebook is empty.">
        {may ? 'Select words in the text and press C, or make a code with +.' : undefined}
      </Empty>
    </div>
  )
}

function Head({ tools, foldAll }: { tools: CodeTools; foldAll: (fold: boolean) => void }) {
  const { book, chosen } = useDesk()
  const code = book.get(chosen)
  const trigger = (
    <button type="button" className="btn icon quiet sm" aria-label="Codebook menu" title="Codebook menu">
      <Icon name="more" />
    </button>
  )
  return (
    <div className="panel-h">
      <h2 className="h">Codes</h2>
      <span className="push">
        {tools.may ? (
          <button
            type="button"
            className="btn icon quiet sm"
            aria-label="New code"
            title="New code"
            onClick={() => tools.open({ what: 'new', under: '' })}
          >
            <Icon name="plus" />
          </button>
        ) : null}
        <Menu trigger={trigger} align="end">
          <MenuItem onClick={() => foldAll(false)}>Show all codes</MenuItem>
          <MenuItem onClick={() => foldAll(true)}>Fold all</MenuItem>
          {code ? (
            <>
              <MenuSeparator />
              <CodeItems code={code} tools={tools} />
            </>
          ) : null}
        </Menu>
      </span>
    </div>
  )
}
