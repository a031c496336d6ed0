import { type ReactNode, useEffect, useRef } from 'react'
import { Keycaps } from '../commands/Keycaps'
import { Icon, Thread } from '../kit/marks'
import { m } from '../paraglide/messages'
import { type Candidate, pieces } from './finding'

interface OptionProps {
  id: string
  on: boolean
  /** Shift, as on the keyboard, only ticks. */
  onPick: (ticks: boolean) => void
}

/** Keeps the current option in view. */
function useInView(on: boolean) {
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (on) option.current?.scrollIntoView({ block: 'nearest' })
  }, [on])
  return option
}

/** A line of the list. */
function Option({ id, on, onPick, children }: OptionProps & { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y: the field has the focus and the keys
    <div
      className="opt"
      role="option"
      id={id}
      aria-selected={on}
      ref={useInView(on)}
      onClick={(e) => onPick(e.shiftKey)}
    >
      {children}
    </div>
  )
}

/** A code that may be meant. */
export function Found({
  code,
  path,
  typed,
  ticked,
  ...option
}: OptionProps & Candidate & { typed: string; ticked: boolean }) {
  const [before, hit, after] = pieces(code.name, typed)
  return (
    <Option {...option}>
      {ticked ? <Icon name="check" small /> : <Thread color={code.color} />}
      <span className="cut">
        {before}
        {hit ? <mark>{hit}</mark> : null}
        {after}
      </span>
      {ticked ? <span className="sr">{m.coding_ticked()}</span> : null}
      {path ? <span className="push cut">{path}</span> : null}
    </Option>
  )
}

/** What was typed, as a new code. */
export const Create = ({ title, ...option }: OptionProps & { title: string }) => (
  <Option {...option}>
    <i className="i i-plus s" aria-hidden="true" />
    <span className="cut">{m.coding_create({ title })}</span>
    <span className="push">
      <Keycaps keys="Mod+Enter" />
    </span>
  </Option>
)
