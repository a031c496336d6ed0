import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { useDesk } from './desk'

/** What is in the hand, in the status line: a click puts it back. */
export function Modes() {
  const { modes, acts } = useDesk()
  const { open, toggleOpen, taken, take } = modes
  return (
    <>
      {open ? <Mode text={m.coding_openMode()} title={m.coding_openEnd()} onEnd={toggleOpen} /> : null}
      {taken ? (
        <Mode
          text={m.coding_taken({ code: acts.called(taken.code) })}
          title={m.coding_takenEnd()}
          onEnd={() => take(null)}
        />
      ) : null}
    </>
  )
}

function Mode({ text, title, onEnd }: { text: string; title: string; onEnd: () => void }) {
  return (
    <button type="button" className="link mode" title={title} onClick={onEnd}>
      {text} <Icon name="x" small />
    </button>
  )
}
