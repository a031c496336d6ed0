import type { Frequency } from '../data/analyses'
import { figure } from '../kit/words'
import { short } from '../language/decimals'
import { m } from '../paraglide/messages'

/** The most parts that a small bar is made of. */
const MOST = 12

/** How a question was answered, in a line: parts of a bar for a list, mean and range for figures. */
export function FrequencyBar({ found }: { found: Frequency }) {
  const { values, mean, min, max, n } = found
  if (mean !== undefined && min !== undefined && max !== undefined && found.kind === 'number')
    return <span className="cap">{m.surveys_meanRange({ mean: short(mean), min: short(min), max: short(max) })}</span>
  if (!values.length || !n) return null
  const said = values.map(({ value, label, n }) => `${label || value}: ${figure(n)}`).join('\n')
  return (
    <span className="survey-bar" role="img" aria-label={said.replaceAll('\n', ', ')} title={said}>
      {values.slice(0, MOST).map(({ value, share }) => (
        <i key={value} style={{ flexGrow: share }} />
      ))}
    </span>
  )
}
