import type { Question, Survey } from '../api/names'
import { figure } from '../kit/words'
import { percent } from '../language/decimals'
import { m } from '../paraglide/messages'
import { useFrequencies } from './useFrequencies'

/** How often each answer was given, with its share of those who answered. */
export function FrequencyTable({ survey, question: { name, kind } }: { survey: Survey; question: Question }) {
  const found = useFrequencies(survey).get(name)
  if (!found?.values.length || kind === 'open' || kind === 'text') return null
  return (
    <div className="blk">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{m.surveys_answer()}</th>
            <th scope="col" className="num">
              {m.surveys_n()}
            </th>
            <th scope="col" className="num">
              {m.surveys_share()}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.values.map(({ value, label, n, share }) => (
            <tr key={value}>
              <th scope="row">{label || value}</th>
              <td className="num">{figure(n)}</td>
              <td className="num">{percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
