import type { ExchangeFinding } from '../api/names'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'

const sorts = [
  ['lost', m.exchange_lost],
  ['changed', m.exchange_changed],
  ['kept', m.exchange_kept],
] as const

interface FindingsProps {
  findings: readonly ExchangeFinding[]
  /** What they stand under has a heading one level above. */
  heading?: 'h3' | 'h4'
}

/** What became of things that are not in both programs alike: lost, changed and kept unseen. */
export const Findings = ({ findings, heading: Heading = 'h3' }: FindingsProps) =>
  sorts.map(([what, name]) => {
    const some = findings.filter((one) => one.what === what)
    return some.length ? (
      <div key={what}>
        <Heading>{name()}</Heading>
        <ul className="plain">
          {some.map(({ text, place, count }) => (
            <li key={`${text} ${place}`}>
              {text} <span className="soft">{about(count, place)}</span>
            </li>
          ))}
        </ul>
      </div>
    ) : null
  })

/** How often, and where first. */
function about(count: number, place?: string): string {
  if (count > 1)
    return place ? m.exchange_timesFrom({ n: figure(count), place }) : m.exchange_times({ n: figure(count) })
  return place ?? ''
}
