import type { Command, EditorState } from 'prosemirror-state'
import { type KeyboardEvent, useState } from 'react'
import { caps } from '../../commands/keys'
import { Icon } from '../../kit/marks'
import { m } from '../../paraglide/messages'
import { Address } from './Address'
import { linkAt, type Tool, tools, unlink } from './editing'

interface ToolbarProps {
  state: EditorState
  run: (command: Command) => void
}

const named: Record<Tool['name'], () => string> = {
  bold: m.memos_bold,
  italic: m.memos_italic,
  bullets: m.memos_bullets,
  numbers: m.memos_numbers,
  quote: m.memos_quote,
}
const icons: Record<Tool['name'], string> = {
  bold: 'bold',
  italic: 'ital',
  bullets: 'list',
  numbers: 'numbers',
  quote: 'quote',
}

/** The looks that words can have, links, and mentions. The arrow keys move along it. */
export function Toolbar({ state, run }: ToolbarProps) {
  const [linking, link] = useState(false)
  const linked = linkAt(state)
  return (
    <>
      <div className="tools" role="toolbar" aria-label={m.memos_looks()} onKeyDown={alongRow}>
        {tools.map(({ name, keys, does, isOn }, i) => (
          <Button
            key={name}
            first={!i}
            name={named[name]()}
            keys={keys}
            icon={icons[name]}
            on={isOn(state)}
            onClick={() => run(does)}
          />
        ))}
        <Button
          name={linked ? m.memos_unlink() : m.memos_link()}
          icon="link"
          on={!!linked}
          onClick={() => (linked ? run(unlink) : link(true))}
        />
        <Button name={m.memos_mention()} keys="@" icon="at" onClick={() => run(sign)} />
      </div>
      {linking ? <Address run={run} onClose={() => link(false)} /> : null}
    </>
  )
}

/** Writes the sign that asks for a thing, apart from what stands before it. */
const sign: Command = ({ tr, selection: { $from } }, dispatch) => {
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\n')
  dispatch?.(tr.insertText(before && !/\s$/.test(before) ? ' @' : '@'))
  return true
}

interface ButtonProps {
  name: string
  icon: string
  keys?: string
  on?: boolean
  first?: boolean
  onClick: () => void
}

function Button({ name, icon, keys, on, first, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      className="btn icon quiet sm"
      aria-label={name}
      title={keys ? `${name} (${caps(keys).join(' ')})` : name}
      aria-pressed={on}
      tabIndex={first ? 0 : -1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <Icon name={icon} small />
    </button>
  )
}

function alongRow({ key, currentTarget, target }: KeyboardEvent<HTMLElement>): void {
  const buttons = [...currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(target as HTMLButtonElement)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[key]
  if (to !== undefined) buttons.at(to % buttons.length)?.focus()
}
