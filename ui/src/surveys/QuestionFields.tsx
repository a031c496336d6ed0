import type { Question } from '../api/names'
import { Line } from '../cases/Line'
import { linesIn } from '../cases/options'
import type { QuestionKind } from '../data/surveys'
import { Check, SelectField } from '../kit/fields'
import { m } from '../paraglide/messages'
import { isListed, kindOptions } from './names'
import { OptionList } from './OptionList'

interface QuestionFieldsProps {
  question: Question
  /** What it can be. */
  kinds: readonly QuestionKind[]
  may: boolean
  /** Takes what was changed, and of what was written what stood there when that began. */
  onChange: (change: Partial<Question>, was?: Partial<Question>) => void
  onKind: (kind: QuestionKind) => void
  /** Calls an option otherwise where answers are kept already. */
  onRename?: (was: string, is: string) => void
}

/** What a question is called, of which kind it is, and what its answers can be. */
export function QuestionFields({ question, kinds, may, onChange, onKind, onRename }: QuestionFieldsProps) {
  const { name, label, kind, unit, options, missing, reversed } = question
  return (
    <div className="stack">
      <Line
        label={m.surveys_name()}
        text={name}
        may={may}
        onKeep={(name, was) => name && onChange({ name }, { name: was })}
      />
      <Line
        label={m.surveys_label()}
        text={label}
        may={may}
        long
        onKeep={(label, was) => onChange({ label }, { label: was })}
      />
      <SelectField
        label={m.surveys_kind()}
        value={kind}
        disabled={!may}
        options={kindOptions(kinds)}
        onChange={(next) => onKind(next as QuestionKind)}
      />
      {kind === 'number' ? (
        <Line
          label={m.surveys_unit()}
          text={unit}
          may={may}
          onKeep={(unit, was) => onChange({ unit }, { unit: was })}
        />
      ) : null}
      {kind === 'scale' ? (
        <Check checked={Boolean(reversed)} disabled={!may} onChange={(reversed) => onChange({ reversed })}>
          {m.surveys_reversed()}
        </Check>
      ) : null}
      {isListed(kind) ? (
        <OptionList
          options={options}
          missing={missing}
          may={may}
          fixed={question.columns.length > 1}
          onRename={onRename}
          onChange={onChange}
        />
      ) : kind === 'ignore' ? null : (
        <Line
          label={m.surveys_missing()}
          hint={m.surveys_missingHint()}
          text={missing.join('\n')}
          may={may}
          long
          onKeep={(text, was) => onChange({ missing: linesIn(text) }, { missing: linesIn(was) })}
        />
      )}
    </div>
  )
}
