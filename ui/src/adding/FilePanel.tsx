import { Icon } from '../kit/marks'
import { Late, Lines } from '../kit/states'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Bad } from './Bad'
import type { Batch } from './batch'
import { type Candidate, isBad } from './candidate'
import { FileState } from './FileTable'
import { Foot } from './Foot'
import { Found } from './Found'
import type { State } from './state'
import type { Tally } from './tally'

export interface PanelProps {
  batch: Batch
  state: State
  totals: Tally
  one: Candidate
}

/** One file: what was found in it, what it is to be called, and how it will read. */
export function FilePanel({ batch, state, totals, one }: PanelProps) {
  const at = state.files.indexOf(one)
  const following = state.files[at + 1]
  return (
    <aside className="pvw" aria-label={m.adding_previewOf({ title: one.title })}>
      <div className="panel-h">
        <b className="grow cut" title={one.folder ? `${one.folder}/${one.file.name}` : one.file.name}>
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
        {isBad(one) ? <Bad batch={batch} state={state} one={one} /> : null}
        {one.found ? <Found batch={batch} state={state} one={one} /> : null}
        {one.found || isBad(one) ? null : <Coming batch={batch} one={one} />}
      </div>
      <Foot batch={batch} state={state} totals={totals} one={one} />
    </aside>
  )
}

const Coming = ({ batch, one }: { batch: Batch; one: Candidate }) => (
  <div className="blk">
    <div className="row">
      <FileState one={one} />
      <button type="button" className="btn sm quiet push" onClick={() => batch.remove(one.id)}>
        {m.adding_remove()}
      </button>
    </div>
    <Late>
      <Lines count={6} />
    </Late>
  </div>
)
