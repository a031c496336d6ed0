import { useState } from 'react'
import type { Variable } from '../api/names'
import { useMay, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeVariable, useRemoveVariable } from '../data/variables'
import { Dialog } from '../kit/dialog'
import { Icon } from '../kit/marks'
import { Empty } from '../kit/states'
import { toastError } from '../kit/toasts'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { bearerNames, kindNames } from './names'
import { VariableForm } from './VariableForm'

interface VariablesProps {
  variables: readonly Variable[]
  onClose: () => void
}

/** What is asked of every case: the columns of the sheet, to be made, changed, ordered and deleted. */
export function VariablesDialog({ variables, onClose }: VariablesProps) {
  const may = useMay().change
  const [chosen, choose] = useState<Variable | 'new'>()
  if (chosen) return <VariableForm variable={chosen === 'new' ? undefined : chosen} onClose={() => choose(undefined)} />
  const add = (
    <button type="button" className="btn primary" onClick={() => choose('new')}>
      <Icon name="plus" />
      {m.cases_newVariable()}
    </button>
  )
  return (
    <Dialog title={m.cases_variables()} onClose={onClose} footer={may ? add : undefined} wide>
      {variables.length ? (
        <table className="table cases-variables">
          <thead>
            <tr>
              <th scope="col">{m.cases_variable()}</th>
              <th scope="col">{m.cases_type()}</th>
              <th scope="col">{m.cases_of()}</th>
              <th scope="col" className="num">
                {m.cases_filled()}
              </th>
              <th scope="col">
                <span className="sr">{m.cases_actions()}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {variables.map((variable, i) => (
              <Line
                key={variable.id}
                variable={variable}
                may={may}
                up={i > 0 ? variables[i - 1]?.position : undefined}
                onChange={() => choose(variable)}
              />
            ))}
          </tbody>
        </table>
      ) : (
        <Empty title={m.cases_noVariables()}>{m.cases_noVariablesHow()}</Empty>
      )}
    </Dialog>
  )
}

interface LineProps {
  variable: Variable
  may: boolean
  /** The position of the one before it. */
  up?: number
  onChange: () => void
}

function Line({ variable, may, up, onChange }: LineProps) {
  const project = useProjectId()
  const change = useChangeVariable(project)
  const remove = useRemoveVariable(project)
  const undoable = useUndoToast()
  const { id, name, label, unit, kind, of, cases, missingCases } = variable
  const move = (position: number) => change.mutate({ seen: variable, position }, { onError: toastError })
  const onRemove = () =>
    remove.mutate(id, { onSuccess: ({ seq }) => undoable(m.cases_removedVariable({ name }), seq), onError: toastError })
  return (
    <tr>
      <th scope="row">
        {unit ? m.cases_inUnit({ name, unit }) : name}
        {label ? <p className="cap">{label}</p> : null}
      </th>
      <td>{kindNames[kind]()}</td>
      <td>{bearerNames[of]()}</td>
      <td className="num">
        {figure(cases)}
        {missingCases ? <p className="cap">{m.cases_missingOf({ n: figure(missingCases) })}</p> : null}
      </td>
      <td>
        {may ? (
          <span className="row tight acts">
            {up === undefined ? null : (
              <button
                type="button"
                className="btn icon quiet sm"
                aria-label={m.cases_moveUp({ name })}
                title={m.cases_moveUp({ name })}
                onClick={() => move(up)}
              >
                <Icon name="up" small />
              </button>
            )}
            <button
              type="button"
              className="btn icon quiet sm"
              aria-label={m.cases_changeVariable({ name })}
              title={m.cases_changeVariable({ name })}
              onClick={onChange}
            >
              <Icon name="pencil" small />
            </button>
            <button
              type="button"
              className="btn icon quiet sm"
              aria-label={m.cases_removeVariable({ name })}
              title={m.cases_removeVariable({ name })}
              onClick={onRemove}
            >
              <Icon name="x" small />
            </button>
          </span>
        ) : null}
      </td>
    </tr>
  )
}
