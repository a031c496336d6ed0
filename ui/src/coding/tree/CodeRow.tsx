import type { ItemInstance } from '@headless-tree/core'
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react'
import type { Code } from '../../api/names'
import { Icon, Thread } from '../../kit/marks'
import { NameField } from './NameField'

interface CodeRowProps {
  item: ItemInstance<Code | undefined>
  code: Code
  depth: number
  chosen: boolean
  /** The key that codes with it, if it has one. */
  hint?: string
  renaming: boolean
  onRename(name: string): void
  onPick(code: Code): void
  onLight(code: Code): void
  onFocus(code: Code): void
  onKey(event: KeyboardEvent, code: Code): void
}

/** A code in the tree: its thread, name, how often it was used, and its key. A root that only groups is a caption. */
export function CodeRow({ item, code, depth, chosen, hint, renaming, onRename, ...on }: CodeRowProps) {
  const caption = !code.codable && depth < 0
  const toggle = (event: MouseEvent) => {
    event.stopPropagation()
    fold(item)
  }
  const props = {
    ...item.getProps(),
    title: code.name,
    'data-code': code.id,
    'aria-selected': chosen,
    style: { '--d': Math.max(0, depth) } as CSSProperties,
    onClick: () => (caption ? fold(item) : on.onPick(code)),
    onDoubleClick: () => on.onLight(code),
    onFocus: () => {
      item.setFocused()
      on.onFocus(code)
    },
    onKeyDown: (event: KeyboardEvent) => on.onKey(event, code),
  }
  if (caption) {
    return (
      <div {...props} className={`node axis${dragged(item)}`}>
        <span className="cut grow">{renaming ? <NameField name={code.name} onDone={onRename} /> : code.name}</span>
        {item.getItemMeta().index === 0 ? (
          <span title="Codings of the code itself, and with those under it">own / all</span>
        ) : null}
        {item.isExpanded() ? null : <Icon name="chev" small />}
      </div>
    )
  }
  return (
    <div {...props} className={`node${code.all ? '' : ' zero'}${dragged(item)}`}>
      <span className="nm-cell">
        {/* biome-ignore lint/a11y: the arrow keys fold a treeitem; this is for the mouse */}
        <span className="tw" onClick={toggle}>
          {item.isFolder() ? <Icon name={item.isExpanded() ? 'down' : 'chev'} small /> : null}
        </span>
        <Thread color={code.color} />
        {renaming ? <NameField name={code.name} onDone={onRename} /> : <span className="nm cut">{code.name}</span>}
      </span>
      <span className="count">
        {code.own !== code.all ? (
          <span className="own" title="own">
            {code.own}
          </span>
        ) : null}
        {code.all}
      </span>
      <span className="key">{hint ? <kbd>{hint}</kbd> : null}</span>
    </div>
  )
}

function fold(item: ItemInstance<Code | undefined>): void {
  if (item.isExpanded()) item.collapse()
  else item.expand()
}

/** Where a code that is dragged would go. */
function dragged(item: ItemInstance<Code | undefined>): string {
  if (item.isUnorderedDragTarget()) return ' drop-on'
  if (item.isDragTargetAbove()) return ' drop-before'
  return item.isDragTargetBelow() ? ' drop-after' : ''
}
