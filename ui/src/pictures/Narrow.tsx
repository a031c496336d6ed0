import { useCodebook, usePeople, useSources, useStrands } from '../app/project'
import type { Filter } from '../data/search'
import { Choice } from '../kit/Choice'
import { m } from '../paraglide/messages'
import { Chips } from '../search/Chips'
import '../search/search.css'

interface CoderChoiceProps {
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** One of those who coded, or all. */
export function CoderChoice({ value, onChange }: CoderChoiceProps) {
  const coders = new Set(useSources().flatMap((source) => source.coders))
  const people = usePeople()
  return (
    <Choice
      label={m.pictures_coder()}
      any={m.pictures_allCoders()}
      value={value ?? ''}
      options={[...coders].map((id) => ({ value: id, name: people.name(id) }))}
      onChange={(id) => onChange(id || undefined)}
    />
  )
}

interface NarrowedToProps {
  filter: Filter
  onAsk: (filter: Filter) => void
}

/** What a picture is narrowed to, as words that can be taken away. */
export function NarrowedTo({ filter, onAsk }: NarrowedToProps) {
  const names = { book: useCodebook(), strands: useStrands(), sources: useSources(), people: usePeople() }
  return <Chips filter={filter} names={names} onAsk={onAsk} />
}
