import { questionKinds } from '../../data/surveys'
import { Check } from '../../kit/fields'
import { figure } from '../../kit/words'
import { m } from '../../paraglide/messages'
import { QuestionFields } from '../QuestionFields'
import { Warnings } from '../Warnings'
import { CaseVariable } from './CaseVariable'
import { apart, asked, type ColumnLine, ofKind } from './draft'
import type { Table } from './useTable'

/** One question: what it is called, what its answers are, and what stands in its columns. */
export function ColumnPanel({ table, line, caseKind }: { table: Table; line: ColumnLine; caseKind: string }) {
  const { question, columns, examples, warnings, personal } = line
  const several = columns.length > 1
  return (
    <aside className="pvw" aria-label={m.surveys_about({ name: question.name })}>
      <div className="panel-h">
        <b className="grow cut" title={question.columns.join(', ')}>
          {question.columns[0]}
        </b>
        {several ? (
          <button type="button" className="btn sm" onClick={() => table.say((draft) => apart(draft, question))}>
            {m.surveys_apart()}
          </button>
        ) : null}
      </div>
      <div className="pvw-body">
        <div className="blk stack">
          <Warnings warnings={warnings} />
          {personal ? (
            <Check
              checked={question.kind !== 'ignore'}
              onChange={(keep) => table.say((draft) => ofKind(draft, [question], keep ? 'text' : 'ignore'))}
            >
              {m.surveys_keepPersonal()}
            </Check>
          ) : null}
          <QuestionFields
            question={question}
            kinds={several ? ['multiple', 'ignore'] : questionKinds}
            may
            onChange={(change) => table.say((draft) => asked(draft, [question], change))}
            onKind={(kind) => table.say((draft) => ofKind(draft, [question], kind))}
          />
          {caseKind ? (
            <CaseVariable
              question={question}
              firm={caseKind === 'firm'}
              onChange={(change) => table.say((draft) => asked(draft, [question], change))}
            />
          ) : null}
        </div>
        {several ? (
          <section className="blk">
            <h3>{m.surveys_itsColumns()}</h3>
            <ul className="survey-found">
              {columns.map(({ column, filled }) => (
                <li key={column} className="row">
                  <span className="grow cut">{column}</span>
                  <span className="num">{figure(filled)}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : (
          <section className="blk">
            <h3>{m.surveys_examples()}</h3>
            <ul className="survey-found">
              {examples.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </aside>
  )
}
