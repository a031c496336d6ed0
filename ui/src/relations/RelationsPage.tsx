import type { ComponentType } from 'react'
import { Segmented } from '../kit/fields'
import { m } from '../paraglide/messages'
import { type Look, looks } from './asked'
import { Behind } from './Behind'
import { Correlations } from './Correlations'
import { CrossTable } from './CrossTable'
import { Describe } from './Describe'
import { Groups } from './Groups'
import { Regression } from './Regression'
import { SampleBar } from './SampleBar'
import { Scales } from './Scales'
import { useAsking } from './useAsking'
import './relations.css'

const names: Record<Look, () => string> = {
  describe: m.relations_describe,
  scales: m.relations_scales,
  crosstab: m.relations_crosstab,
  groups: m.relations_groups,
  correlations: m.relations_correlations,
  regression: m.relations_regression,
}

const parts: Record<Look, ComponentType> = {
  describe: Describe,
  scales: Scales,
  crosstab: CrossTable,
  groups: Groups,
  correlations: Correlations,
  regression: Regression,
}

/** What the answers of a survey are, and how they go together; at the right those behind a figure, and what they said. */
export function RelationsPage() {
  const [asked, ask] = useAsking()
  const { look = 'describe', at } = asked
  const Part = parts[look]
  return (
    <div className={at ? 'relations open' : 'relations'}>
      <div className="relating">
        <h2 className="sr">{names[look]()}</h2>
        <div className="row wrap looks">
          <Segmented
            label={m.relations_look()}
            value={look}
            options={looks.map((value) => ({ value, name: names[value]() }))}
            onChange={(next) => ask({ look: next, at: undefined })}
          />
          <SampleBar sample={asked} onChange={(sample) => ask({ ...sample, at: undefined })} />
        </div>
        <Part />
      </div>
      {at ? <Behind at={at} sample={asked} onClose={() => ask({ at: undefined })} /> : null}
    </div>
  )
}
