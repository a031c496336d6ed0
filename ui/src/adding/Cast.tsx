import { Check } from '../kit/fields'
import { Icon } from '../kit/marks'
import { count } from '../kit/words'
import type { Batch } from './batch'
import type { Candidate } from './candidate'
import { filesWith, labelOf, mergeSentence, merges, sharedIn, type Voice } from './cast'

/** Who speaks in a file, what they are called, and who of them asks the questions. */
export function Cast({ batch, one }: { batch: Batch; one: Candidate }) {
  return (
    <div className="blk">
      <h3>Speakers</h3>
      <table className="sp">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Call them</th>
            <th scope="col">Moderator</th>
          </tr>
        </thead>
        <tbody>
          {one.voices.map((voice) => (
            <Row key={labelOf(voice)} batch={batch} one={one} voice={voice} />
          ))}
        </tbody>
      </table>
      {merges(one.voices).map((same) => (
        <p className="st imp-merge" key={labelOf(same[0] as Voice)} role="status">
          <Icon name="info" small />
          {mergeSentence(same)}
        </p>
      ))}
      <Share batch={batch} one={one} />
    </div>
  )
}

function Row({ batch, one, voice }: { batch: Batch; one: Candidate; voice: Voice }) {
  const label = labelOf(voice)
  return (
    <tr>
      <td title={voice.labels.join(', ')}>
        <div className="sp-label">
          <code className="cut">{label}:</code>
          <span className="cap">{count(voice.turns, 'turn')}</span>
        </div>
      </td>
      <td>
        <input
          className="input"
          aria-label={`Name for ${label}`}
          placeholder="Name, or leave out"
          value={voice.name}
          onChange={(event) => batch.rename(one.id, label, { name: event.target.value })}
        />
      </td>
      <td>
        <input
          className="ck"
          type="checkbox"
          aria-label={`${label} is a moderator`}
          disabled={!voice.name.trim()}
          checked={voice.moderator}
          onChange={(event) => batch.rename(one.id, label, { moderator: event.target.checked })}
        />
      </td>
    </tr>
  )
}

/** Offers the names to the other files in which the same labels speak. */
function Share({ batch, one }: { batch: Batch; one: Candidate }) {
  const others = batch.othersOf(one.id)
  const voices = sharedIn(one.voices, others)
  const files = filesWith(voices, others)
  if (!files) return null
  const [first, second, ...more] = voices.map((voice) => `“${labelOf(voice)}:”`)
  const who = more.length
    ? `${first} and ${more.length + 1} more speak`
    : second
      ? `${first} or ${second} speaks`
      : `${first} speaks`
  const sharing = one.sharing ?? voices.every((voice) => voice.moderator)
  return (
    <Check checked={sharing} onChange={(now) => batch.share(one.id, now)}>
      Use these names in the other {files === 1 ? 'file' : `${files} files`} where {who}
    </Check>
  )
}
