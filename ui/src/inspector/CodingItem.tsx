import { usePeople } from '../app/project'
import { useDesk } from '../coding/desk'
import { pathOf } from '../coding/finding'
import { run } from '../commands/registry'
import { dyed, Icon, Thread } from '../kit/marks'
import { Avatar } from '../kit/people'
import { clock, dayAndTime } from '../kit/time'
import { shorten } from '../kit/words'
import { m } from '../paraglide/messages'
import { playFrom } from '../recording/remote'
import type { Coding } from '../surface'
import { SecondLook } from './SecondLook'

/** How much of a definition is told, in characters. */
const MEANT = 160

/** A coding of these words; pointing lights it for a moment, a click for longer. */
export function CodingItem({ coding, on }: { coding: Coding; on: boolean }) {
  const { book, surface, acts, me } = useDesk()
  const { name, called } = usePeople()
  const code = book.get(coding.code)
  const color = code?.color ?? 'oakgall'
  const path = pathOf(book, coding.code)
  return (
    <li className={on ? 'on' : undefined} {...dyed(color)}>
      <button
        type="button"
        className="line"
        aria-pressed={on}
        title={path ? `${path} / ${code?.name}` : code?.name}
        onClick={() => surface?.light(on ? null : coding.id)}
        onPointerEnter={() => surface?.point(coding.id)}
      >
        <Thread color={color} />
        <span className="nm cut">{acts.called(coding.code)}</span>
        <span className="cap push">{acts.wordsOf(coding)}</span>
      </button>
      <p className="cap">
        <Avatar name={name(coding.coder)} me={coding.coder === me} small />
        <span className="cut">
          {m.inspector_byAt({ name: called(coding.coder), time: dayAndTime(coding.at) })}
          {path ? ` · ${path}` : ''}
        </span>
      </p>
      {on && code?.definition ? <p className="serif meaning">{shorten(code.definition, MEANT)}</p> : null}
      <Heard coding={coding} />
      <SecondLook coding={coding} />
      {on ? <Actions coding={coding} /> : null}
    </li>
  )
}

/** When these words are said, to be heard where there is a recording. */
function Heard({ coding }: { coding: Coding }) {
  const { content, source } = useDesk()
  const ms = content.turns.findLast(({ start, fromMs }) => start <= coding.start && fromMs !== undefined)?.fromMs
  if (ms === undefined || !source.recording) return null
  const time = clock(ms)
  return (
    <p className="acts">
      <button
        type="button"
        className="btn sm quiet"
        aria-label={m.inspector_playFrom({ time })}
        onClick={() => playFrom(ms)}
      >
        <Icon name="play" small />
        {time}
      </button>
    </p>
  )
}

function Actions({ coding }: { coding: Coding }) {
  const { acts, may } = useDesk()
  if (!may.code) return null
  return (
    <p className="acts">
      <button type="button" className="btn sm quiet" onClick={() => run('code.find')}>
        {m.coding_codeMore()} <kbd>C</kbd>
      </button>
      {acts.owned(coding) ? (
        <button type="button" className="btn sm quiet" onClick={() => run('coding.replace')}>
          {m.inspector_replace()} <kbd>R</kbd>
        </button>
      ) : null}
      {acts.owned(coding) ? (
        <span className="btn-pair">
          <span className="cap">{m.inspector_resize()}</span>
          <button
            type="button"
            className="btn sm quiet"
            aria-label={m.inspector_shorter()}
            title={m.inspector_shorter()}
            onClick={() => run('coding.shrink')}
          >
            <kbd>[</kbd>
          </button>
          <button
            type="button"
            className="btn sm quiet"
            aria-label={m.inspector_longer()}
            title={m.inspector_longer()}
            onClick={() => run('coding.grow')}
          >
            <kbd>]</kbd>
          </button>
        </span>
      ) : null}
      {acts.owned(coding) ? (
        <button type="button" className="btn sm quiet" onClick={() => acts.remove(coding)}>
          {m.inspector_remove()} <kbd>U</kbd>
        </button>
      ) : null}
    </p>
  )
}
