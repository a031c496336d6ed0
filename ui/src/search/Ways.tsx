import { m } from '../paraglide/messages'

const ways = [
  [m.search_wayForms, m.search_anyForm],
  [m.search_wayExact, m.search_asItStands],
  [m.search_wayPhrase, m.search_sideBySide],
  [m.search_wayBoth, m.search_both],
  [m.search_wayEither, m.search_either],
  [m.search_wayWithout, m.search_without],
  [m.search_wayBegin, m.search_begin],
  [m.search_wayDiffer, m.search_differ],
] as const

/** The ways in which a query can be written; each can be tried. */
export function Ways({ onAsk }: { onAsk: (q: string) => void }) {
  return (
    <dl className="ways">
      {ways.map(([asked, means]) => {
        const q = asked()
        return (
          <div key={q}>
            <dt>
              <button type="button" onClick={() => onAsk(q)}>
                {q}
              </button>
            </dt>
            <dd>{means()}</dd>
          </div>
        )
      })}
    </dl>
  )
}
