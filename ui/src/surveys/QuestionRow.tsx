import type { Question } from '../api/names'
import type { Frequency } from '../data/analyses'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { FrequencyBar } from './FrequencyBar'
import { kindNames } from './names'

interface QuestionRowProps {
  question: Question
  found?: Frequency
  index: number
  chosen: boolean
  onChoose: () => void
}

/** A question, how many answered it, and how. */
export function QuestionRow({ question, found, index, chosen, onChoose }: QuestionRowProps) {
  const { name, label, kind, reversed } = question
  return (
    // biome-ignore lint/a11y: a table can't draw only the rows in view
    <div role="row" className="survey-question" aria-rowindex={index + 2} aria-current={chosen || undefined}>
      {/* biome-ignore lint/a11y: see above */}
      <span role="cell" className="survey-name">
        <button
          type="button"
          className="fn cut"
          aria-pressed={chosen}
          tabIndex={chosen ? 0 : -1}
          title={label ? `${name}: ${label}` : name}
          onClick={onChoose}
        >
          <b>{name}</b> <span className="soft">{label}</span>
        </button>
      </span>
      {/* biome-ignore lint/a11y: see above */}
      <span role="cell" className="soft cut">
        {kindNames[kind]()}
        {reversed ? <span className="tag">{m.surveys_reversedShort()}</span> : null}
      </span>
      {/* biome-ignore lint/a11y: see above */}
      <span role="cell" className="num">
        {found ? figure(found.n) : ''}
      </span>
      {/* biome-ignore lint/a11y: see above */}
      <span role="cell" className="num">
        {found ? figure(found.missing) : ''}
      </span>
      {/* biome-ignore lint/a11y: see above */}
      <span role="cell" className="cut">
        {found ? <FrequencyBar found={found} /> : null}
      </span>
    </div>
  )
}
