import { useDesk } from '../coding/desk'
import { codingsOn } from '../coding/here'
import { run } from '../commands/registry'
import { Icon } from '../kit/marks'
import { count, figure, shorten } from '../kit/words'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { Bookmarks } from './Bookmarks'
import { CodingItem } from './CodingItem'
import { Elsewhere } from './Elsewhere'
import { History } from './History'
import { Memos } from './Memos'
import './inspector.css'

/** The most of a passage that is quoted, in characters. */
const QUOTED = 220

/** What is on the words that are lit or selected: codings and memos; and what was done here lately. */
export default function Inspector() {
  const { shown, lit, selected, content, surface, writing, back } = useDesk()
  const words = lit ?? selected
  const about = words ?? writing
  const here = codingsOn(shown, words)
  return (
    <aside className="insp" aria-label={m.inspector_inspector()} tabIndex={-1}>
      <div className="panel-h">
        <h2 className="h">{m.inspector_here()}</h2>
        {here.length ? <span className="cap">{m.inspector_hereCount({ n: figure(here.length) })}</span> : null}
        <span className="push">
          <button
            type="button"
            className="btn icon quiet sm"
            aria-label={m.inspector_inspectorHide()}
            title={m.inspector_inspectorHide()}
            onClick={() => {
              run('inspector.toggle')
              back()
            }}
          >
            <Icon name="side" />
          </button>
        </span>
      </div>
      {words ? <blockquote className="psg serif">{shorten(content.positions.slice(words), QUOTED)}</blockquote> : null}
      {here.length ? (
        <ul className="here" onPointerLeave={() => surface?.point(null)}>
          {here.map((coding) => (
            <CodingItem key={coding.id} coding={coding} on={coding.id === lit?.id} />
          ))}
        </ul>
      ) : (
        <Nothing />
      )}
      {about ? <Memos words={about} /> : null}
      {lit ? <Elsewhere coding={lit} /> : null}
      <Bookmarks />
      <History />
    </aside>
  )
}

function Nothing() {
  const { codings, may } = useDesk()
  return (
    <div className="nothing">
      <p className="serif">{m.coding_nothingHere()}</p>
      <p className="soft">
        {may.code ? rich(m.inspector_nothingHereHow(), { key: () => <kbd>C</kbd> }) : m.inspector_nothingHereReader()}
      </p>
      {codings.length ? (
        <p className="soft">
          {rich(m.inspector_lightHow({ codings: count(codings.length, 'coding') }), { key: () => <kbd>N</kbd> })}
        </p>
      ) : null}
    </div>
  )
}
