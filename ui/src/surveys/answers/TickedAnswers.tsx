import { Icon } from '../../kit/marks'
import { m } from '../../paraglide/messages'

interface TickedProps {
  n: number
  may: boolean
  onCode: () => void
  onRemove: () => void
  onUntick: () => void
}

/** What can be done with the answers that are ticked. */
export function TickedAnswers({ n, may, onCode, onRemove, onUntick }: TickedProps) {
  return (
    <div className="ticked-bar" role="toolbar" aria-label={m.surveys_withTickedAnswers()}>
      <span className="cap">{m.surveys_tickedAnswers({ n })}</span>
      {may ? (
        <>
          <button type="button" className="btn sm quiet" onClick={onCode}>
            {m.surveys_code()} <kbd>C</kbd>
          </button>
          <button type="button" className="btn sm quiet" onClick={onRemove}>
            <Icon name="x" small />
            {m.surveys_uncode()} <kbd>U</kbd>
          </button>
        </>
      ) : null}
      <button type="button" className="btn sm quiet push" onClick={onUntick}>
        {m.surveys_untick()}
      </button>
    </div>
  )
}
