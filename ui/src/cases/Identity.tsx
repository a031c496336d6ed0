import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseDetail } from '../api/names'
import { Refusal } from '../api/refusal'
import { useProjectId } from '../app/project'
import { casePage, useChangeCase } from '../data/cases'
import { SelectField } from '../kit/fields'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { Line } from './Line'

interface IdentityProps {
  one: CaseDetail
  may: boolean
}

/** What a case is called, what tables know it by, and to which firm it belongs or who belongs to it. */
export function Identity({ one, may }: IdentityProps) {
  const project = useProjectId()
  const change = useChangeCase(project)
  const fields = fieldsOf(change.error)
  const set = (body: { name?: string; key?: string; firm?: string }) =>
    change.mutate(
      { seen: one, ...body },
      { onError: (error) => void (Object.keys(fieldsOf(error)).length || toastError(error)) },
    )
  return (
    <section className="case-values" aria-label={m.cases_identity()}>
      <Line label={m.cases_name()} text={one.name} may={may} error={fields.name} onKeep={(name) => set({ name })} />
      <Line label={m.cases_key()} text={one.key} may={may} error={fields.key} onKeep={(key) => set({ key })} />
      {one.kind === 'person' ? <Firm one={one} may={may} onChange={(firm) => set({ firm })} /> : <Persons one={one} />}
    </section>
  )
}

const fieldsOf = (error: unknown): Record<string, string> => (error instanceof Refusal ? error.fields : {})

function Firm({ one, may, onChange }: IdentityProps & { onChange: (firm: string) => void }) {
  const project = useProjectId()
  const { data } = useQuery({ ...casePage(project, { kind: ['firm'] }, 0), enabled: may })
  const firms = (data?.items ?? []).map(({ id, name }) => ({ value: id, name }))
  const mine =
    one.firm && !firms.some(({ value }) => value === one.firm) ? [{ value: one.firm, name: one.firmName ?? '' }] : []
  return (
    <SelectField
      label={m.cases_firmOf()}
      value={one.firm ?? ''}
      disabled={!may}
      options={[{ value: '', name: m.cases_noFirm() }, ...mine, ...firms]}
      onChange={onChange}
    />
  )
}

function Persons({ one: { persons } }: { one: CaseDetail }) {
  const project = useProjectId()
  if (!persons.length) return null
  return (
    <div className="field">
      <span className="label">{m.cases_belonging()}</span>
      <ul className="row wrap">
        {persons.map(({ id, name }) => (
          <li key={id}>
            <Link to="/p/$project/cases/$case" params={{ project, case: id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
