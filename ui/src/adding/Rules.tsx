import { type FormEvent, useId, useState } from 'react'
import { Check, TextField } from '../kit/fields'
import { Icon } from '../kit/marks'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import { labelsIn, type Naming } from './cast'
import type { State } from './state'
import type { Tally } from './tally'

interface RulesProps {
  batch: Batch
  state: State
  totals: Tally
}

/** What holds in all files at once: who speaks under a label, and what becomes of doubles. */
export function Rules({ batch, state, totals }: RulesProps) {
  const labels = labelsIn(state.files.filter(({ stage }) => stage !== 'added').map(({ voices }) => voices))
  const names = [...state.names.values()]
  if (!labels.length && !names.length && !totals.twins) return null
  return (
    <details className="imp-rules">
      <summary>{names.length ? m.adding_rulesOf({ n: names.length }) : m.adding_rules()}</summary>
      {names.length ? (
        <ul className="imp-named" aria-label={m.adding_rules()}>
          {names.map((one) => (
            <li key={one.label} className="tag">
              {sentenceOf(one)}
              <button
                type="button"
                className="btn icon quiet sm"
                aria-label={m.adding_forgetRule({ label: one.label })}
                onClick={() => batch.unnameAll(one.label)}
              >
                <Icon name="x" small />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {totals.twins ? (
        <p className="row tight">
          {m.adding_twins({ n: totals.twins })}
          <button type="button" className="btn sm" onClick={batch.removeTwins}>
            {m.adding_leaveThemOut()}
          </button>
        </p>
      ) : null}
      <NewRule batch={batch} labels={labels} />
    </details>
  )
}

function sentenceOf({ label, name, moderator }: Naming): string {
  const quoted = m.kit_quoted({ text: label })
  if (!name.trim()) return m.adding_ruleNobody({ label: quoted })
  return moderator ? m.adding_ruleModerator({ label: quoted, name }) : m.adding_ruleName({ label: quoted, name })
}

/** Says of one label who it is in all files. */
function NewRule({ batch, labels }: { batch: Batch; labels: ReturnType<typeof labelsIn> }) {
  const list = useId()
  const [typed, setTyped] = useState<Naming>({ label: '', name: '', moderator: true })
  const add = (event: FormEvent) => {
    event.preventDefault()
    const label = typed.label.trim()
    if (!label) return
    batch.nameAll({ ...typed, label, name: typed.name.trim() || label })
    setTyped({ label: '', name: '', moderator: true })
  }
  return (
    <form className="imp-rule" onSubmit={add}>
      <TextField
        label={m.adding_ruleLabel()}
        list={list}
        value={typed.label}
        onChange={(event) => setTyped({ ...typed, label: event.target.value })}
      />
      <datalist id={list}>
        {labels.map(({ label, files }) => (
          <option key={label} value={label}>
            {count(files, 'file')}
          </option>
        ))}
      </datalist>
      <TextField
        label={m.adding_ruleCalled()}
        value={typed.name}
        onChange={(event) => setTyped({ ...typed, name: event.target.value })}
      />
      <Check checked={typed.moderator} onChange={(moderator) => setTyped({ ...typed, moderator })}>
        {m.adding_moderator()}
      </Check>
      <button type="submit" className="btn sm" disabled={!typed.label.trim()}>
        {m.adding_applyToAll()}
      </button>
    </form>
  )
}
