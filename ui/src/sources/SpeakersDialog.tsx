import { type FormEvent, useId, useState } from 'react'
import type { Source, Speaker } from '../api/names'
import { useProjectId } from '../app/project'
import { useChangeSpeaker } from '../data/sources'
import { Dialog } from '../kit/dialog'
import { Failure } from '../kit/states'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { voices } from './listing'

interface Said {
  name: string
  moderator: boolean
}

/** What is to change: only speakers who are called otherwise, or moderate otherwise, than before. */
export function changed(speakers: readonly Speaker[], said: Readonly<Record<string, Said>>): ({ id: string } & Said)[] {
  return speakers.flatMap(({ id, name, moderator }) => {
    const now = said[id]
    const next = now?.name.trim() || name
    return now && (next !== name || now.moderator !== moderator) ? [{ id, name: next, moderator: now.moderator }] : []
  })
}

/** The speakers of a source: what they are called, and who asks the questions. */
export function SpeakersDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const form = useId()
  const change = useChangeSpeaker(useProjectId())
  const [said, setSaid] = useState<Record<string, Said>>({})
  const [error, setError] = useState<unknown>()
  const all = voices(source)
  const changes = changed(all, said)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    try {
      for (const one of changes) await change.mutateAsync(one)
      onClose()
    } catch (why) {
      setError(why)
    }
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="submit" form={form} className="btn primary" disabled={!changes.length || change.isPending}>
        {changes.length ? m.sources_change({ speakers: count(changes.length, 'speaker') }) : m.sources_nothingChanged()}
      </button>
    </>
  )
  return (
    <Dialog title={m.sources_speakersOf({ title: source.title })} onClose={onClose} footer={footer}>
      <form id={form} onSubmit={send}>
        {error ? <Failure error={error} /> : null}
        <table className="srcs-cast">
          <thead>
            <tr>
              <th scope="col">{m.kit_name()}</th>
              <th scope="col">{m.sources_moderator()}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((speaker) => (
              <Row
                key={speaker.id}
                speaker={speaker}
                said={said[speaker.id] ?? speaker}
                onSay={(now) => setSaid({ ...said, [speaker.id]: now })}
              />
            ))}
          </tbody>
        </table>
      </form>
    </Dialog>
  )
}

function Row({
  speaker,
  said: { name, moderator },
  onSay,
}: {
  speaker: Speaker
  said: Said
  onSay: (now: Said) => void
}) {
  return (
    <tr>
      <td>
        <input
          className="input"
          aria-label={m.sources_nameFor({ name: speaker.name })}
          value={name}
          onChange={(event) => onSay({ name: event.target.value, moderator })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={m.sources_isModerator({ name: speaker.name })}
          checked={moderator}
          onChange={(event) => onSay({ name, moderator: event.target.checked })}
        />
      </td>
    </tr>
  )
}
