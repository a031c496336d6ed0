import { useState } from 'react'
import { Conditions } from '../cases/Conditions'
import type { Sample } from '../data/analyses'
import { Check } from '../kit/fields'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { asComparable } from './known'
import { useKnown, useSurvey } from './useSurvey'

interface SampleBarProps {
  sample: Sample
  onChange: (sample: { where?: string[]; weight?: 'none' }) => void
  /** Whether weights make a difference there. */
  weighs?: boolean
}

/** Which responses take part, and whether they are weighted. */
export function SampleBar({ sample: { where = [], weight }, onChange, weighs = true }: SampleBarProps) {
  const survey = useSurvey()
  const variables = useKnown().map(asComparable)
  const [adding, setAdding] = useState(false)
  const set = (next: string[]) => onChange({ where: next.length ? next : undefined, weight })
  return (
    <search className="sample-bar" aria-label={m.relations_which()}>
      <div className="row wrap">
        {adding ? null : (
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            <Icon name="filter" />
            {m.relations_filter()}
          </button>
        )}
        {survey.weight && weighs ? (
          <Check
            checked={weight !== 'none'}
            onChange={(on) => onChange({ where: [...where], weight: on ? undefined : 'none' })}
          >
            {m.relations_weighted({ by: survey.weight })}
          </Check>
        ) : null}
      </div>
      <Conditions where={where} variables={variables} onChange={set} adding={adding} onAdded={() => setAdding(false)} />
    </search>
  )
}
