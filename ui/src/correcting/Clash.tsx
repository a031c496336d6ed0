import { m } from '../paraglide/messages'
import type { Edit } from './edits'

interface ClashProps {
  edit: Edit
  onSettle: (whose: 'mine' | 'theirs') => void
}

/** What someone else made of the turn meanwhile, above what is written here: either holds, or what one makes of both. */
export function Clash({ edit, onSettle }: ClashProps) {
  return (
    <fieldset className="clash">
      <legend>{m.correcting_clash()}</legend>
      <p>{m.correcting_clashHow()}</p>
      <blockquote className="serif">{edit.was.text}</blockquote>
      <button type="button" className="btn sm" onClick={() => onSettle('theirs')}>
        {m.correcting_takeTheirs()}
      </button>{' '}
      <button type="button" className="btn sm" onClick={() => onSettle('mine')}>
        {m.correcting_takeMine()}
      </button>
    </fieldset>
  )
}
