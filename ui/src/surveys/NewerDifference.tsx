import type { NewerReport } from '../api/names'
import { Changes, MOST } from '../cases/Difference'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Copies } from './Copies'
import { Warnings } from './Warnings'

/** What a newer table changes, in numbers; then who is new, and what each other answered before and now. */
export function NewerDifference({ report }: { report: NewerReport }) {
  const { news, changes, missingColumns, addedColumns } = report
  return (
    <section aria-label={m.surveys_difference()} aria-live="polite">
      <p>
        <b>
          {m.surveys_differs({
            made: figure(report.new),
            changed: figure(report.changed),
            same: figure(report.unchanged),
            absent: figure(report.absent),
          })}
        </b>
      </p>
      <Warnings
        warnings={[
          ...report.warnings,
          ...(missingColumns.length ? [m.surveys_missingColumns({ columns: missingColumns.join(', ') })] : []),
          ...(addedColumns.length ? [m.surveys_addedColumns({ columns: addedColumns.join(', ') })] : []),
        ]}
      />
      {report.copies.length ? (
        <details open>
          <summary>{m.surveys_copies()}</summary>
          <Copies copies={report.copies} />
        </details>
      ) : null}
      {news.length ? (
        <details>
          <summary>{m.surveys_newRows({ n: report.new })}</summary>
          <ul>
            {news.slice(0, MOST).map(({ key, name }) => (
              <li key={key}>{name ? `${key} · ${name}` : key}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {changes.length ? (
        <details open>
          <summary>{m.surveys_changedRows({ n: report.changed })}</summary>
          <ul>
            {changes.slice(0, MOST).map(({ key, name, values }) => (
              <li key={key}>
                {name || key}: <Changes values={values} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
