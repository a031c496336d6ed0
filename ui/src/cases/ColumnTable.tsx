import type { CasesImported, ColumnPlan } from '../api/names'
import type { VariableKind } from '../data/variables'
import { Check } from '../kit/fields'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { kindNames } from './names'

interface ColumnsProps {
  plan: CasesImported
  mapping: Record<string, string>
  onChange: (mapping: Record<string, string>) => void
}

/** What becomes of each column; one that looks like personal data is left out unless it is ticked. */
export function ColumnTable({ plan, mapping, onChange }: ColumnsProps) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{m.cases_column()}</th>
          <th scope="col">{m.cases_becomes()}</th>
          <th scope="col" className="num">
            {m.cases_filled()}
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.columns.map((column) => (
          <tr key={column.column}>
            <th scope="row">
              {column.is === 'variable' || column.is === 'nothing' ? (
                <Check
                  checked={column.is === 'variable'}
                  onChange={(taken) => onChange({ ...mapping, [column.column]: taken ? column.column : '' })}
                >
                  {column.column}
                </Check>
              ) : (
                column.column
              )}
            </th>
            <td>{becomes(column)}</td>
            <td className="num">{count(column.filled, 'case')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function becomes({ is, variable = '', kind, new: isNew, personal }: ColumnPlan): string {
  if (is === 'key') return m.cases_key()
  if (is === 'name') return m.cases_name()
  if (is === 'firm') return m.cases_firmOf()
  if (is === 'kind') return m.cases_kind()
  if (is === 'nothing') return personal ? m.cases_leftOutPersonal() : m.cases_leftOut()
  const type = kind ? kindNames[kind as VariableKind]() : ''
  return isNew ? m.cases_becomesNew({ variable, type }) : m.cases_becomesKnown({ variable })
}
