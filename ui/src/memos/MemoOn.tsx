import type { Memo } from '../api/names'
import { useSources } from '../app/project'
import { shorten } from '../kit/words'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { ThingLink } from './ThingLink'

/** How much of the words a memo is on is shown, in characters. */
const QUOTED = 220

/** What a memo is on, and the way there. */
export function MemoOn({ memo: { on, target, targetKind } }: { memo: Memo }) {
  const source = useSources().find(({ id }) => id === on?.source)
  const thing = { kind: targetKind, id: target }
  if (!on) return <p className="on">{rich(m.memos_on(), { thing: () => <ThingLink thing={thing} /> })}</p>
  return (
    <blockquote className="serif" dir="auto">
      {shorten(on.text, QUOTED)}{' '}
      <ThingLink thing={thing} words={on}>
        {source?.title}
      </ThingLink>
    </blockquote>
  )
}
