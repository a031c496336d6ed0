import { useStrands } from '../app/project'
import { TextField } from '../kit/fields'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import { Cast } from './Cast'
import { Charset } from './Charset'
import { type Candidate, doubts, isEditable, isTwin, isUnsure } from './candidate'
import { Facts } from './Facts'
import { Language } from './Language'
import { BY_NAME } from './list'
import { Others } from './Others'
import { Reading } from './Reading'
import { StrandSelect } from './StrandSelect'
import type { State } from './state'
import { Table } from './Table'

interface FoundProps {
  batch: Batch
  state: State
  one: Candidate
}

/** What was understood of a file, to be corrected before it is added. */
export function Found({ batch, state, one }: FoundProps) {
  const open = isEditable(one)
  return (
    <>
      <div className="blk">
        <Facts batch={batch} one={one} />
        {open ? <Warnings one={one} /> : null}
        {isTwin(one) ? <Twin batch={batch} one={one} /> : null}
        {open ? <Fields batch={batch} state={state} one={one} /> : null}
      </div>
      {open && one.found?.tables?.length ? <Table batch={batch} state={state} one={one} /> : null}
      {open && one.voices.length ? <Cast batch={batch} one={one} /> : null}
      <Others one={one} />
      <Reading one={one} />
    </>
  )
}

function Fields({ batch, state, one }: FoundProps) {
  const strands = useStrands()
  const byName = state.strand === BY_NAME
  const all = strands.find(({ id }) => id === (byName ? one.found?.strand?.id : state.strand))?.name
  const none = all ? (byName ? m.adding_byItsName({ strand: all }) : m.adding_asAllNamed({ all })) : m.adding_asAll()
  return (
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
          none={none}
          onChange={(strand) => batch.change(one.id, { strand: strand || undefined })}
        />
      </div>
      <Language batch={batch} one={one} />
      {isUnsure(one) ? <Charset batch={batch} one={one} /> : null}
    </div>
  )
}

/** The same file is here already: is it wanted nevertheless? */
const Twin = ({ batch, one }: Omit<FoundProps, 'state'>) => (
  <div className="row imp-again">
    <button type="button" className="btn sm" onClick={() => batch.remove(one.id)}>
      {m.adding_leaveOut()}
    </button>
    <button type="button" className="btn sm quiet" onClick={() => batch.change(one.id, { again: true })}>
      {m.adding_addNevertheless()}
    </button>
  </div>
)

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
