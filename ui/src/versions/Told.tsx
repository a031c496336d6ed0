import type { CodebookChange } from '../api/names'
import { Icon, Thread } from '../kit/marks'
import { m } from '../paraglide/messages'
import { Marked } from './Marked'

/** What a difference is, in words, or with what was and what is beside each other. */
export function Told({ change }: { change: CodebookChange }) {
  const { kind, before = '', after = '', field, from = [], path, intoPath = [] } = change
  const place = (names: readonly string[]) => names.join(' / ') || m.versions_top()
  switch (kind) {
    case 'added':
      return m.versions_added()
    case 'deleted':
      return m.versions_deleted()
    case 'merged':
      return m.versions_merged({ into: place(intoPath) })
    case 'moved':
      return m.versions_moved({ from: place(from), to: place(path) })
    case 'heading':
      return change.heading ? m.versions_madeHeading() : m.versions_madeCode()
    case 'recoloured':
      return (
        <>
          {m.versions_recoloured()} <Dye color={before} /> <Icon name="chev" small /> <Dye color={after} />
        </>
      )
    case 'renamed':
      return (
        <>
          {m.versions_renamed()} <Marked before={before} after={after} />
        </>
      )
    default:
      return (
        <>
          <span className="label">{field ? fields[field]() : null}</span>
          <p className="serif">
            <Marked before={before} after={after} />
          </p>
        </>
      )
  }
}

const fields = {
  definition: m.versions_definition,
  include: m.versions_include,
  exclude: m.versions_exclude,
  example: m.versions_example,
  nearMiss: m.versions_nearMiss,
} as const

const Dye = ({ color }: { color: string }) => (
  <>
    <Thread color={color} /> {color}
  </>
)
