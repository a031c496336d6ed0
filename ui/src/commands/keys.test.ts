import { describe, expect, it } from 'vitest'
import { caps, commandsFor, keysOf, pressed, writes } from './keys'
import { type Command, commandOf, commands } from './list'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('the list of commands', () => {
  const list: readonly Command[] = commands

  it('gives every command an id of its own', () => {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
  })

  it('gives no key to two commands in one place', () => {
    const keys = list.flatMap(({ keys = [], place = '' }) => keys.map((key) => `${key} ${place}`))
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  it('begins every title with a capital and ends none with a stop', () => {
    expect(list.filter(({ title }) => !/^[A-Z].*[^.!]$/.test(title()))).toEqual([])
  })

  it('has the keys of the coding view', () => {
    for (const key of ['c', 'Enter', '1', '9', 'i', 'm', 'u', 'n', 'p', '[', ']', '/', '?', 'F2', '\\']) {
      const everywhere = commandsFor(press(key)).filter((id) => !commandOf(id).place)
      expect(everywhere, key).toHaveLength(1)
    }
  })
})

describe('a key press', () => {
  it('is written with what is held, Ctrl and Cmd alike', () => {
    expect(pressed(press('z', { ctrlKey: true }))).toBe('Mod+z')
    expect(pressed(press('Z', { metaKey: true, shiftKey: true }))).toBe('Mod+Shift+z')
    expect(pressed(press('ArrowUp', { shiftKey: true }))).toBe('Shift+Up')
  })

  it('tells a character without the Shift that makes it', () => {
    expect(commandsFor(press('?', { shiftKey: true }))).toEqual(['help.keys'])
    expect(commandsFor(press('N', { shiftKey: true }))).toEqual(['source.next'])
  })

  it('of undo and redo means undo and redo', () => {
    expect(commandsFor(press('z', { ctrlKey: true }))).toEqual(['edit.undo'])
    expect(commandsFor(press('Z', { ctrlKey: true, shiftKey: true }))).toEqual(['edit.redo'])
  })

  it('leaves to the surface what is the surface’s', () => {
    expect(commandsFor(press('ArrowLeft', { shiftKey: true }))).toEqual([])
  })

  it('writes unless Ctrl is held or it is Escape or a function key', () => {
    expect(writes(press('c'))).toBe(true)
    expect(writes(press('Enter'))).toBe(true)
    expect(writes(press('z', { ctrlKey: true }))).toBe(false)
    expect(writes(press('Escape'))).toBe(false)
    expect(writes(press('F2'))).toBe(false)
  })
})

describe('keys as they are shown', () => {
  it('are caps of a keyboard', () => {
    expect(caps('Mod+Shift+z')).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(keysOf(commandOf('edit.redo'))).toBe('Ctrl Shift Z or Ctrl Y')
    expect(keysOf(commandOf('code.favourite'))).toBe('1 to 9')
  })
})
