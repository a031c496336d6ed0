import type { ReactNode } from 'react'
import { Icon, Thread } from '../kit/marks'
import { m } from '../paraglide/messages'

interface ChipProps {
  /** What kind of thing it is. */
  title: string
  name: string
  color?: string
  onRemove: () => void
  /** Makes of what it says something to press. */
  around?: (said: ReactNode) => ReactNode
}

/** A word of what something is narrowed to, which can be taken away. */
export function Chip({ title, name, color, onRemove, around }: ChipProps) {
  const said = (
    <>
      {title} {color ? <Thread color={color} /> : null}
      <b>{name}</b>
    </>
  )
  return (
    <li className="chip">
      {around ? around(said) : said}
      <button type="button" className="x" aria-label={m.search_remove({ name })} onClick={onRemove}>
        <Icon name="x" small />
      </button>
    </li>
  )
}
