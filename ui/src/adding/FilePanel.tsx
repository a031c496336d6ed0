import { Link } from '@tanstack/react-router'
import { useProjectId, useStrands } from '../app/project'
import { TextField } from '../kit/fields'
import { Icon } from '../kit/marks'
import { Late, Lines } from '../kit/states'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
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
    <aside className="pvw" aria-label={m.adding_previewOf({ title: one.title })}>
      <div className="panel-h">
        <b className="grow cut" title={one.file.name}>
          {one.title}
        </b>
        <span className="cap">{m.adding_ofFiles({ n: figure(at + 1), all: figure(state.files.length) })}</span>
        <button
          type="button"
          className="btn icon quiet sm"
          aria-label={m.adding_next()}
          title={m.adding_next()}
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
          {m.kit_tryAgain()}
        </button>
        <button type="button" className="btn sm quiet" onClick={() => batch.remove(one.id)}>
          {m.adding_remove()}
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
              label={m.adding_title()}
              value={one.title}
              onChange={(event) => batch.change(one.id, { title: event.target.value })}
            />
            <div className="field">
              <span className="label">{m.search_strand()}</span>
              <StrandSelect
                label={m.adding_strandOf({ title: one.title })}
                value={one.strand ?? ''}
                none={all ? m.adding_asAllNamed({ all }) : m.adding_asAll()}
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
        {needsStrand && totals.ready ? m.adding_chooseTheStrand({ n: totals.ready }) : one.found ? sizeOf(one) : ''}
      </span>
      {totals.toCheck && isReady(one) ? (
        <button type="button" className="btn" onClick={goOn}>
          {following ? m.adding_nextToCheck() : m.adding_checked()}
        </button>
      ) : null}
      {one.source && !totals.ready ? (
        <Link className="btn primary" to="/p/$project/sources/$source" params={{ project, source: one.source }}>
          {m.adding_openText()}
        </Link>
      ) : (
        <button
          type="button"
          className="btn primary"
          disabled={!totals.ready || needsStrand}
          onClick={() => batch.addReady()}
        >
          {totals.ready
            ? m.adding_addNow({ ready: figure(totals.ready) })
            : totals.adding
              ? m.adding_addingNow()
              : m.adding_add()}
        </button>
      )}
    </footer>
  )
}

const sizeOf = ({ found }: Candidate): string =>
  found ? m.adding_size({ turns: count(found.turns, 'turn'), words: count(found.words, 'word') }) : ''
