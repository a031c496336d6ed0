import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import { type Candidate, isBad, isEditable } from './candidate'

/** What a file is, in a line; and the recording that goes with it. */
export function Facts({ batch, one }: { batch: Batch; one: Candidate }) {
  const { found, recording } = one
  if (!found) return null
  const facts = [
    found.format,
    found.charset,
    found.comments ? m.adding_comments({ n: found.comments }) : '',
    found.others?.length ? m.adding_severalSources({ n: found.others.length + 1 }) : '',
  ]
  return (
    <>
      <div className="row imp-facts">
        <p className="cap">{facts.filter(Boolean).join(' · ')}</p>
        {isEditable(one) && !isBad(one) ? (
          <button type="button" className="btn sm quiet push" onClick={() => batch.remove(one.id)}>
            {m.adding_remove()}
          </button>
        ) : null}
      </div>
      {recording ? (
        <p className="st imp-heard">
          <Icon name="play" small />
          <span className="grow">{m.adding_withRecording({ name: recording.name })}</span>
          {isEditable(one) ? (
            <button
              type="button"
              className="btn sm quiet"
              onClick={() => batch.change(one.id, { recording: undefined })}
            >
              {m.adding_withoutRecording()}
            </button>
          ) : null}
        </p>
      ) : null}
    </>
  )
}
