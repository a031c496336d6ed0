import { m } from '../paraglide/messages'
import { type Command, type CommandId, commands } from './list'

/** What of a key press is looked at. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const arrows: Record<string, string> = { ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' }

/** A key press as the list writes it. Shift is told only where the character doesn't tell it. */
export function pressed({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string {
  const letter = key.length === 1 && /[a-z]/i.test(key)
  const name = arrows[key] ?? (letter ? key.toLowerCase() : key)
  const shift = shiftKey && (letter || key.length > 1)
  return [ctrlKey || metaKey ? 'Mod' : '', altKey ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join('+')
}

/** The commands that a key stands for, those of the list's order first. */
export function commandsFor(press: Press): CommandId[] {
  const wanted = pressed(press)
  const found = (commands as readonly Command[]).filter(({ keys, native }) => !native && keys?.includes(wanted))
  return found.map(({ id }) => id as CommandId)
}

/** Whether a key press writes something, so that it must be left alone where one writes. */
export const writes = ({ key, ctrlKey, metaKey }: Press): boolean =>
  !ctrlKey && !metaKey && key !== 'Escape' && !/^F\d+$/.test(key)

const shownAs: Record<string, string> = {
  Enter: '↵',
  Escape: 'Esc',
  Backspace: '⌫',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
}

/** Keys with a name of their own in each language. */
const named: Record<string, () => string> = { Mod: m.commands_ctrl, Shift: m.commands_shift, Delete: m.commands_delete }

/** A key as it stands on a keyboard: 'Mod+Shift+z' is Ctrl, Shift, Z. */
export function caps(keys: string): string[] {
  return keys.split('+').map((key) => named[key]?.() ?? shownAs[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}

/** The keys of a command in one line, as help and palette show them. */
export function keysOf({ keys, shown }: Command): string {
  if (shown) return shown()
  const all = (keys ?? []).map((key) => caps(key).join(' '))
  return all.length ? all.reduce((keys, other) => m.commands_orKey({ keys, other })) : ''
}
