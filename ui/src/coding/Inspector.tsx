import { run } from '../commands/registry'
import { Icon } from '../kit/marks'
import { count, shorten } from '../kit/words'
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
export function Inspector() {
  const { shown, lit, selected, content, surface } = useDesk()
  const words = lit ?? selected
  const here = codingsOn(shown, words)
  return (
    <aside className="insp" aria-label="Inspector" tabIndex={-1}>
      <div className="panel-h">
        <h2 className="h">Codings here</h2>
        {here.length ? <span className="cap">{here.length} on this passage</span> : null}
        <span className="push">
          <button
            type="button"
            className="btn icon quiet sm"
            aria-label="Hide the inspector"
            title="Hide the inspector"
            onClick={() => run('inspector.toggle')}
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
      {words ? <Memos words={words} /> : null}
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
      <p className="serif">Nothing is coded here.</p>
      <p className="soft">
        {may.code ? (
          <>
            Select words, then press <kbd>C</kbd>.
          </>
        ) : (
          'You may read in this project. A lead can let you code.'
        )}
      </p>
      {codings.length ? (
        <p className="soft">
          {count(codings.length, 'coding')} in this source: click on one, or press <kbd>N</kbd>.
        </p>
      ) : null}
    </div>
  )
}
