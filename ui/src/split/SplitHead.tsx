import type { Code } from '../api/names'
import { Segmented } from '../kit/fields'
import { Icon, Thread } from '../kit/marks'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Shown } from './rows'

interface HeadProps {
  code: Code
  shown: Shown
  show: (shown: Shown) => void
  /** How many passages no sub-code has yet, of how many. */
  left: number
  all: number
  ticked: number
}

/** What is read again, how much of it is left, and what narrows the list. */
export function SplitHead({ code, shown, show, left, all, ticked }: HeadProps) {
  const state = { left: figure(left), passages: count(all, 'passage') }
  return (
    <header className="split-h">
      <h1>
        <Thread color={code.color} />
        {code.name}
      </h1>
      <p className="soft" role="status">
        {ticked ? m.split_stateTicked({ ...state, ticked: figure(ticked) }) : m.split_state(state)}
      </p>
      <Segmented
        label={m.split_which()}
        value={shown.unplaced ? 'left' : 'all'}
        options={[
          { value: 'left', name: m.split_left({ n: figure(left) }) },
          { value: 'all', name: m.split_all({ n: figure(all) }) },
        ]}
        onChange={(which) => show({ ...shown, unplaced: which === 'left' })}
      />
      <div className="search">
        <Icon name="filter" />
        <input
          className="input"
          value={shown.words}
          placeholder={m.split_words()}
          aria-label={m.split_words()}
          onChange={(event) => show({ ...shown, words: event.target.value })}
        />
      </div>
    </header>
  )
}
