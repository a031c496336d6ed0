import { run } from '../commands/registry'
import { Icon } from '../kit/marks'
import { count, figure, shorten } from '../kit/words'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { Bookmarks } from './Bookmarks'
import { CodingItem } from './CodingItem'
import { useDesk } from './desk'
import { Elsewhere } from './Elsewhere'
import { History } from './History'
import { codingsOn } from './here'
import { Memos } from './Memos'

/** The most of a passage that is quoted, in characters. */
const QUOTED = 220

/** What is on the words that are lit or selected: codings and memos; and what was done here lately. */
export default function Inspector() {
  const { shown, lit, selected, content, surface, writing, back } = useDesk()
  const words = lit ?? selected
  const about = words ?? writing
  const here = codingsOn(shown, words)
  return (
    <aside className="insp" aria-label={m.coding_inspector()} tabIndex={-1}>
      <div className="panel-h">
        <h2 className="h">{m.coding_here()}</h2>
        {here.length ? <span className="cap">{m.coding_hereCount({ n: figure(here.length) })}</span> : null}
        <span className="push">
          <button
            type="button"
            className="btn icon quiet sm"
            aria-label={m.coding_inspectorHide()}
            title={m.coding_inspectorHide()}
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
        {may.code ? rich(m.coding_nothingHereHow(), { key: () => <kbd>C</kbd> }) : m.coding_nothingHereReader()}
      </p>
      {codings.length ? (
        <p className="soft">
          {rich(m.coding_lightHow({ codings: count(codings.length, 'coding') }), { key: () => <kbd>N</kbd> })}
        </p>
      ) : null}
    </div>
  )
}
