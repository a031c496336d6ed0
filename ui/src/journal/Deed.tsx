import { usePeople } from '../app/project'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { Sentence } from './Sentence'
import type { Part } from './sentences'

/** Who did what, as one sentence. */
export function Deed({ actor, parts }: { actor: string; parts: readonly Part[] }) {
  const people = usePeople()
  const name = people.called(actor)
  const who =
    actor === people.me ? m.journal_you() : m.journal_they({ name: name.charAt(0).toUpperCase() + name.slice(1) })
  return rich(who, { did: () => <Sentence parts={parts} /> })
}
