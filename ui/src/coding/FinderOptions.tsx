import { useEffect, useRef } from 'react'
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

/** A code that may be meant. */
export function Found({
  id,
  on,
  onPick,
  code,
  path,
  typed,
  ticked,
}: OptionProps & Candidate & { typed: string; ticked: boolean }) {
  const [before, hit, after] = pieces(code.name, typed)
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
      {ticked ? <Icon name="check" small /> : <Thread color={code.color} />}
      <span className="cut">
        {before}
        {hit ? <mark>{hit}</mark> : null}
        {after}
      </span>
      {ticked ? <span className="sr">{m.coding_ticked()}</span> : null}
      {path ? <span className="push cut">{path}</span> : null}
    </div>
  )
}

/** What was typed, as a new code. */
export function Create({ id, on, onPick, title }: OptionProps & { title: string }) {
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
      <i className="i i-plus s" aria-hidden="true" />
      <span className="cut">{m.coding_create({ title })}</span>
      <span className="push">
        <Keycaps keys="Mod+Enter" />
      </span>
    </div>
  )
}
