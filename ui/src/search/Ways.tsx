import { useCodebook, useStrands } from '../app/project'
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
  [m.search_wayLetters, m.search_anyLetters],
  [m.search_wayNear, m.search_near],
  [m.search_wayThen, m.search_then],
] as const

/** The ways in which a query can be written; each can be tried. */
export function Ways({ onAsk }: { onAsk: (q: string) => void }) {
  const [strand] = useStrands()
  const [code] = useCodebook().children('')
  return (
    <dl className="ways">
      {[
        ...ways.map(([asked, means]) => [asked(), means()] as const),
        ...(strand ? [[`strand:"${strand.name}"`, m.search_inStrand()] as const] : []),
        ...(code ? [[`code:"${code.name}"`, m.search_codedSo()] as const] : []),
      ].map(([q, means]) => {
        return (
          <div key={q}>
            <dt>
              <button type="button" onClick={() => onAsk(q)}>
                {q}
              </button>
            </dt>
            <dd>{means}</dd>
          </div>
        )
      })}
    </dl>
  )
}
