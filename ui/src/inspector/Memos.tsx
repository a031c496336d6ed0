import { sameSpan } from '../coding/codings'
import { useDesk } from '../coding/desk'
import { memosOn } from '../coding/here'
import { useMemos } from '../data/useMemos'
import { Icon } from '../kit/marks'
import { shorten } from '../kit/words'
import { MemoForm } from '../memos/MemoForm'
import { MemoItem } from '../memos/MemoItem'
import { m } from '../paraglide/messages'
import type { Span } from '../surface'

/** How much of the words a memo is on is quoted, in characters. */
const QUOTED = 60

/** The memos on some words, and on others that overlap them: to read, to write, to change. */
export function Memos({ words }: { words: Span }) {
  const { project, source, may, writing, write } = useDesk()
  const here = memosOn(useMemos(project), source.id, words)
  if (!here.length && !may.code) return null
  const others = here.some(({ place }) => !sameSpan(place, words))
  return (
    <section className="sec" aria-label={m.memos_memos()}>
      <div className="row">
        <h3>{m.memos_memos()}</h3>
        {here.length ? <span className="cap">{others ? m.memos_onWordsHere() : m.memos_onThisPassage()}</span> : null}
        {may.code ? (
          <span className="push">
            <button
              type="button"
              className="btn icon quiet sm"
              aria-label={m.memos_write()}
              title={`${m.memos_write()} (m)`}
              onClick={() => write(words)}
            >
              <Icon name="plus" />
            </button>
          </span>
        ) : null}
      </div>
      {here.map(({ memo, place }) => (
        <MemoItem key={memo.id} memo={memo}>
          {sameSpan(place, words) ? null : <Quoted words={place} />}
        </MemoItem>
      ))}
      {writing ? <Writing on={writing} words={words} /> : null}
    </section>
  )
}

function Quoted({ words }: { words: Span }) {
  const { content } = useDesk()
  return <p className="cap">{m.memos_onWords({ words: shorten(content.positions.slice(words), QUOTED) })}</p>
}

/** The form of a new memo, which names its words where the inspector is about others by now. */
function Writing({ on, words }: { on: Span; words: Span }) {
  const { source, write, back } = useDesk()
  const { start, end } = on
  const close = () => {
    write(null)
    back()
  }
  return (
    <>
      {sameSpan(on, words) ? null : <Quoted words={on} />}
      <MemoForm key={`${start}-${end}`} on={{ source: source.id, start, end }} onClose={close} />
    </>
  )
}
