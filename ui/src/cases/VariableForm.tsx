import { useRef, useState } from 'react'
import type { NewVariable, Variable } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import {
  type Bearer,
  bearers,
  useAddVariable,
  useChangeVariable,
  type VariableKind,
  variableKinds,
} from '../data/variables'
import { Dialog } from '../kit/dialog'
import { ProseField, SelectField, TextField } from '../kit/fields'
import { m } from '../paraglide/messages'
import { bearerNames, kindNames } from './names'
import { linesIn, optionLines, optionsIn, renamedIn } from './options'

interface FormProps {
  /** The variable to change; a new one when there is none. */
  variable?: Variable
  onClose: () => void
}

/** What a variable is called, what its values are, and which cases have it. */
export function VariableForm({ variable, onClose }: FormProps) {
  const form = useForm(variable, onClose)
  const { typed, type, errors, error, pending, save } = form
  const field = useRef<HTMLInputElement>(null)
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.cases_cancel()}
      </button>
      <button type="submit" form="variable" className="btn primary" disabled={pending || !typed.name.trim()}>
        {variable ? m.cases_keep() : m.cases_addVariable()}
      </button>
    </>
  )
  return (
    <Dialog
      title={variable ? m.cases_changeVariable({ name: variable.name }) : m.cases_newVariable()}
      onClose={onClose}
      footer={footer}
      focus={field}
    >
      <form
        id="variable"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          ref={field}
          label={m.cases_name()}
          value={typed.name}
          onChange={(event) => type({ name: event.target.value })}
          error={errors.name ?? (error && !Object.keys(errors).length ? sentenceOf(error) : undefined)}
        />
        <TextField
          label={m.cases_label()}
          hint={m.cases_labelHint()}
          value={typed.label}
          onChange={(event) => type({ label: event.target.value })}
          error={errors.label}
        />
        <SelectField
          label={m.cases_type()}
          value={typed.kind}
          options={variableKinds.map((value) => ({ value, name: kindNames[value]() }))}
          onChange={(kind) => type({ kind: kind as VariableKind })}
          error={errors.kind}
        />
        {typed.kind === 'one' || typed.kind === 'several' ? (
          <ProseField
            label={m.cases_options()}
            hint={m.cases_optionsHint()}
            rows={6}
            value={typed.options}
            onChange={(event) => type({ options: event.target.value })}
            error={errors.options ?? errors.renamed}
          />
        ) : (
          <TextField
            label={m.cases_unit()}
            value={typed.unit}
            onChange={(event) => type({ unit: event.target.value })}
            error={errors.unit}
          />
        )}
        {Object.entries(renames(typed, variable)).map(([was, is]) => (
          <p key={was} className="cap">
            {m.cases_renames({ was, is })}
          </p>
        ))}
        <ProseField
          label={m.cases_missing()}
          hint={m.cases_missingHint()}
          rows={2}
          value={typed.missing}
          onChange={(event) => type({ missing: event.target.value })}
          error={errors.missing}
        />
        <SelectField
          label={m.cases_of()}
          value={typed.of}
          options={bearers.map((value) => ({ value, name: bearerNames[value]() }))}
          onChange={(of) => type({ of: of as Bearer })}
          error={errors.of}
        />
      </form>
    </Dialog>
  )
}

/** What is typed into the form, and how it is saved. */
function useForm(variable: Variable | undefined, onClose: () => void) {
  const project = useProjectId()
  const add = useAddVariable(project)
  const change = useChangeVariable(project)
  const undoable = useUndoToast()
  const [typed, setTyped] = useState(() => asTyped(variable))
  const { error, isPending: pending } = variable ? change : add
  const onSuccess = ({ seq }: { seq: number }) => {
    if (seq)
      undoable(
        variable ? m.cases_changedVariable({ name: typed.name }) : m.cases_addedVariable({ name: typed.name }),
        seq,
      )
    onClose()
  }
  const save = () => {
    const body = asVariable(typed)
    const renamed = renames(typed, variable)
    const all = Object.keys(renamed).length ? { renamed } : {}
    if (variable) change.mutate({ seen: variable, ...changed(variable, body), ...all }, { onSuccess })
    else add.mutate(body, { onSuccess })
  }
  const errors = error instanceof Refusal ? error.fields : {}
  return { typed, type: (more: Partial<typeof typed>) => setTyped({ ...typed, ...more }), errors, error, pending, save }
}

const asTyped = (variable?: Variable) => ({
  name: variable?.name ?? '',
  label: variable?.label ?? '',
  kind: variable?.kind ?? ('text' as VariableKind),
  unit: variable?.unit ?? '',
  options: optionLines(variable?.options ?? []),
  missing: (variable?.missing ?? []).join('\n'),
  of: variable?.of ?? ('both' as Bearer),
})

type Typed = ReturnType<typeof asTyped>

/** The options that are renamed in all cases. */
const renames = ({ kind, options }: Typed, variable?: Variable): Record<string, string> =>
  variable && kind === variable.kind ? renamedIn(variable.options, optionsIn(options)) : {}

/** A list has no unit, and what is no list no options. */
function asVariable({ name, label, kind, unit, options, missing, of }: Typed): Required<NewVariable> {
  const listed = kind === 'one' || kind === 'several'
  return {
    name: name.trim(),
    label: label.trim(),
    kind,
    unit: listed ? '' : unit.trim(),
    options: listed ? optionsIn(options) : [],
    missing: linesIn(missing),
    of,
  }
}

/** What is not as it was. A new kind of list with no options written takes the values there are. */
function changed(variable: Variable, body: Required<NewVariable>): Partial<NewVariable> {
  const all = Object.entries(body).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(variable[field as keyof Variable]),
  )
  const left = Object.fromEntries(all) as Partial<NewVariable>
  if (left.kind && !body.options.length) delete left.options
  return left
}
