import { Menu as Base } from '@base-ui/react/menu'
import { useNavigate } from '@tanstack/react-router'
import type { Code } from '../../api/names'
import { favourites } from '../../codebook/favourites'
import { MenuItem, MenuSeparator } from '../../kit/menu'
import { placeIn } from '../../settings/preferences'
import { useDesk } from '../desk'
import { favour } from './favour'
import type { CodeTools } from './useCodeTools'

/** What can be done with a code, in a menu. */
export function CodeItems({ code, tools }: { code: Code; tools: CodeTools }) {
  const { project } = useDesk()
  const navigate = useNavigate()
  const passages = () => void navigate({ to: '/p/$project/excerpts', params: { project }, search: { code: [code.id] } })
  return (
    <>
      <p className="head">{code.name}</p>
      {tools.may ? (
        <>
          <MenuItem onClick={() => tools.rename(code.id)}>
            Rename
            <span className="push">
              <kbd>F2</kbd>
            </span>
          </MenuItem>
          <MenuItem onClick={() => tools.open({ what: 'recolour', code })}>Change the colour…</MenuItem>
          <MenuItem onClick={() => tools.open({ what: 'describe', code })}>Edit the definition…</MenuItem>
          <MenuItem onClick={() => tools.open({ what: 'new', under: code.id })}>New code under this one…</MenuItem>
          {code.codable ? <KeyItems code={code} /> : null}
          <MenuSeparator />
        </>
      ) : null}
      <MenuItem onClick={passages}>See its passages</MenuItem>
      {tools.may ? (
        <>
          <MenuItem onClick={() => tools.open({ what: 'merge', code })}>Merge into another code…</MenuItem>
          <MenuItem onClick={() => tools.askRemove(code)}>
            {code.all ? 'Delete…' : 'Delete'}
            <span className="push">
              <kbd>Del</kbd>
            </span>
          </MenuItem>
        </>
      ) : null}
    </>
  )
}

/** The nine keys, with what they code now. */
function KeyItems({ code }: { code: Code }) {
  const { book, project } = useDesk()
  const keys = favourites(book, placeIn(project).favourites ?? {})
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className="opt">
        Put on a key
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
