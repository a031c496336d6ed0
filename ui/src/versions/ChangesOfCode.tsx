import { Link } from '@tanstack/react-router'
import type { CodebookChange } from '../api/names'
import { useCodebook, useProjectId } from '../app/project'
import { Thread } from '../kit/marks'
import { m } from '../paraglide/messages'
import { ChangeRow } from './ChangeRow'

/** A code with all that is different about it. */
export function ChangesOfCode({ changes }: { changes: readonly CodebookChange[] }) {
  const project = useProjectId()
  const book = useCodebook()
  const [first] = changes
  if (!first) return null
  const there = book.get(first.code)
  const name = (
    <>
      <Thread color={first.color} />
      {first.name}
    </>
  )
  return (
    <section aria-label={first.name}>
      <h2 className="row">
        {there ? (
          <Link to="/p/$project/codes" params={{ project }} search={{ code: first.code }}>
            {name}
          </Link>
        ) : (
          name
        )}
        {first.path.length ? <span className="cap">{m.versions_in({ path: first.path.join(' / ') })}</span> : null}
      </h2>
      <ul>
        {changes.map((change) => (
          <ChangeRow key={`${change.kind} ${change.field}`} change={change} code={there} />
        ))}
      </ul>
    </section>
  )
}
