import { describe, expect, it } from 'vitest'

type Message = string | [{ declarations: string[]; selectors: string[]; match: Record<string, string> }]
type Room = Readonly<Record<string, Message>>

const files = import.meta.glob<Room>('../../messages/*/*.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../paraglide/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const rooms = (language: string) =>
  new Map(
    Object.entries(files)
      .filter(([file]) => file.includes(`/messages/${language}/`))
      .map(([file, room]) => [file.replace(/.*\/|\.json$/g, ''), room]),
  )
const english = rooms('en')
const german = rooms('de')

const textsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message[0].match)

/** What is filled in and marked in a message: {n}, {#link}, {/link}, {#code/}. */
const slotsOf = (message: Message): string[] => {
  const declared = typeof message === 'string' ? [] : message[0].declarations.map((one) => `{${one.split(' ')[1]}}`)
  const filled = textsOf(message).flatMap((text) => text.match(/(?<!\\)\{[#/]?\w+\/?\}/g) ?? [])
  return [...new Set([...declared, ...filled])].sort()
}

describe('the catalogue', () => {
  it('has the same rooms and messages in both languages', () => {
    expect([...german.keys()]).toEqual([...english.keys()])
    for (const [room, messages] of english)
      expect(Object.keys(german.get(room) ?? {}), room).toEqual(Object.keys(messages))
  })

  it('fills the same things into a message in both languages', () => {
    for (const [room, messages] of english)
      for (const [name, message] of Object.entries(messages))
        expect(slotsOf(german.get(room)?.[name] ?? ''), name).toEqual(slotsOf(message))
  })

  it('calls each message by its room first, in the order of the alphabet', () => {
    for (const [room, messages] of english) {
      const names = Object.keys(messages)
      expect(names.filter((name) => !name.startsWith(`${room}_`))).toEqual([])
      expect(names).toEqual(names.toSorted())
    }
  })

  it('holds no message that nothing says', () => {
    const code = Object.values(sources).join('\n')
    const said = new Set([...code.matchAll(/\bm\.(\w+)/g)].map(([, name]) => name))
    const names = [...english.values()].flatMap((messages) => Object.keys(messages))
    expect(names.filter((name) => !said.has(name))).toEqual([])
  })

  it('ends each choice with the form for all other numbers', () => {
    for (const messages of [...english.values(), ...german.values()])
      for (const [name, message] of Object.entries(messages))
        if (typeof message !== 'string') expect(Object.keys(message[0].match).at(-1), name).toMatch(/=\*$/)
  })
})
