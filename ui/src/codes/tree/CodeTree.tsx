import { ContextMenu } from '@base-ui/react/context-menu'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Code } from '../../api/names'
import type { Codebook } from '../../codebook/codebook'
import type { Direction } from '../../codebook/moves'
import type { Mark } from '../../codebook/staging'
import { pressed } from '../../commands/keys'
import type { Tick } from '../../excerpts/ticks'
import type { Renaming } from '../useRenaming'
import { CodeRow } from './CodeRow'
import type { CodeTreeState } from './useCodeTree'
import type { OnWords } from './useWordsDrop'
import './tree.css'
import { m } from '../../paraglide/messages'

const directions: Record<string, Direction> = {
  'Alt+Up': 'up',
  'Alt+Down': 'down',
  'Alt+Right': 'in',
  'Alt+Left': 'out',
}

interface CodeTreeProps {
  state: CodeTreeState
  book: Codebook
  /** What stands beside the names. */
  hints?: ReadonlyMap<string, string>
  marks?: ReadonlyMap<string, Mark>
  /** Which codes are ticked, where they can be. */
  ticks?: { of(code: string): Tick; toggle(code: string): void } | null
  renaming: Renaming | null
  onRename(code: Code, name: string): void
  onPick(code: Code): void
  /** Enter; the same as a click where nothing else is said. */
  onEnter?(code: Code): void
  onLight?(code: Code): void
  /** Words were dropped on a code. */
  onWords?: OnWords
  /** A code is come to with the keys, or its menu is opened. */
  onChoose(code: Code): void
  onMove(codes: readonly string[], direction: Direction): void
  /** What can be done with the codes that are selected. */
  menu: ReactNode
}

/** The codes. Shift and Ctrl select several, Alt and the arrows move them, and so does dragging. */
export function CodeTree({ state, book, hints, marks, ticks, renaming, onRename, menu, ...on }: CodeTreeProps) {
  const { tree, selected, select } = state
  const { follow, keeps } = useKeptFocus(book)
  const byPointer = useRef(false)
  const clicked = useRef('')
  const onClick = (event: MouseEvent, code: Code) => {
    const item = tree.getItemInstance(code.id)
    item.setFocused()
    if (event.shiftKey) return item.selectUpTo(event.ctrlKey || event.metaKey)
    if (event.ctrlKey || event.metaKey) item.toggleSelect()
    else {
      select([code.id])
      // By touch a browser may count taps as one double tap that were on different rows.
      if (event.detail < 2 || clicked.current !== code.id) on.onPick(code)
    }
    clicked.current = code.id
    tree.getDataRef<{ selectUpToAnchorId?: string }>().current.selectUpToAnchorId = code.id
  }
  const onKey = (event: KeyboardEvent, row: Code) => {
    const code = tree.getFocusedItem().getItemData() ?? row // the focus of the page comes after that of the tree
    const key = pressed(event)
    const direction = directions[key]
    if (direction) {
      follow(code.id)
      on.onMove(selected.includes(code.id) ? selected : [code.id], direction)
    } else if (key === ' ' && ticks) ticks.toggle(code.id)
    else if (key === 'Enter') (on.onEnter ?? on.onPick)(code)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onContextMenu = ({ target }: MouseEvent) => {
    const row = (target as Element).closest<HTMLElement>('[data-code]')
    const code = book.get(row?.dataset.code)
    if (!code || selected.includes(code.id)) return
    select([code.id])
    on.onChoose(code)
  }
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        className="tree"
        {...keeps}
        onContextMenu={onContextMenu}
        onPointerDownCapture={() => {
          byPointer.current = true
        }}
        onKeyDownCapture={() => {
          byPointer.current = false
        }}
      >
        <div {...tree.getContainerProps(m.codes_codebook())} role="tree" aria-multiselectable>
          {tree.getItems().map((item) => {
            const code = item.getItemData()
            if (!code) return null
            const above = book.ancestors(code.id)
            return (
              <CodeRow
                key={code.id}
                item={item}
                code={code}
                depth={above.length - ((above[0] ?? code).codable ? 0 : 1)}
                hint={hints?.get(code.id)}
                mark={marks?.get(code.id)}
                tick={ticks?.of(code.id)}
                onTick={(one) => ticks?.toggle(one.id)}
                renaming={renaming?.seen.id === code.id ? renaming.name : undefined}
                onRename={(name) => onRename(code, name)}
                onClick={onClick}
                onLight={on.onLight}
                onWords={on.onWords}
                onFocus={(one) => byPointer.current || on.onChoose(one)}
                onKey={onKey}
              />
            )
          })}
          <div className="drop-line" style={tree.getDragLineStyle(-1, 0)} />
        </div>
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="floor">
          <ContextMenu.Popup className="pop menu">{menu}</ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

/** How long a move may take to come back from the server, in ms. */
const MOVING = 2000

/** Keeps the focus on a code that the keyboard moved, and in the tree when the code that had it has gone. */
function useKeptFocus(book: unknown) {
  const moved = useRef({ code: '', at: 0 })
  const held = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new codebook has the rows in their new order
  useEffect(() => {
    const { code, at } = moved.current
    const isMoving = code !== '' && Date.now() - at <= MOVING
    if (document.activeElement !== document.body || !(isMoving || held.current)) return
    const row = (of: string) => box.current?.querySelector<HTMLElement>(`[role=treeitem]${of}`)
    const next = (isMoving && row(`[data-code="${code}"]`)) || row('[tabindex="0"]') || row('')
    next?.focus()
  }, [book])
  const follow = (code: string) => {
    moved.current = { code, at: Date.now() }
  }
  const onFocus = () => {
    held.current = true
  }
  const onBlur = ({ target }: { target: Element }) =>
    queueMicrotask(() => {
      held.current = !target.isConnected // or someone has left it
    })
  return { follow, keeps: { ref: box, onFocus, onBlur } }
}
