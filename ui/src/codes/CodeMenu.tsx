import { useNavigate } from '@tanstack/react-router'
import type { Code } from '../api/names'
import { useProjectId } from '../app/project'
import { Icon } from '../kit/marks'
import { Menu, MenuItem, MenuSeparator } from '../kit/menu'
import { type Direction, mergeable, placeOf } from './moves'
import type { CodeActions } from './useCodeActions'

const moves: { direction: Direction; name: string; keys: string }[] = [
  { direction: 'up', name: 'Move up', keys: 'Alt ↑' },
  { direction: 'down', name: 'Move down', keys: 'Alt ↓' },
  { direction: 'in', name: 'Nest under the code above', keys: 'Alt →' },
  { direction: 'out', name: 'Take out of its parent', keys: 'Alt ←' },
]

/** What can be done with a code. */
export function CodeMenu({ code, actions }: { code: Code; actions: CodeActions }) {
  const project = useProjectId()
  const navigate = useNavigate()
  const { book, may, move, askRemove, setAsking } = actions
  const trigger = (
    <button type="button" className="btn quiet sm icon" aria-label={`What to do with ${code.name}`} tabIndex={-1}>
      <Icon name="more" />
    </button>
  )
  const passages = () => void navigate({ to: '/p/$project/excerpts', params: { project }, search: { code: [code.id] } })
  return (
    <Menu trigger={trigger} align="end">
      <MenuItem onClick={passages}>See its passages</MenuItem>
      {may ? (
        <>
          <MenuItem onClick={() => setAsking({ what: 'new', under: code.id })}>New code under this one</MenuItem>
          <MenuSeparator />
          {moves.map(({ direction, name, keys }) => (
            <MenuItem key={direction} disabled={!placeOf(book, code, direction)} onClick={() => move(code, direction)}>
              {name}
              <span className="push">
                <kbd>{keys}</kbd>
              </span>
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem disabled={!mergeable(book, code).length} onClick={() => setAsking({ what: 'merge', code })}>
            Merge into another code…
          </MenuItem>
          <MenuItem onClick={() => askRemove(code)}>
            {code.all ? 'Delete…' : 'Delete'}
            <span className="push">
              <kbd>Del</kbd>
            </span>
          </MenuItem>
        </>
      ) : null}
    </Menu>
  )
}
