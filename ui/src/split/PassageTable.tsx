import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { Code, Excerpt } from '../api/names'
import { m } from '../paraglide/messages'
import { DRAGGED_CODINGS, PassageRow } from './PassageRow'
import { meant, tick } from './rows'
import { type Target, targetOf } from './targets'
import type { Assign } from './useAssign'

interface TableProps {
  code: Code
  rows: readonly Excerpt[]
  targets: readonly Target[]
  ticked: ReadonlySet<string>
  setTicked: (ticked: ReadonlySet<string>) => void
  assign: Assign
  may: boolean
}

/** The passages, one row each. Arrows walk, Space ticks, a figure gives the ticked rows, or this one, to a code. */
export function PassageTable({ code, rows, targets, ticked, setTicked, assign, may }: TableProps) {
  const handle = useRef<VListHandle>(null)
  const box = useRef<HTMLDivElement>(null)
  const walked = useRef(false)
  const from = useRef<number>(undefined)
  const [wish, setAt] = useState(0)
  const at = Math.min(wish, rows.length - 1)
  const walk = (to: number) => {
    walked.current = true
    setAt(Math.max(0, Math.min(to, rows.length - 1)))
  }
  const tickTo = (index: number, together: boolean) => {
    setTicked(tick(rows, ticked, index, together ? from.current : undefined))
    from.current = index
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows can stand at the same place
  useEffect(() => {
    const lost = document.activeElement === document.body
    if (!walked.current || !(lost || box.current?.contains(document.activeElement))) return
    handle.current?.scrollToIndex(at, { align: 'nearest' })
    box.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus({ preventScroll: true })
  }, [at, rows])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key !== 'a' || event.altKey) return
      setTicked(new Set(rows.map(({ coding }) => coding)))
    } else if (!step(event, { at, walk, tickTo, last: rows.length - 1 })) {
      const to = may ? targetOf(targets, code.id, event.key) : undefined
      if (!to) return
      walked.current = true
      assign(meant(rows, ticked, rows[at]), to)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const onDragStart = (event: DragEvent, excerpt: Excerpt) => {
    const codings = meant(rows, ticked, excerpt).map(({ coding }) => coding)
    event.dataTransfer.setData(DRAGGED_CODINGS, JSON.stringify(codings))
    event.dataTransfer.effectAllowed = 'move'
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't leave out the rows that are not in sight
    <div
      className="ptable"
      role="grid"
      tabIndex={-1}
      aria-label={m.split_passagesOf({ code: code.name })}
      aria-rowcount={rows.length + 1}
      aria-multiselectable
      ref={box}
      onKeyDown={onKeyDown}
    >
      <Headings />
      <VList ref={handle} data={rows as Excerpt[]} keepMounted={[at]} role="rowgroup">
        {(excerpt, index) => (
          <PassageRow
            key={excerpt.coding}
            {...{ excerpt, index, may }}
            parent={code.id}
            current={index === at}
            ticked={ticked.has(excerpt.coding)}
            onFocus={() => setAt(index)}
            onTick={(together) => tickTo(index, together)}
            onDragStart={(event) => onDragStart(event, excerpt)}
          />
        )}
      </VList>
    </div>
  )
}

/** What the columns hold; the first has the ticks. */
function Headings() {
  const names = [m.split_ticks(), m.split_passage(), m.split_coder(), m.split_placed(), m.split_also()]
  return (
    // biome-ignore lint/a11y: see the table; nothing is done with it
    <div className="prow heads" role="row" aria-rowindex={1}>
      {names.map((name, i) => (
        // biome-ignore lint/a11y: see the table
        <span key={name} role="columnheader" className={i ? 'cap cut' : 'sr'}>
          {name}
        </span>
      ))}
    </div>
  )
}

interface Steps {
  at: number
  last: number
  walk: (to: number) => void
  tickTo: (index: number, together: boolean) => void
}

/** Walks or ticks; false when the key means neither. */
function step({ key, shiftKey }: KeyboardEvent, { at, last, walk, tickTo }: Steps): boolean {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last, PageDown: at + 8, PageUp: at - 8 }[key]
  if (to !== undefined) {
    if (shiftKey && key.startsWith('Arrow')) tickTo(at, false)
    walk(to)
    return true
  }
  if (key !== ' ') return false
  tickTo(at, shiftKey)
  return true
}
