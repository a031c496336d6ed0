import { type QuestionKind, questionKinds } from '../../data/surveys'
import { Icon } from '../../kit/marks'
import { figure } from '../../kit/words'
import { m } from '../../paraglide/messages'
import { kindOptions } from '../names'
import type { ColumnLine } from './draft'

interface ColumnRowProps {
  line: ColumnLine
  index: number
  chosen: boolean
  ticked: boolean
  onTick: (range: boolean) => void
  onChoose: () => void
  onKind: (kind: QuestionKind) => void
}

/** A question: what it is called, its kind, and what was found in its columns. */
export function ColumnRow({ line, index, chosen, ticked, onTick, onChoose, onKind }: ColumnRowProps) {
  const { question, columns, filled, distinct, examples, warnings } = line
  const { name, label, kind } = question
  return (
    // biome-ignore lint/a11y: a table can't draw only the rows in view
    <div role="row" className="survey-column" aria-rowindex={index + 2} aria-current={chosen || undefined}>
      {/* biome-ignore lint/a11y: see above */}
      <span role="cell">
        <input
          type="checkbox"
          aria-label={m.surveys_tick({ name })}
          checked={ticked}
          readOnly
          onClick={(event) => onTick(event.shiftKey)}
        />
      </span>
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
          <b>{name}</b> {columns.length > 1 ? <span className="tag">{figure(columns.length)}</span> : null}{' '}
          <span className="soft">{label}</span>
        </button>
        {warnings.length ? (
          <span className="st warn" title={warnings.join('\n')}>
            <Icon name="warn" small />
            <span className="cut">{warnings[0]}</span>
          </span>
        ) : null}
      </span>
      {/* biome-ignore lint/a11y: see above */}
      <span role="cell" className="survey-kind">
        <select
          className="select"
          aria-label={m.surveys_kindOf({ name })}
          value={kind}
          onChange={({ target }) => onKind(target.value as QuestionKind)}
        >
          {kindOptions(columns.length > 1 ? ['multiple', 'ignore'] : questionKinds).map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </span>
      {/* biome-ignore lint/a11y: see above */}
      <span role="cell" className="num">
        {figure(filled)}
      </span>
      {/* biome-ignore lint/a11y: see above */}
      <span role="cell" className="num">
        {figure(distinct)}
      </span>
      {/* biome-ignore lint/a11y: see above */}
      <span role="cell" className="cut soft" title={examples.join('\n')}>
        {examples.join(' · ')}
      </span>
    </div>
  )
}
