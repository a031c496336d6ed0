import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react'
import type { Code } from '../../api/names'
import type { Mark } from '../../codebook/staging'
import type { Tick } from '../../excerpts/ticks'
import { Icon, Thread } from '../../kit/marks'
import { m } from '../../paraglide/messages'
import { MarkTag } from './MarkTag'
import { NameField } from './NameField'
import type { CodeItem } from './useCodeTree'
import { type OnWords, useWordsDrop } from './useWordsDrop'

interface CodeRowProps {
  item: CodeItem
  code: Code
  depth: number
  /** The key that codes with it, if it has one. */
  hint?: string
  /** What a draft changes about it. */
  mark?: Mark
  /** Its new name, while that is written. */
  renaming?: string
  /** Whether its retrieved passages are listed, while they are open. */
  tick?: Tick
  onTick?(code: Code): void
  onRename(name: string): void
  onClick(event: MouseEvent, code: Code): void
  onLight?(code: Code): void
  onWords?: OnWords
  onFocus(code: Code): void
  onKey(event: KeyboardEvent, code: Code): void
}

/** A code in the tree: its thread, name, how often it was used, and its key. A root that only groups is a caption. */
export function CodeRow({ item, code, depth, hint, mark, renaming, tick, onRename, ...on }: CodeRowProps) {
  const caption = !code.codable && depth < 0
  const toggle = (event: MouseEvent) => {
    event.stopPropagation()
    fold(item)
  }
  const base = item.getProps()
  const { over, handlers } = useWordsDrop(code, base, on.onWords)
  const props = {
    ...base,
    ...handlers,
    title: code.name,
    'data-code': code.id,
    'aria-checked': tick && checked[tick],
    style: { '--d': Math.max(0, depth) } as CSSProperties,
    onClick: (event: MouseEvent) => on.onClick(event, code),
    onDoubleClick: () => on.onLight?.(code),
    onFocus: () => {
      item.setFocused()
      on.onFocus(code)
    },
    onKeyDown: (event: KeyboardEvent) => on.onKey(event, code),
  }
  const name = renaming === undefined ? null : <NameField code={code.name} name={renaming} onDone={onRename} />
  if (caption) {
    return (
      <div {...props} className={`node axis${dropClass(item)}`}>
        {tick ? <TickBox tick={tick} onTick={() => on.onTick?.(code)} /> : null}
        <span className="cut grow">{name ?? code.name}</span>
        {mark ? <MarkTag mark={mark} /> : null}
        {item.getItemMeta().index === 0 ? <span title={m.codes_ownAllHint()}>{m.codes_ownAll()}</span> : null}
        {/* biome-ignore lint/a11y: the arrow keys fold a treeitem; this is for the mouse */}
        <span className="tw" onClick={toggle}>
          {item.isFolder() ? <Icon name={item.isExpanded() ? 'down' : 'chev'} small /> : null}
        </span>
      </div>
    )
  }
  return (
    <div {...props} className={`node${code.all ? '' : ' zero'}${over ? ' drop-on' : dropClass(item)}`}>
      <span className="nm-cell">
        {/* biome-ignore lint/a11y: the arrow keys fold a treeitem; this is for the mouse */}
        <span className="tw" onClick={toggle}>
          {item.isFolder() ? <Icon name={item.isExpanded() ? 'down' : 'chev'} small /> : null}
        </span>
        {tick ? <TickBox tick={tick} onTick={() => on.onTick?.(code)} /> : null}
        <Thread color={code.color} />
        {name ?? <span className={code.codable ? 'nm cut' : 'nm cut soft'}>{code.name}</span>}
      </span>
      {mark ? <MarkTag mark={mark} /> : null}
      <span className="count">
        {code.own !== code.all ? (
          <span className="own" title={m.codes_own()}>
            {code.own}
          </span>
        ) : null}
        {code.all}
      </span>
      <span className="key">{hint ? <kbd>{hint}</kbd> : null}</span>
    </div>
  )
}

const checked = { all: true, some: 'mixed', none: false } as const

/** The box of a code. Space ticks a treeitem; this is for the mouse. */
function TickBox({ tick, onTick }: { tick: Tick; onTick: () => void }) {
  const toggle = (event: MouseEvent) => {
    event.stopPropagation()
    onTick()
  }
  // biome-ignore lint/a11y: the treeitem has the state and the key
  return <span className="tick" data-tick={tick} onClick={toggle} />
}

function fold(item: CodeItem): void {
  if (item.isExpanded()) item.collapse()
  else item.expand()
}

/** A code that others would come under. */
const dropClass = (item: CodeItem): string => (item.isUnorderedDragTarget() ? ' drop-on' : '')
