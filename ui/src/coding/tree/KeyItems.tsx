import { Menu as Base } from '@base-ui/react/menu'
import type { Code } from '../../api/names'
import { favourites } from '../../codebook/favourites'
import { MenuItem } from '../../kit/menu'
import { m } from '../../paraglide/messages'
import { placeIn } from '../../settings/preferences'
import { useDesk } from '../desk'
import { favour } from './favour'

/** The nine keys, with what they code now. */
export function KeyItems({ code }: { code: Code }) {
  const { book, project } = useDesk()
  const keys = favourites(book, placeIn(project).favourites ?? {})
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className="opt">
        {m.coding_putOnKey()}
        <i className="i i-chev s push" aria-hidden="true" />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner className="floor" sideOffset={4}>
          <Base.Popup className="pop menu">
            {[...'123456789'].map((key) => (
              <MenuItem key={key} onClick={() => favour(project, key, code)}>
                <kbd>{key}</kbd>
                <span className="cut">{keys.get(key)?.name}</span>
              </MenuItem>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  )
}
