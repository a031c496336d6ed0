import { ContextMenu } from '@base-ui/react/context-menu'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import type { Code } from '../../api/names'
import { favourites, keyOf } from '../../codebook/favourites'
import type { Direction } from '../../codes/moves'
import { pressed } from '../../commands/keys'
import { placeIn, usePreferences } from '../../settings/preferences'
import { useDesk } from '../desk'
import { CodeItems } from './CodeItems'
import { CodeRow } from './CodeRow'
import type { CodeTools } from './useCodeTools'
import type { useCodeTree } from './useCodeTree'

const moves: Record<string, Direction> = { 'Alt+Up': 'up', 'Alt+Down': 'down', 'Alt+Right': 'in', 'Alt+Left': 'out' }

/** The codes. A click codes the selected words; without any it chooses the code. */
export function CodeTree({ tree, tools }: { tree: ReturnType<typeof useCodeTree>['tree']; tools: CodeTools }) {
  const { book, chosen, choose, selected, may, acts, lightCode, project, back } = useDesk()
  usePreferences()
  const hints = keyOf(favourites(book, placeIn(project).favourites ?? {}))
  const { follow, box } = useMoved(book)
  const pick = (code: Code) => {
    choose(code.id)
    if (selected && may.code && code.codable) acts.put(selected, code.id)
  }
  const onKey = (event: KeyboardEvent, code: Code) => {
    const key = pressed(event)
    const direction = moves[key]
    if (direction) {
      follow(code.id)
      tools.move(code, direction)
    } else if (key === 'Enter') pick(code)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onContextMenu = ({ target }: MouseEvent) => {
    const row = (target as Element).closest<HTMLElement>('[data-code]')
    if (row) choose(row.dataset.code ?? '')
  }
  const code = book.get(chosen)
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger className="tree" ref={box} onContextMenu={onContextMenu}>
        <div {...tree.getContainerProps('Codebook')}>
          {tree.getItems().map((item) => {
            const one = item.getItemData()
            if (!one) return null
            const under = book.ancestors(one.id)
            return (
              <CodeRow
                key={one.id}
                item={item}
                code={one}
                depth={under.length - ((under[0] ?? one).codable ? 0 : 1)}
                chosen={one.id === chosen}
                hint={may.code ? hints.get(one.id) : undefined}
                renaming={tools.renaming === one.id}
                onRename={(name) => tools.setName(one, name)}
                onPick={(picked) => {
                  pick(picked)
                  if (selected) back()
                }}
                onLight={({ id }) => selected || lightCode(id)}
                onFocus={({ id }) => choose(id)}
                onKey={onKey}
              />
            )
          })}
        </div>
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="floor">
          <ContextMenu.Popup className="pop menu">
            {code ? <CodeItems code={code} tools={tools} /> : null}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

/** How long a move may take to come back from the server, in ms. */
const MOVING = 2000

/** Keeps the focus on a code that the keyboard moved. */
function useMoved(book: unknown) {
  const moved = useRef({ code: '', at: 0 })
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new codebook has the rows in their new order
  useEffect(() => {
    const { code, at } = moved.current
    if (!code || Date.now() - at > MOVING || document.activeElement !== document.body) return
    box.current?.querySelector<HTMLElement>(`[data-code="${code}"]`)?.focus()
  }, [book])
  const follow = (code: string) => {
    moved.current = { code, at: Date.now() }
  }
  return { box, follow }
}
