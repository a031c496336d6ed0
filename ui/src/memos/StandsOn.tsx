import { useState } from 'react'
import type { Link } from '../api/names'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { ThingLink } from './ThingLink'
import { ThingPicker } from './ThingPicker'
import { usePassages } from './things'

interface StandsOnProps {
  on?: Link
  onChange: (on: Link) => void
  error?: string
}

/** What a memo stands on, and a way to choose something else. */
export function StandsOn({ on, onChange, error }: StandsOnProps) {
  const [picking, pick] = useState(false)
  const words = usePassages().find(({ id }) => id === on?.id)?.place
  return (
    <div className="links">
      <span className="label">{m.memos_standsOn()}</span>
      <p className="row tight wrap">
        {on ? (
          <span className="tag">
            <ThingLink thing={on} words={words} />
          </span>
        ) : null}
        <button type="button" className="btn quiet sm" aria-expanded={picking} onClick={() => pick(!picking)}>
          {m.memos_chooseOther()}
        </button>
      </p>
      {picking ? (
        <ThingPicker
          label={m.memos_standsOn()}
          without={on ? [on.id] : []}
          onChoose={({ kind, id }) => {
            pick(false)
            onChange({ kind, id })
          }}
          onClose={() => pick(false)}
        />
      ) : null}
      {error ? (
        <p className="err cap row tight">
          <Icon name="stop" small />
          {error}
        </p>
      ) : null}
    </div>
  )
}
