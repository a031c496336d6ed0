import { useState } from 'react'
import type { Source } from '../api/names'
import { useDesk } from '../coding/desk'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Part } from './edits'
import type { Correcting } from './useCorrecting'

interface WhoProps {
  turn: number
  which: number
  part: Part
  correcting: Correcting
}

/** Options that are no speaker. */
const NEW = 'new'
const RENAME = 'rename'

/** Who says a part: one of the source's speakers, nobody, or someone new; and what the speaker is called everywhere. */
export function Who({ turn, which, part, correcting }: WhoProps) {
  const [naming, setNaming] = useState<typeof NEW | typeof RENAME | null>(null)
  const { known, called } = useCast(correcting)
  const speaker = part.speaker
  const put = (name: string) => {
    setNaming(null)
    const isOther = name && name !== known.find(({ id }) => id === speaker)?.name
    if (naming === RENAME && speaker) correcting.rename(speaker, isOther ? name : undefined)
    else if (name) correcting.speak(turn, which, { newSpeaker: name })
  }
  if (naming) return <NameField name={naming === RENAME && speaker ? called(speaker) : ''} onName={put} />
  const choose = (value: string) => {
    if (value === NEW || value === RENAME) setNaming(value)
    else correcting.speak(turn, which, value ? { speaker: value } : {})
  }
  return (
    <select
      className="select sm"
      aria-label={m.correcting_who({ n: figure(turn + 1) })}
      value={part.newSpeaker ? part.newSpeaker : (speaker ?? '')}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{m.correcting_nobody()}</option>
      {offered(known, speaker).map(({ id }) => (
        <option key={id} value={id}>
          {called(id)}
        </option>
      ))}
      {part.newSpeaker ? <option value={part.newSpeaker}>{part.newSpeaker}</option> : null}
      <option value={NEW}>{m.correcting_newSpeaker()}</option>
      {speaker ? <option value={RENAME}>{m.correcting_rename({ name: called(speaker) })}</option> : null}
    </select>
  )
}

/** More speakers than these are no choice: of the answers to a survey, each has a speaker of its own. */
const MOST_OFFERED = 60

const offered = (known: Source['speakers'], speaker: string | undefined) =>
  known.length > MOST_OFFERED ? known.filter(({ id }) => id === speaker) : known

/** The speakers of the source, by the names that they are to have. */
function useCast({ names }: Correcting) {
  const { source } = useDesk()
  const known = source.speakers
  return { known, called: (id: string) => names[id] ?? known.find((one) => one.id === id)?.name ?? '' }
}

function NameField({ name, onName }: { name: string; onName: (name: string) => void }) {
  return (
    <input
      className="input sm"
      // biome-ignore lint/a11y/noAutofocus: it stands where the choice was that asked for it
      autoFocus
      aria-label={m.correcting_name()}
      placeholder={m.correcting_newName()}
      defaultValue={name}
      maxLength={200}
      onBlur={({ target }) => onName(target.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') onName(name)
        if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
      }}
    />
  )
}
