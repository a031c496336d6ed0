import type { CopyReport } from '../api/names'
import { m } from '../paraglide/messages'

/** What cases get of the answers to each question: how many, and the first of those with another value. */
export function Copies({ copies }: { copies: readonly CopyReport[] }) {
  return (
    <ul className="survey-copies">
      {copies.map((one) => (
        <li key={one.question}>
          <b>{one.variable}</b> {one.new ? <span className="tag">{m.surveys_copyNew()}</span> : null}{' '}
          {counts(one).join(' · ')}
          {one.options.length ? (
            <p className="cap">{m.surveys_copyOptions({ options: one.options.join(', ') })}</p>
          ) : null}
          {one.differing.length ? <Others differing={one.differing} /> : null}
        </li>
      ))}
    </ul>
  )
}

function counts({ set, same, changed, differ, unfit }: CopyReport): string[] {
  const all = [
    set && m.surveys_copySet({ n: set }),
    same && m.surveys_copySame({ n: same }),
    changed && m.surveys_copyChanged({ n: changed }),
    differ && m.surveys_copyDiffer({ n: differ }),
    unfit && m.surveys_copyUnfit({ n: unfit }),
  ].filter((said) => typeof said === 'string')
  return all.length ? all : [m.surveys_copyNothing()]
}

function Others({ differing }: Pick<CopyReport, 'differing'>) {
  return (
    <details>
      <summary>{m.surveys_copyOthers()}</summary>
      <ul>
        {differing.map(({ case: id, name, value, answer }) => (
          <li key={id}>
            {m.surveys_copyOne({
              name,
              value: value || m.surveys_copyNone(),
              answer: answer || m.surveys_copyNone(),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
