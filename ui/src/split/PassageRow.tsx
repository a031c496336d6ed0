import type { DragEvent, ReactNode } from 'react'
import type { Excerpt } from '../api/names'
import { useCodebook, usePeople } from '../app/project'
import { SourceLine } from '../codes/SourceLine'
import { CodeMark, Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { besides } from './rows'

/** What passages are called while they are dragged: a JSON array of the ids of their codings. */
export const DRAGGED_CODINGS = 'application/x-selvedge-codings'

interface RowProps {
  excerpt: Excerpt
  index: number
  /** The code that is read again. */
  parent: string
  current: boolean
  ticked: boolean
  may: boolean
  onFocus: () => void
  onTick: (together: boolean) => void
  onDragStart: (event: DragEvent) => void
}

/** A passage: its words and where they stand, who coded it, its memo, and which code has it. */
export function PassageRow({ excerpt, index, parent, current, ticked, may, ...on }: RowProps) {
  const people = usePeople()
  const { text, memo, code, coder } = excerpt
  const book = useCodebook()
  const placed = book.get(code === parent ? undefined : code)
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table
    <div
      className="prow"
      role="row"
      aria-rowindex={index + 2} // after the one of the headings
      aria-selected={ticked}
      tabIndex={current ? 0 : -1}
      data-row={index}
      draggable={may}
      onFocus={on.onFocus}
      onDragStart={on.onDragStart}
    >
      <Cell>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={ticked}
          disabled={!may}
          aria-label={m.split_tick()}
          onChange={(event) => on.onTick((event.nativeEvent as MouseEvent).shiftKey)}
        />
      </Cell>
      <Cell className="words">
        <p className="serif">{text}</p>
        {memo ? (
          <p className="mm serif">
            <Icon name="memos" small />
            <span>{memo}</span>
          </p>
        ) : null}
        <p className="cap">
          <SourceLine excerpt={excerpt} />
        </p>
      </Cell>
      <Cell className="cap">{people.called(coder)}</Cell>
      <Cell>
        {placed ? (
          <CodeMark name={placed.name} color={placed.color} />
        ) : (
          <span className="cap">{m.split_notPlaced()}</span>
        )}
      </Cell>
      <Cell className="also">
        {besides(excerpt, parent).map((id) => {
          const other = book.get(id)
          return other ? <CodeMark key={id} name={other.name} color={other.color} /> : null
        })}
      </Cell>
    </div>
  )
}

function Cell({ className, children }: { className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table
    <div role="gridcell" tabIndex={-1} className={className}>
      {children}
    </div>
  )
}
