import { CodeMark } from '../kit/marks'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { CodeActions } from './useCodeActions'

/** Several codes that are selected, and what can be done with them together. */
export function ChoicePanel({ ids, actions }: { ids: readonly string[]; actions: CodeActions }) {
  const { book, may, open, askRemove } = actions
  const own = ids.reduce((sum, id) => sum + (book.get(id)?.own ?? 0), 0)
  return (
    <div className="sheet">
      <h2>{m.codes_selected({ n: ids.length })}</h2>
      <p className="soft">{m.codes_ownOfThem({ codings: count(own, 'coding') })}</p>
      <ul className="chosen">
        {ids.map((id) => {
          const code = book.get(id)
          return code ? (
            <li key={id}>
              <CodeMark name={code.name} color={code.color} count={code.own} />
            </li>
          ) : null
        })}
      </ul>
      {may ? (
        <div className="row wrap">
          <button type="button" className="btn" onClick={() => open({ what: 'merge', codes: ids })}>
            {m.codes_toMerge()}
          </button>
          <button type="button" className="btn" onClick={() => open({ what: 'move', codes: ids })}>
            {m.codes_moveUnder()}
          </button>
          <button type="button" className="btn" onClick={() => open({ what: 'recolour', codes: ids })}>
            {m.codes_recolour()}
          </button>
          <button type="button" className="btn" onClick={() => open({ what: 'set', codes: ids })}>
            {m.codesets_keepAs()}
          </button>
          <button type="button" className="btn danger" onClick={() => askRemove(ids)}>
            {m.codes_deleteAsk()}
          </button>
        </div>
      ) : null}
    </div>
  )
}
