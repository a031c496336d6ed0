import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Candidate } from './candidate'

/** How many are named at most. */
const SHOWN = 8

/** The further sources that a file becomes. */
export function Others({ one }: { one: Candidate }) {
  const others = one.found?.others ?? []
  if (!others.length) return null
  return (
    <div className="blk">
      <h3>{m.adding_others()}</h3>
      <ul className="imp-others">
        {others.slice(0, SHOWN).map(({ title, words }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several may have one title, and their order never changes
          <li key={at} className="row">
            <span className="cut">{title}</span>
            <span className="cap push">{count(words, 'word')}</span>
          </li>
        ))}
      </ul>
      {others.length > SHOWN ? <p className="cap">{m.adding_more({ n: figure(others.length - SHOWN) })}</p> : null}
    </div>
  )
}
