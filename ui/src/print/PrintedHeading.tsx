import type { Source } from '../api/names'
import { useProject, useStrands } from '../app/project'
import { dayOf } from '../kit/time'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'

interface PrintedHeadingProps {
  source: Source
  turns: number
  /** Codings on the page, and in the source. */
  shown: number
  all: number
}

/** What is printed, from where, and when. */
export function PrintedHeading({ source, turns, shown, all }: PrintedHeadingProps) {
  const project = useProject()
  const strand = useStrands().find(({ id }) => id === source.strand)
  const codings =
    shown < all ? m.print_some({ shown: figure(shown), codings: count(all, 'coding') }) : count(all, 'coding')
  const facts = [count(turns, 'turn'), count(source.words, 'word'), codings, dayOf(new Date().toISOString())]
  return (
    <header>
      <h1 className="serif" dir="auto">
        {source.title}
      </h1>
      <p>{[project.name, strand?.name].filter(Boolean).join(' · ')}</p>
      <p>{facts.join(' · ')}</p>
    </header>
  )
}
