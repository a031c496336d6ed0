import type { Link } from '../api/names'
import type { MemoKind } from '../data/memos'
import { m } from '../paraglide/messages'

/** How the kinds of memo are called. */
export const kindNames: Record<MemoKind, () => string> = {
  analytic: m.memos_analytic,
  methodological: m.memos_methodological,
  reflexive: m.memos_reflexive,
}

/** How memos on each kind of thing are called together. */
export const standingNames: Record<Link['kind'], () => string> = {
  passage: m.memos_onPassages,
  code: m.memos_onCodes,
  source: m.memos_onSources,
  case: m.memos_onCases,
  strand: m.memos_onStrands,
  project: m.memos_onProject,
}
