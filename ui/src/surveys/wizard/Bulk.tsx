import { type QuestionKind, questionKinds } from '../../data/surveys'
import { Choice } from '../../kit/Choice'
import { m } from '../../paraglide/messages'
import { kindOptions } from '../names'
import { asked, type ColumnLine, joined, keyOf, ofKind } from './draft'
import type { Table } from './useTable'
import type { useTicked } from './useTicked'

interface BulkProps {
  table: Table
  lines: readonly ColumnLine[]
  ticked: ReturnType<typeof useTicked>
}

/** What is done with all questions that are ticked. */
export function Bulk({ table, lines, ticked }: BulkProps) {
  const questions = lines.filter(({ key }) => ticked.has(key)).map(({ question }) => question)
  if (!questions.length) return null
  const scales = questions.filter(({ kind }) => kind === 'scale')
  const join = () => {
    table.say((draft) => joined(draft, questions))
    ticked.clear()
  }
  return (
    <div className="ticked-bar" role="toolbar" aria-label={m.surveys_withTicked()}>
      <span className="cap">{m.surveys_ticked({ n: questions.length })}</span>
      <Choice
        label={m.surveys_kindOfTicked()}
        value=""
        any={m.surveys_setKind()}
        options={kindOptions(questionKinds)}
        onChange={(kind) => kind && table.say((draft) => ofKind(draft, questions, kind as QuestionKind))}
      />
      {questions.length > 1 ? (
        <button type="button" className="btn sm quiet" onClick={join}>
          {m.surveys_join()}
        </button>
      ) : null}
      {scales.length > 1 ? <SameOptions table={table} lines={lines} chosen={scales.map(keyOf)} /> : null}
      <button type="button" className="btn sm quiet push" onClick={ticked.clear}>
        {m.surveys_untick()}
      </button>
    </div>
  )
}

/** Items of one scale are answered alike: the order and labels of the first go to the others. */
function SameOptions({ table, lines, chosen }: { table: Table; lines: readonly ColumnLine[]; chosen: string[] }) {
  const items = lines.filter(({ key }) => chosen.includes(key)).map(({ question }) => question)
  const [first, ...others] = items
  if (!first) return null
  const { options, missing } = first
  return (
    <button
      type="button"
      className="btn sm quiet"
      onClick={() => table.say((draft) => asked(draft, others, { options, missing }))}
    >
      {m.surveys_likeFirst({ name: first.name })}
    </button>
  )
}
