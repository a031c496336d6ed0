import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useProjectId } from '../app/project'
import { casePage } from '../data/cases'
import { m } from '../paraglide/messages'
import type { Voice } from './cast'

/** Whether the project has cases that somebody can be tied to. */
export const useHasCases = (): boolean => !!useQuery(casePage(useProjectId(), {}, 0)).data?.total

interface CaseFieldProps {
  label: string
  tied: Voice['tied']
  onChange: (to: Voice['tied']) => void
}

/** The firm or person that someone in a file is, found by a few letters; nothing but a case of the project counts. */
export function CaseField({ label, tied, onChange }: CaseFieldProps) {
  const project = useProjectId()
  const list = useId()
  const [written, write] = useState(tied?.name ?? '')
  const { data } = useQuery(casePage(project, written ? { q: written } : {}, 0))
  const cases = data?.items ?? []
  const take = (text: string) => {
    write(text)
    const one = cases.find(({ name }) => name === text)
    onChange(one && { id: one.id, name: one.name })
  }
  return (
    <>
      <input
        className="input"
        aria-label={m.adding_caseOf({ label })}
        placeholder={m.adding_noCase()}
        list={list}
        value={written}
        onChange={(event) => take(event.target.value)}
        onBlur={() => write(tied?.name ?? '')}
      />
      <datalist id={list}>
        {cases.map(({ id, name, key }) => (
          <option key={id} value={name}>
            {key}
          </option>
        ))}
      </datalist>
    </>
  )
}
