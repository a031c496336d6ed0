import { usePeople, useSources, useStrands } from '../app/project'
import { Choice } from '../kit/Choice'
import { m } from '../paraglide/messages'

interface NarrowProps {
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** One strand, or all. */
export function StrandChoice({ value, onChange }: NarrowProps) {
  const strands = useStrands()
  return (
    <Choice
      label={m.pictures_strand()}
      any={m.pictures_allStrands()}
      value={value ?? ''}
      options={strands.map(({ id, name }) => ({ value: id, name }))}
      onChange={(id) => onChange(id || undefined)}
    />
  )
}

/** One of those who coded, or all. */
export function CoderChoice({ value, onChange }: NarrowProps) {
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
