import type { Codebook } from '../codebook/codebook'
import { SetPicks } from '../codesets/SetPicks'
import { Thread } from '../kit/marks'
import { m } from '../paraglide/messages'
import { ticked, tickOf } from './ticks'

interface CodeTicksProps {
  book: Codebook
  chosen: readonly string[]
  onChange: (codes: string[]) => void
}

/** The code tree with a tick at every code. */
export function CodeTicks({ book, chosen, onChange }: CodeTicksProps) {
  return (
    <section className="fac">
      <SetPicks chosen={chosen} onChange={onChange} />
      <h3>
        {m.excerpts_codes()} <span className="n">{m.excerpts_codings()}</span>
      </h3>
      <ul className="ticks">
        {book.walk().map(({ code, depth }) => {
          const tick = tickOf(book, chosen, code.id)
          return (
            <li key={code.id} data-depth={Math.min(depth, 5)}>
              <label className="check">
                <input
                  type="checkbox"
                  ref={half(tick === 'some')}
                  checked={tick === 'all'}
                  onChange={() => onChange(ticked(book, chosen, code.id))}
                />
                <span className="cut" title={code.name}>
                  <Thread color={code.color} />
                  <span className="cut">{code.name}</span>
                </span>
                <span className="n">{code.all}</span>
              </label>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** A box that is neither ticked nor empty can only be drawn by hand. */
const half = (some: boolean) => (input: HTMLInputElement | null) => {
  if (input) input.indeterminate = some
}
