import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useCodebook, useProjectId } from '../app/project'
import { variables } from '../data/variables'
import { CodeTicks } from '../excerpts/CodeTicks'
import { Dialog } from '../kit/dialog'
import { Check } from '../kit/fields'
import { figure, listed } from '../kit/words'
import { m } from '../paraglide/messages'
import { Tick } from '../search/Tick'
import type { FieldsProps } from './Fields'

interface PickButtonProps {
  label: string
  /** What is picked, in a few words. */
  says: string
  title: string
  children: ReactNode
}

/** A choice that needs more room than a field has, on a button that says what was chosen. */
function PickButton({ label, says, title, children }: PickButtonProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const footer = (
    <button type="button" className="btn primary" onClick={close}>
      {m.report_done()}
    </button>
  )
  return (
    <div className="field">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      <button
        type="button"
        className="select"
        aria-haspopup="dialog"
        aria-label={`${label}: ${says}`}
        onClick={() => setOpen(true)}
      >
        <span className="cut">{says}</span>
      </button>
      {open ? (
        <Dialog title={title} onClose={close} footer={footer}>
          <div className="stack axis-choice">{children}</div>
        </Dialog>
      ) : null}
    </div>
  )
}

/** Which codes a part is of; none is all. */
export function CodesButton({ part, set }: FieldsProps) {
  const book = useCodebook()
  const { code: chosen = [] } = part
  const [first] = chosen
  const says = !first
    ? m.report_allCodes()
    : chosen.length === 1
      ? (book.get(first)?.name ?? m.codes_gone())
      : m.report_someCodes({ n: figure(chosen.length) })
  return (
    <PickButton label={m.report_codes()} says={says} title={m.report_codes()}>
      <p className="soft">{m.report_noCodeIsAll()}</p>
      <Check checked={!part.alone} onChange={(on) => set({ alone: !on })}>
        {m.report_withUnder()}
      </Check>
      <CodeTicks book={book} chosen={chosen} onChange={(code) => set({ code })} />
    </PickButton>
  )
}

/** Which variables of cases are told; nothing where cases have none. */
export function VariablesButton({ part, set }: FieldsProps) {
  const { data: all = [] } = useQuery(variables(useProjectId()))
  const { variables: chosen = [] } = part
  if (!all.length) return null
  const toggle = (name: string) =>
    set({ variables: chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name] })
  return (
    <PickButton
      label={m.report_variables()}
      says={chosen.length ? listed(chosen) : m.report_noVariables()}
      title={m.report_variables()}
    >
      <section className="fac">
        <ul className="ticks">
          {all.map(({ id, name }) => (
            <li key={id}>
              <Tick choice={{ value: name, name }} checked={chosen.includes(name)} onToggle={toggle} />
            </li>
          ))}
        </ul>
      </section>
    </PickButton>
  )
}
