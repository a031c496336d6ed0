import { Keycaps } from '../commands/Keycaps'
import type { CommandId } from '../commands/list'
import { run } from '../commands/registry'
import { LazyMenu } from '../kit/LazyMenu'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { useDesk } from './desk'
import { turnsOfSpeaker } from './turns'

/** More than the words: the whole turn, or all that its speaker says. */
export default function TurnsMenu() {
  const desk = useDesk()
  const spread = turnsOfSpeaker(desk)
  const trigger = (
    <button
      type="button"
      tabIndex={-1}
      className="opt1 ic"
      aria-label={m.coding_moreWords()}
      title={m.coding_moreWords()}
    >
      <Icon name="more" />
    </button>
  )
  const line = (label: string, keys: string, command: CommandId) => ({
    label: (
      <>
        {label}
        <span className="push">
          <Keycaps keys={keys} />
        </span>
      </>
    ),
    onClick: () => run(command),
  })
  const turn = line(m.coding_wholeTurn(), 't', 'turn.select')
  const all = spread && m.coding_allTurns({ n: spread.spans.length, name: spread.name })
  const lines = all ? [turn, line(all, 'Shift+t', 'speaker.select')] : [turn]
  return <LazyMenu trigger={trigger} align="end" groups={[lines]} />
}
