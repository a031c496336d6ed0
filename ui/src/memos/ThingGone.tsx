import type { ReactNode } from 'react'
import type { Link } from '../api/names'
import { m } from '../paraglide/messages'

const gone: Record<Link['kind'], () => string> = {
  passage: m.memos_gonePassage,
  code: m.memos_goneCode,
  source: m.memos_goneSource,
  case: m.memos_goneCase,
  strand: m.memos_goneStrand,
  project: m.memos_goneStrand,
}

/** A thing that was deleted. What was said of it stays; a link to it holds again when that is undone. */
export function ThingGone({ kind, children }: { kind: Link['kind']; children?: ReactNode }) {
  const what = gone[kind]()
  if (!children) return <span className="gone">{what}</span>
  return (
    <span className="gone" title={what}>
      <s>{children}</s>
      <span className="sr"> ({what})</span>
    </span>
  )
}
