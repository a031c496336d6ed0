import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { ExcerptList } from '../api/names'
import { type Grouping, groupings, type Listing, type Order, orders } from '../data/excerpts'
import { Icon } from '../kit/marks'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'

interface ListBarProps {
  listing: Listing
  onChange: (listing: Listing) => void
  found?: ExcerptList
  /** What stands at the end: menus. */
  children?: ReactNode
}

const orderNames: Record<Order, () => string> = {
  text: m.excerpts_byText,
  code: m.excerpts_byCode,
  coder: m.excerpts_byCoder,
  recent: m.excerpts_byTime,
  length: m.excerpts_byLength,
}

const groupNames: Record<Grouping, () => string> = {
  none: m.excerpts_ungrouped,
  code: m.excerpts_underCodes,
  source: m.excerpts_underSources,
  strand: m.excerpts_underStrands,
  speaker: m.excerpts_underSpeakers,
  coder: m.excerpts_underCoders,
}

/** How many passages there are, and how they are narrowed by words, ordered and grouped. */
export function ListBar({ listing, onChange, found, children }: ListBarProps) {
  const { order = 'text', group = 'none' } = listing
  return (
    <div className="list-bar">
      {found ? <Totals found={found} /> : null}
      <div className="row tight push">
        <Words words={listing.q ?? ''} onChange={(q) => onChange({ ...listing, q })} />
        <Choice
          label={m.excerpts_order()}
          value={order}
          values={orders}
          names={orderNames}
          onChange={(next) => onChange({ ...listing, order: next })}
        />
        <Choice
          label={m.excerpts_group()}
          value={group}
          values={groupings}
          names={groupNames}
          onChange={(next) => onChange({ ...listing, group: next, folded: undefined })}
        />
        {children}
      </div>
    </div>
  )
}

/** A passage with two codes is one passage and two codings. */
function Totals({ found: { passages, total, sources, scope } }: { found: ExcerptList }) {
  const text = m.excerpts_total({
    passages: count(passages, 'passage'),
    some: String(sources),
    sources: count(scope, 'source'),
  })
  return (
    <p role="status" className="total">
      <b>{text}</b>
      {total === passages ? null : <span className="soft">{count(total, 'coding')}</span>}
    </p>
  )
}

/** How long typing rests before the list is narrowed, in ms. */
const REST = 250

function Words({ words, onChange }: { words: string; onChange: (words: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null) // null when it is as the list has it
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  })
  useEffect(() => {
    if (typed === null) return
    const timer = window.setTimeout(() => {
      change.current(typed.trim())
      setTyped(null)
    }, REST)
    return () => window.clearTimeout(timer)
  }, [typed])
  const shown = typed ?? words
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !shown) return
    event.stopPropagation()
    setTyped('')
  }
  return (
    <div className="search">
      <Icon name="filter" />
      <input
        className="input"
        value={shown}
        placeholder={m.excerpts_filter()}
        aria-label={m.excerpts_filter()}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  value: T
  values: readonly T[]
  names: Record<T, () => string>
  onChange: (value: T) => void
}

function Choice<T extends string>({ label, value, values, names, onChange }: ChoiceProps<T>) {
  return (
    <select
      className="select"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChange(event.target.value as T)}
    >
      {values.map((one) => (
        <option key={one} value={one}>
          {names[one]()}
        </option>
      ))}
    </select>
  )
}
