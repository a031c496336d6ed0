import type { Comparable } from '../../cases/asked'
import { Icon } from '../../kit/marks'
import { Menu, MenuCheck } from '../../kit/menu'
import { m } from '../../paraglide/messages'

/** The most that is shown beside the answers. */
const MOST = 12

interface ShowMenuProps {
  list: readonly Comparable[]
  shown: readonly string[]
  onChange: (shown: string[] | undefined) => void
}

/** What is shown of each respondent beside the answer. */
export function ShowMenu({ list, shown, onChange }: ShowMenuProps) {
  if (!list.length) return null
  const trigger = (
    <button type="button" className="btn">
      <Icon name="eye" />
      {m.surveys_show()}
    </button>
  )
  const set = (name: string, on: boolean) => {
    const next = on ? [...shown, name].slice(-MOST) : shown.filter((one) => one !== name)
    onChange(next.length ? next : undefined)
  }
  return (
    <Menu trigger={trigger} align="end">
      <div className="show-menu">
        {list.map(({ id, name }) => (
          <MenuCheck key={id} checked={shown.includes(name)} onChange={(on) => set(name, on)}>
            {name}
          </MenuCheck>
        ))}
      </div>
    </Menu>
  )
}
