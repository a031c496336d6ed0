import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Candidate } from './candidate'
import { linesOf } from './cast'

/** The first turns as they will stand in the source. */
export function Reading({ one }: { one: Candidate }) {
  const lines = linesOf(one.found?.first ?? [], one.voices)
  const left = (one.found?.turns ?? 0) - lines.length
  const timed = lines.some(({ fromMs }) => fromMs !== undefined)
  return (
    <div className="blk fill">
      <div className="row">
        <h3>{m.adding_howItReads()}</h3>
        <span className="cap push">{timed ? m.adding_withTimes() : m.adding_noTimes()}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="rd" aria-label={m.adding_howItReads()} tabIndex={0}>
        {lines.map(({ who, moderator, fromMs, text, unclear }, at) => (
          <article
            className={`turn${moderator ? ' mod' : ''}${unclear ? ' unk' : ''}`}
            // biome-ignore lint/suspicious/noArrayIndexKey: turns have no other name, and their order never changes
            key={at}
          >
            <div className="who">
              <b>{who}</b>
              {fromMs === undefined ? null : <time>{clock(fromMs)}</time>}
            </div>
            <p className="say">{text}</p>
          </article>
        ))}
        {left > 0 ? <p className="cap rd-more">{m.adding_more({ n: figure(left) })}</p> : null}
      </section>
    </div>
  )
}

/** A time in the recording: 1:02:03, or 02:03. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours ? `${hours}:${rest}` : rest
}
