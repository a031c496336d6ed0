import type { RefObject } from 'react'
import { Icon } from '../../kit/marks'
import { m } from '../../paraglide/messages'
import type { CodeTreeState } from './useCodeTree'

interface CodesFilterProps {
  field: RefObject<HTMLInputElement | null>
  value: string
  onChange: (words: string) => void
  onEscape: () => void
  state: CodeTreeState
}

/** The field over a tree of codes that narrows it. Arrow down goes into the tree. */
export function CodesFilter({ field, value, onChange, onEscape, state }: CodesFilterProps) {
  return (
    <div className="search">
      <Icon name="filter" />
      <input
        className="input"
        ref={field}
        value={value}
        placeholder={m.codes_filter()}
        aria-label={m.codes_filter()}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') state.tree.getItems()[0]?.getElement()?.focus()
          else if (event.key === 'Escape') onEscape()
          else return
          event.preventDefault()
        }}
      />
      <kbd>/</kbd>
    </div>
  )
}
