import { Link } from '@tanstack/react-router'
import type { Answer, Survey } from '../../api/names'
import { useCodebook, usePeople, useProjectId } from '../../app/project'
import { spanParam } from '../../app/search-params'
import { CodeMark, Icon } from '../../kit/marks'
import { m } from '../../paraglide/messages'
import type { AnswerActs } from './useAnswerActs'
import { shownValue } from './values'

interface BesideProps {
  survey: Survey
  source: string
  answer: Answer
  acts: AnswerActs
  onClose: () => void
}

/** One answer in full, with its codes and what else is shown of who gave it. */
export function Beside({ survey, source, answer, acts, onClose }: BesideProps) {
  const project = useProjectId()
  const { start, end, text, values } = answer
  return (
    <aside className="pvw" aria-label={m.surveys_answerOf({ name: answer.name || answer.key })}>
      <div className="panel-h">
        <b className="grow cut">
          {answer.case ? (
            <Link to="/p/$project/cases/$case" params={{ project, case: answer.case }}>
              {answer.name || answer.key}
            </Link>
          ) : (
            answer.name || answer.key
          )}
        </b>
        <Link
          className="btn sm"
          to="/p/$project/sources/$source"
          params={{ project, source }}
          search={{ at: spanParam({ start, end }) }}
        >
          {m.surveys_inText()}
        </Link>
        <button type="button" className="btn icon quiet sm" aria-label={m.kit_close()} onClick={onClose}>
          <Icon name="x" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="pvw-body" tabIndex={0} aria-label={m.surveys_answer()}>
        <p className="blk serif answer-whole">{text}</p>
        <Codes answer={answer} acts={acts} />
        {Object.keys(values).length ? (
          <dl className="blk answer-values">
            {Object.entries(values).map(([name, value]) => (
              <div key={name}>
                <dt className="cap">{name}</dt>
                <dd>{shownValue(survey, name, value)}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </section>
    </aside>
  )
}

/** What an answer is coded with, by whom; one's own can be taken off. */
function Codes({ answer: { codes }, acts }: Pick<BesideProps, 'answer' | 'acts'>) {
  const book = useCodebook()
  const { called, me } = usePeople()
  return (
    <ul className="blk answer-marks" aria-label={m.surveys_codes()}>
      {codes.map((one) => {
        const code = book.get(one.code)
        const name = code?.name ?? m.surveys_goneCode()
        return (
          <li key={`${one.coding} ${one.code}`}>
            <CodeMark name={name} color={code?.color ?? 'oakgall'}>
              {one.coder === me ? null : <span className="cap">{called(one.coder)}</span>}
              {acts.may && one.coder === me ? (
                <button
                  type="button"
                  className="x"
                  aria-label={m.surveys_takeOff({ code: name })}
                  onClick={() => acts.uncode([one])}
                >
                  <Icon name="x" small />
                </button>
              ) : null}
            </CodeMark>
          </li>
        )
      })}
    </ul>
  )
}
