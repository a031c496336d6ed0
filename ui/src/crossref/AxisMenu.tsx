import { useState } from 'react'
import { useCodebook } from '../app/project'
import type { CrossAsking } from '../data/crossref'
import { Dialog } from '../kit/dialog'
import { SelectField } from '../kit/fields'
import { Failure } from '../kit/states'
import { m } from '../paraglide/messages'
import { JointCodes } from '../relations/JointCodes'
import { Tick } from '../search/Tick'
import { axisOf, chosenOf, kindOf } from './asked'
import { useAxisKinds, useAxisName, useHeads } from './kinds'
import { MOST, mostUsed } from './most'

interface AxisMenuProps {
  /** Rows, or columns. */
  label: string
  axis: string
  asking: CrossAsking
  /** Whether it is of codes, and of nothing else. */
  codes?: boolean
  onChange: (axis: string) => void
}

/** What rows or columns are of, on a button that opens the choice. */
export function AxisMenu(props: AxisMenuProps) {
  const [open, setOpen] = useState(false)
  const name = useAxisName(props.axis)
  return (
    <span className="row tight">
      <span className="label" aria-hidden="true">
        {props.label}
      </span>
      <button
        type="button"
        className="select"
        aria-haspopup="dialog"
        aria-label={m.crossref_axisIs({ axis: props.label, what: name })}
        onClick={() => setOpen(true)}
      >
        <span className="cut">{name}</span>
      </button>
      {open ? <AxisDialog {...props} onClose={() => setOpen(false)} /> : null}
    </span>
  )
}

function AxisDialog({ label, axis, asking, codes, onChange, onClose }: AxisMenuProps & { onClose: () => void }) {
  const kinds = useAxisKinds()
  const [kind, setKind] = useState(kindOf(axis) === 'variable' ? axis : kindOf(axis))
  const [chosen, setChosen] = useState(kindOf(axis) === 'variable' ? [] : chosenOf(axis))
  const choose = () => {
    onChange(axisOf(kind, chosen))
    onClose()
  }
  const turn = (next: string) => {
    setKind(next)
    setChosen([])
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn primary" onClick={choose}>
        {m.crossref_show()}
      </button>
    </>
  )
  return (
    <Dialog title={label} onClose={onClose} footer={footer}>
      <div className="stack axis-choice">
        {codes ? null : <SelectField label={m.crossref_of()} value={kind} options={kinds} onChange={turn} />}
        {kind === 'codes' ? (
          <Codes chosen={chosen} onChange={setChosen} />
        ) : (
          <Heads kind={kind} asking={asking} chosen={chosen} onChange={setChosen} />
        )}
      </div>
    </Dialog>
  )
}

interface ChosenProps {
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

function Codes({ chosen, onChange }: ChosenProps) {
  const book = useCodebook()
  return (
    <>
      <fieldset className="quick row wrap tight" aria-label={m.crossref_whichCodes()}>
        <button type="button" className="btn sm" aria-pressed={!chosen.length} onClick={() => onChange([])}>
          {m.crossref_allCodes()}
        </button>
        <button type="button" className="btn sm" onClick={() => onChange(mostUsed(book))}>
          {m.crossref_mostUsed({ n: String(MOST) })}
        </button>
      </fieldset>
      <JointCodes chosen={chosen} onChange={onChange} />
    </>
  )
}

/** Those of a kind to tick; without a tick all of them are shown. */
function Heads({ kind, asking, chosen, onChange }: ChosenProps & { kind: string; asking: CrossAsking }) {
  const { heads, error } = useHeads(kind, asking)
  const toggle = (id: string) =>
    onChange(heads.map((one) => one.id).filter((one) => chosen.includes(one) !== (one === id)))
  if (kind.startsWith('variable:')) return <p className="soft">{m.crossref_everyValue()}</p>
  if (error)
    return (
      <>
        <Failure error={error} />
        <p>{m.crossref_narrowFirst()}</p>
      </>
    )
  return (
    <section className="fac">
      <p className="soft">{m.crossref_noneIsAll()}</p>
      <ul className="ticks">
        {heads.map(({ id, name, n }) => (
          <li key={id}>
            <Tick choice={{ value: id, name, count: n }} checked={chosen.includes(id)} onToggle={toggle} />
          </li>
        ))}
      </ul>
    </section>
  )
}
