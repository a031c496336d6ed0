import { m } from '../paraglide/messages'

const ways = [
  ['grow', m.search_anyForm],
  ['=growth', m.search_asItStands],
  ['"barriers to growth"', m.search_sideBySide],
  ['barriers growth', m.search_both],
  ['bank OR lender', m.search_either],
  ['growth NOT programme', m.search_without],
  ['bank*', m.search_begin],
  ['barier~', m.search_differ],
] as const

/** The ways in which a query can be written; each can be tried. */
export function Ways({ onAsk }: { onAsk: (q: string) => void }) {
  return (
    <dl className="ways">
      {ways.map(([q, means]) => (
        <div key={q}>
          <dt>
            <button type="button" onClick={() => onAsk(q)}>
              {q}
            </button>
          </dt>
          <dd>{means()}</dd>
        </div>
      ))}
    </dl>
  )
}
