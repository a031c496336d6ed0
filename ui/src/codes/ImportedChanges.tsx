import type { CodebookChange, CodebookImported } from '../api/names'
import { Thread } from '../kit/marks'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Told } from '../versions/Told'

/** The most lines that are shown of each sort. */
const MOST = 50

/** What a codebook in a file would change, in numbers; then what is refused, and the first of what changes. */
export function ImportedChanges({ plan }: { plan: CodebookImported }) {
  return (
    <section aria-label={m.codes_importChanges()} aria-live="polite" className="stack">
      <p>
        <b>
          {m.codes_importDiffers({
            made: count(plan.new, 'code'),
            changed: figure(plan.changed),
            same: figure(plan.unchanged),
            absent: figure(plan.absent),
          })}
        </b>
      </p>
      {plan.left?.length ? <p className="soft">{m.codes_importLeft({ columns: plan.left.join(', ') })}</p> : null}
      {plan.faults?.length ? (
        <details open>
          <summary>{m.codes_importRefused({ n: plan.refused })}</summary>
          <ul>
            {plan.faults.slice(0, MOST).map(({ row, why }) => (
              <li key={`${row} ${why}`}>{m.codes_importRowWhy({ row: figure(row), why })}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <ul className="code-changes">
        {(plan.changes ?? []).slice(0, MOST).map((change) => (
          <Change key={`${change.code} ${change.kind} ${change.field}`} change={change} />
        ))}
      </ul>
      {(plan.changes?.length ?? 0) > MOST ? <p className="soft">{m.codes_importMore()}</p> : null}
    </section>
  )
}

const Change = ({ change }: { change: CodebookChange }) => (
  <li>
    <b>
      <Thread color={change.color} /> {change.name}
    </b>{' '}
    {change.path?.length ? <span className="cap">{m.versions_in({ path: change.path.join(' / ') })}</span> : null}
    <div>
      <Told change={change} />
    </div>
  </li>
)
