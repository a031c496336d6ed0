import type { CasesImported } from '../api/names'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'

/** The most lines of each kind that are shown. */
export const MOST = 50

/** What a table would change, in numbers; then row by row what is refused, and the first of what changes. */
export function Difference({ plan }: { plan: CasesImported }) {
  return (
    <section aria-label={m.cases_difference()} aria-live="polite">
      <p>
        <b>
          {m.cases_differs({
            made: count(plan.new, 'case'),
            changed: figure(plan.changed),
            same: figure(plan.unchanged),
            refused: figure(plan.refused),
          })}
        </b>
      </p>
      {plan.warnings.map((warning) => (
        <p className="st warn" key={warning}>
          {warning}
        </p>
      ))}
      {plan.faults.length ? (
        <details open>
          <summary>{m.cases_refusedRows({ n: plan.refused })}</summary>
          <ul>
            {plan.faults.slice(0, MOST).map(({ row, why }) => (
              <li key={`${row} ${why}`}>{m.cases_rowWhy({ row: figure(row), why })}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {plan.changes.length ? (
        <details>
          <summary>{m.cases_changedRows({ n: plan.changed })}</summary>
          <ul>
            {plan.changes.slice(0, MOST).map(({ case: id, name, firm, values }) => (
              <li key={id}>
                {name}: <Changes values={firm ? { [m.cases_firmOf()]: firm, ...values } : values} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

interface ChangesProps {
  /** By name: what was, and what is. */
  values: Record<string, { was?: unknown; is?: unknown }>
}

/** Each value as it was, struck, and as it becomes. */
export function Changes({ values }: ChangesProps) {
  return Object.entries(values).map(([variable, { was, is }]) => (
    <span key={variable} className="case-change">
      {variable} <del>{written(was)}</del> <ins>{written(is)}</ins>{' '}
    </span>
  ))
}

const written = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return m.cases_nothing()
  if (typeof value === 'boolean') return value ? m.cases_yes() : m.cases_no()
  return Array.isArray(value) ? value.join('; ') : String(value)
}
