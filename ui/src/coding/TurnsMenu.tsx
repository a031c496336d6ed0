import { Keycaps } from '../commands/Keycaps'
import { run } from '../commands/registry'
import { Icon } from '../kit/marks'
import { Menu, MenuItem } from '../kit/menu'
import { m } from '../paraglide/messages'
import { useDesk } from './desk'
import { turnsOfSpeaker } from './turns'

/** More than the words: the whole turn, or all that its speaker says. */
export function TurnsMenu() {
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
  return (
    <Menu trigger={trigger} align="end">
      <MenuItem onClick={() => run('turn.select')}>
        {m.coding_wholeTurn()}
        <span className="push">
          <Keycaps keys="t" />
        </span>
      </MenuItem>
      {spread ? (
        <MenuItem onClick={() => run('speaker.select')}>
          {m.coding_allTurns({ n: spread.spans.length, name: spread.name })}
          <span className="push">
            <Keycaps keys="Shift+t" />
          </span>
        </MenuItem>
      ) : null}
    </Menu>
  )
}
