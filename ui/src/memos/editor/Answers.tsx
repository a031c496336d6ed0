import { m } from '../../paraglide/messages'
import { ThingName } from '../ThingName'
import type { AnswersNow } from './useAnswers'

/** How wide the list is, in px. */
const WIDTH = 336

interface AnswersProps {
  answers: AnswersNow
  /** Where the sign stands that asks, in px of the window. */
  at: { left: number; bottom: number }
  paper: HTMLElement | null
}

/** The list under the words that are being typed. The focus stays in the text. */
export function Answers({ answers: { list, found, at: chosen, moveTo, choose }, at, paper }: AnswersProps) {
  const { left = 0, top = 0, width = 0 } = paper?.getBoundingClientRect() ?? {}
  const place = { left: Math.max(0, Math.min(at.left - left, width - WIDTH)), top: at.bottom - top + 4 }
  if (!found.length) return null
  return (
    <div className="answers pop" role="listbox" id={list} aria-label={m.memos_things()} style={place}>
      {found.map((thing, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the editor's, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={thing.id}
          id={`${list}-${i}`}
          className="opt"
          role="option"
          aria-selected={i === chosen}
          onPointerMove={() => moveTo(i)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(thing)}
        >
          <ThingName thing={thing} />
        </div>
      ))}
    </div>
  )
}
