import { Link } from '@tanstack/react-router'
import { useProjectId, useStrands } from '../app/project'
import { TextField } from '../kit/fields'
import { Icon } from '../kit/marks'
import { Late, Lines } from '../kit/states'
import { count } from '../kit/words'
import type { Batch, State } from './batch'
import { Cast } from './Cast'
import { Charset } from './Charset'
import { type Candidate, doubts, isBad, isReady, isUnsure, nextToCheck } from './candidate'
import { FileState } from './FileTable'
import { Reading } from './Reading'
import { StrandSelect } from './StrandSelect'
import type { Tally } from './tally'

interface FilePanelProps {
  batch: Batch
  state: State
  totals: Tally
  one: Candidate
}

/** One file: what was found in it, what it is to be called, and how it will read. */
export function FilePanel({ batch, state, totals, one }: FilePanelProps) {
  const at = state.files.indexOf(one)
  const following = state.files[at + 1]
  return (
    <aside className="pvw" aria-label={`Preview of ${one.title}`}>
      <div className="panel-h">
        <b className="grow cut" title={one.file.name}>
          {one.title}
        </b>
        <span className="cap">
          {at + 1} of {state.files.length}
        </span>
        <button
          type="button"
          className="btn icon quiet sm"
          aria-label="Next file"
          title="Next file"
          disabled={!following}
          onClick={() => following && batch.select(following.id)}
        >
          <Icon name="chev" />
        </button>
      </div>
      <div className="pvw-body">
        {isBad(one) ? <Bad batch={batch} one={one} /> : null}
        {one.found ? <Found batch={batch} state={state} one={one} /> : isBad(one) ? null : <Coming one={one} />}
      </div>
      <Foot batch={batch} state={state} totals={totals} one={one} />
    </aside>
  )
}

const Coming = ({ one }: { one: Candidate }) => (
  <div className="blk">
    <FileState one={one} />
    <Late>
      <Lines count={6} />
    </Late>
  </div>
)

function Bad({ batch, one }: { batch: Batch; one: Candidate }) {
  return (
    <div className="blk">
      <div className="banner danger" role="alert">
        <Icon name="stop" />
        <span className="grow">{one.why}</span>
      </div>
      <div className="row imp-again">
        <button
          type="button"
          className="btn sm"
          onClick={() => (one.found ? batch.addAgain(one.id) : batch.read(one.id))}
        >
          Try again
        </button>
        <button type="button" className="btn sm quiet" onClick={() => batch.remove(one.id)}>
          Remove from the list
        </button>
      </div>
    </div>
  )
}

function Found({ batch, state, one }: { batch: Batch; state: State; one: Candidate }) {
  const strands = useStrands()
  const all = strands.find(({ id }) => id === state.strand)?.name
  const isOpen = one.stage !== 'queued' && one.stage !== 'adding' && one.stage !== 'added'
  return (
    <>
      {isOpen ? (
        <div className="blk">
          <Warnings one={one} />
          <div className="imp-two">
            <TextField
              label="Title"
              value={one.title}
              onChange={(event) => batch.change(one.id, { title: event.target.value })}
            />
            <div className="field">
              <span className="label">Strand</span>
              <StrandSelect
                label={`Strand of ${one.title}`}
                value={one.strand ?? ''}
                none={all ? `As all: ${all}` : 'As all'}
                onChange={(strand) => batch.change(one.id, { strand: strand || undefined })}
              />
            </div>
          </div>
          {isUnsure(one) ? <Charset batch={batch} one={one} /> : null}
        </div>
      ) : null}
      {one.voices.length && isOpen ? <Cast batch={batch} one={one} /> : null}
      <Reading one={one} />
    </>
  )
}

function Warnings({ one }: { one: Candidate }) {
  const list = doubts(one)
  if (!list.length) return null
  return (
    <ul className="imp-warn">
      {list.map((sentence) => (
        <li key={sentence} className="st warn">
          <Icon name="warn" small />
          {sentence}
        </li>
      ))}
    </ul>
  )
}

function Foot({ batch, state, totals, one }: FilePanelProps) {
  const project = useProjectId()
  const following = nextToCheck(state.files, one.id)
  const needsStrand = state.files.some((file) => file.stage === 'read' && !file.strand) && !state.strand
  const goOn = () => {
    batch.change(one.id, { checked: true })
    if (following) batch.select(following.id)
  }
  return (
    <footer className="ff">
      <span className="cap grow">
        {needsStrand && totals.ready
          ? `Choose the strand ${totals.ready === 1 ? 'it goes' : 'they go'} into.`
          : one.found
            ? sizeOf(one)
            : ''}
      </span>
      {totals.toCheck && isReady(one) ? (
        <button type="button" className="btn" onClick={goOn}>
          {following ? 'Next to check' : 'Checked'}
        </button>
      ) : null}
      {one.source && !totals.ready ? (
        <Link className="btn primary" to="/p/$project/sources/$source" params={{ project, source: one.source }}>
          Open the text
        </Link>
      ) : (
        <button
          type="button"
          className="btn primary"
          disabled={!totals.ready || needsStrand}
          onClick={() => batch.addReady()}
        >
          {totals.ready ? `Add ${totals.ready} now` : totals.adding ? 'Adding…' : 'Add'}
        </button>
      )}
    </footer>
  )
}

const sizeOf = ({ found }: Candidate): string =>
  found ? `${count(found.turns, 'turn')}, ${count(found.words, 'word')}.` : ''
