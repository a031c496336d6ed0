import { usePeople } from '../app/project'
import type { CrossTable } from '../data/crossref'
import { dayAndTime } from '../kit/time'
import { figure, listed } from '../kit/words'
import { m } from '../paraglide/messages'

interface CountedProps {
  of: CrossTable
  coders?: readonly string[]
}

/** Of which codebook and whose codings a table is, and when it was counted. */
export function Counted({ of: { codebook, at }, coders = [] }: CountedProps) {
  const people = usePeople()
  return (
    <>
      <span>{m.crossref_codebook({ n: figure(codebook) })}</span>
      <span>
        {coders.length ? m.crossref_codersOnly({ names: listed(coders.map(people.name)) }) : m.crossref_allCoders()}
      </span>
      <span>{m.crossref_countedAt({ at: dayAndTime(at) })}</span>
    </>
  )
}
