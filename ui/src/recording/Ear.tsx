import { keysOf } from '../commands/keys'
import { commandOf } from '../commands/list'
import { run } from '../commands/registry'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { ByEar } from './useByEar'

/** Times by ear: which turn is next, and what is not saved yet. */
export function Ear({ ear }: { ear: ByEar }) {
  const { next, nextCalled, presses, saving } = ear
  const n = presses.length
  if (next === null) {
    return (
      <span className="player-ear">
        {n ? <span className="cap">{m.recording_unsaved({ n: figure(n) })}</span> : null}
        {n ? (
          <button type="button" className="btn sm" disabled={saving} onClick={ear.stop}>
            {m.recording_save()}
          </button>
        ) : null}
        {n ? (
          <button type="button" className="btn sm quiet" disabled={saving} onClick={ear.discard}>
            {m.recording_discard()}
          </button>
        ) : null}
        <button type="button" className="btn sm quiet" onClick={() => run('times.byEar')}>
          {m.recording_byEar()} <kbd>{keysOf(commandOf('times.byEar'))}</kbd>
        </button>
      </span>
    )
  }
  return (
    <span className="player-ear">
      <button type="button" className="btn sm primary" disabled={!nextCalled} onClick={ear.press}>
        {nextCalled ? m.recording_begins({ turn: nextCalled }) : m.recording_atTheEnd()} <kbd>E</kbd>
      </button>
      <button type="button" className="btn sm quiet" disabled={!n} onClick={ear.takeBack}>
        {m.recording_takeBack()} <kbd>⌫</kbd>
      </button>
      <button type="button" className="btn sm" disabled={saving} onClick={ear.stop}>
        {n ? m.recording_saveN({ n: figure(n) }) : m.recording_stop()} <kbd>{keysOf(commandOf('times.byEar'))}</kbd>
      </button>
    </span>
  )
}
