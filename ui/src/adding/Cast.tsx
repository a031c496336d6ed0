import { Check } from '../kit/fields'
import { Icon } from '../kit/marks'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import { CaseField, useHasCases } from './CaseField'
import type { Candidate } from './candidate'
import { filesWith, labelOf, mergeSentence, merges, sharedIn, type Voice } from './cast'

/** Who speaks in a file, what they are called, and who of them asks the questions. */
export function Cast({ batch, one }: { batch: Batch; one: Candidate }) {
  const hasCases = useHasCases()
  return (
    <div className="blk">
      <h3>{m.adding_speakers()}</h3>
      <table className="sp">
        <thead>
          <tr>
            <th scope="col">{m.adding_inFile()}</th>
            <th scope="col">{m.adding_callThem()}</th>
            <th scope="col">{m.adding_moderator()}</th>
            {hasCases ? <th scope="col">{m.adding_case()}</th> : null}
          </tr>
        </thead>
        <tbody>
          {one.voices.map((voice) => (
            <Row key={labelOf(voice)} batch={batch} one={one} voice={voice} hasCases={hasCases} />
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

interface RowProps {
  batch: Batch
  one: Candidate
  voice: Voice
  hasCases: boolean
}

function Row({ batch, one, voice, hasCases }: RowProps) {
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
          aria-label={m.adding_nameFor({ label })}
          placeholder={m.adding_nameOrNot()}
          value={voice.name}
          onChange={(event) => batch.rename(one.id, label, { name: event.target.value })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={m.adding_isModerator({ label })}
          disabled={!voice.name.trim()}
          checked={voice.moderator}
          onChange={(event) => batch.rename(one.id, label, { moderator: event.target.checked })}
        />
      </td>
      {hasCases ? (
        <td>
          <CaseField label={label} tied={voice.tied} onChange={(to) => batch.tie(one.id, label, to)} />
        </td>
      ) : null}
    </tr>
  )
}

/** "Use these names in the other 3 files where “M:” speaks". */
function sharingOf(voices: readonly Voice[], n: number): string {
  const [first = '', second = '', ...more] = voices.map((voice) => m.kit_quoted({ text: `${labelOf(voice)}:` }))
  if (more.length) return m.adding_shareMany({ n, first, more: figure(more.length + 1) })
  return second ? m.adding_shareTwo({ n, first, second }) : m.adding_shareOne({ n, first })
}

/** Offers the names to the other files in which the same labels speak. */
function Share({ batch, one }: { batch: Batch; one: Candidate }) {
  const others = batch.othersOf(one.id)
  const voices = sharedIn(one.voices, others)
  const files = filesWith(voices, others)
  if (!files) return null
  const sharing = one.sharing ?? voices.every((voice) => voice.moderator)
  return (
    <Check checked={sharing} onChange={(now) => batch.share(one.id, now)}>
      {sharingOf(voices, files)}
    </Check>
  )
}
