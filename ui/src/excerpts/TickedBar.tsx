import type { ReactNode } from 'react'
import type { RowCoding } from '../api/names'
import { Icon } from '../kit/marks'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { RowActs } from './useRowActs'
import type { Ticks } from './useTicks'

interface TickedBarProps {
  ticks: Ticks
  acts: RowActs
  outdated: boolean
  /** What else can be done with what is ticked. */
  more?: (codings: readonly RowCoding[], onDone: () => void) => ReactNode
}

/** What can be done with what is ticked. */
export function TickedBar({ ticks, acts, outdated, more }: TickedBarProps) {
  const codings = [...ticks.codings.values()]
  const passages = new Set(codings.map(({ passage }) => passage)).size
  return (
    <div className="ticked-bar" role="toolbar" aria-label={m.excerpts_withTicked()}>
      <span className="cap">{m.excerpts_ticked({ passages: count(passages, 'passage') })}</span>
      {acts.may ? <Actions codings={codings} acts={acts} outdated={outdated} onDone={ticks.clear} /> : null}
      {more?.(codings, ticks.clear)}
      <button type="button" className="btn sm quiet push" onClick={ticks.clear}>
        {m.excerpts_untick()}
      </button>
    </div>
  )
}

interface ActionsProps {
  codings: readonly RowCoding[]
  acts: RowActs
  outdated: boolean
  onDone: () => void
}

function Actions({ codings, acts, outdated, onDone }: ActionsProps) {
  const ask = (what: 'code' | 'recode' | 'memo') => () => acts.ask({ what, codings })
  return (
    <>
      <button type="button" className="btn sm quiet" onClick={ask('code')}>
        {m.excerpts_code()} <kbd>C</kbd>
      </button>
      <button type="button" className="btn sm quiet" onClick={ask('recode')}>
        {m.excerpts_recode()} <kbd>R</kbd>
      </button>
      <button type="button" className="btn sm quiet" onClick={ask('memo')}>
        {m.excerpts_comment()} <kbd>M</kbd>
      </button>
      <button type="button" className="btn sm quiet" onClick={() => void acts.remove(codings).then(onDone)}>
        <Icon name="x" small />
        {m.excerpts_remove()} <kbd>U</kbd>
      </button>
      {outdated ? (
        <button type="button" className="btn sm quiet" onClick={() => void acts.check(codings).then(onDone)}>
          {m.excerpts_keep()}
        </button>
      ) : null}
    </>
  )
}
