import { Icon } from '../kit/marks'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import type { Tally } from './tally'

/** Which files are shown. */
export type Only = 'all' | 'check' | 'bad'

interface NarrowingProps {
  batch: Batch
  totals: Tally
  only: Only
  onOnly: (only: Only) => void
}

/** How many files are to check and how many went wrong: each shows only these. */
export function Narrowing({ batch, totals, only, onOnly }: NarrowingProps) {
  const show = (kind: Only, what: string) => {
    const text = only === kind ? m.adding_showAll() : m.adding_showThese()
    return (
      <button
        type="button"
        className="btn sm quiet"
        aria-label={m.adding_showNamed({ text, what })}
        onClick={() => onOnly(only === kind ? 'all' : kind)}
      >
        {text}
      </button>
    )
  }
  const toCheck = m.adding_toCheck({ n: figure(totals.toCheck) })
  const wrong = m.adding_wentWrong({ n: figure(totals.bad) })
  return (
    <div className="push row tight">
      {totals.toCheck ? (
        <span className="row tight cap imp-doubt">
          <Icon name="warn" small />
          {toCheck}
          {show('check', toCheck)}
        </span>
      ) : null}
      {totals.bad ? (
        <span className="row tight cap imp-bad">
          <Icon name="stop" small />
          {wrong}
          {show('bad', wrong)}
        </span>
      ) : null}
      {totals.toTry > 1 ? (
        <button type="button" className="btn sm quiet" onClick={() => batch.allAgain()}>
          {m.adding_tryAll()}
        </button>
      ) : null}
    </div>
  )
}
