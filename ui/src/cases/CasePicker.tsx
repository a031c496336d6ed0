import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Case } from '../api/names'
import { useProjectId } from '../app/project'
import { someCases } from '../data/cases'
import { useOptions } from '../kit/useOptions'
import { m } from '../paraglide/messages'
import { kindName } from './names'

interface CasePickerProps {
  /** Those that can't be chosen. */
  without: readonly string[]
  onChoose: (one: Case) => void
  onClose: () => void
}

/** Finds a case among thousands by a few letters of its name or key. */
export function CasePicker({ without, onChoose, onClose }: CasePickerProps) {
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const { data } = useQuery({ ...someCases(useProjectId(), typed.trim()), placeholderData: keepPreviousData })
  const found = (data?.items ?? []).filter(({ id }) => !without.includes(id))
  const { field, list, option, restart } = useOptions({ items: found, onChoose })
  useEffect(() => input.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return field.onKeyDown(event)
    event.stopPropagation() // it closes this, not what it stands in
    onClose()
  }
  return (
    <div className="case-picker">
      <input
        {...field}
        ref={input}
        className="input"
        aria-label={m.cases_find()}
        placeholder={m.cases_find()}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          restart()
        }}
        onKeyDown={onKeyDown}
        onBlur={onClose}
      />
      <div {...list} role="listbox" className="pop" aria-label={m.cases_cases()}>
        {found.map((one, i) => (
          <div key={one.id} className="opt" {...option(i)}>
            <span className="cut">{one.name}</span>
            <span className="cap cut push">{one.key || kindName(one.kind)}</span>
          </div>
        ))}
        {data && !found.length ? <p className="head">{m.cases_noneFound()}</p> : null}
      </div>
    </div>
  )
}
