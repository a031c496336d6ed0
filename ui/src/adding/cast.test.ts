import { describe, expect, it } from 'vitest'
import {
  filesWith,
  kept,
  linesOf,
  mergeSentence,
  merges,
  named,
  namesIn,
  rulesOf,
  sharedIn,
  speakersIn,
  unnamed,
  unnamedAgain,
  type Voice,
  voiceOf,
} from './cast'

const voice = (label: string, change: Partial<Voice> = {}): Voice => ({
  ...voiceOf({ labels: [label], name: label, turns: 3, moderator: /^(AO|Interviewer)$/.test(label) }),
  ...change,
})
const changed = (label: string, name: string, moderator = false) => voice(label, { name, moderator, by: 'hand' })

describe('the rules for speakers', () => {
  it('are left out while all is as it was found', () => {
    expect(rulesOf([voice('AO'), voice('HW')])).toBeUndefined()
  })

  it('name everyone once someone is called otherwise, every label of theirs', () => {
    const adam = voice('Adam Jonas (AJ)', { labels: ['Adam Jonas (AJ)', 'AJ'], name: ' Adam ', by: 'hand' })
    expect(rulesOf([adam, voice('HW')])).toEqual([
      { label: 'Adam Jonas (AJ)', name: 'Adam', moderator: false },
      { label: 'AJ', name: 'Adam', moderator: false },
      { label: 'HW', name: 'HW', moderator: false },
    ])
  })

  it('give an empty name to whoever is left out', () => {
    expect(rulesOf([voice('Note', { name: '', by: 'hand' })])).toEqual([{ label: 'Note', name: '', moderator: false }])
  })
})

describe('speakers of one name', () => {
  const voices = [changed('PN', 'Priya Nair'), changed('P.N.', 'priya  nair'), voice('AO')]

  it('become one, and that is said', () => {
    const [same] = merges(voices)
    expect(same?.map((one) => one.found)).toEqual(['PN', 'P.N.'])
    expect(mergeSentence(same ?? [])).toBe('“PN” and “P.N.” become one speaker, Priya Nair.')
    expect(speakersIn(voices)).toBe(2)
  })

  it('are not made of those who are left out', () => {
    expect(merges([voice('A', { name: '' }), voice('B', { name: '' })])).toEqual([])
  })
})

describe('someone who could not be made out', () => {
  it('has no name, until someone says who it is or leaves them out', () => {
    expect(unnamed([voice('?'), voice('HW')]).map((one) => one.found)).toEqual(['?'])
    expect(unnamed([voice('?', { by: 'hand' })])).toEqual([])
  })
})

describe('how it will read', () => {
  const first = [
    { speaker: 'AO', fromMs: 0, text: 'And then?' },
    { speaker: '?', text: '[door]' },
    { text: 'A heading' },
  ]

  it('shows new names, moderators, and whoever has no name yet as text', () => {
    expect(linesOf(first, [changed('AO', 'Amira Osei', true), voice('?')])).toEqual([
      { who: 'Amira Osei', moderator: true, fromMs: 0, text: 'And then?', unclear: false },
      { who: '', moderator: false, fromMs: undefined, text: '?: [door]', unclear: true },
      { who: '', moderator: false, fromMs: undefined, text: 'A heading', unclear: false },
    ])
  })

  it('makes a merged speaker a moderator when one of them is', () => {
    const lines = linesOf([{ speaker: 'A', text: 'Yes.' }], [changed('A', 'Amira'), changed('AO', 'Amira', true)])
    expect(lines[0]?.moderator).toBe(true)
  })
})

describe('names for other files', () => {
  const amira = namesIn([changed('AO', 'Amira Osei', true)])

  it('are used where the label speaks, and not where someone chose by hand', () => {
    const [theirs, own] = [named([voice('ao')], amira), named([changed('AO', 'Anna')], amira)]
    expect(theirs[0]).toMatchObject({ name: 'Amira Osei', moderator: true, by: 'other file' })
    expect(own[0]?.name).toBe('Anna')
  })

  it('are taken back to what the file says', () => {
    const [back] = unnamedAgain(named([voice('AO')], amira), new Set(['ao']))
    expect(back).toMatchObject({ name: 'AO', by: 'file' })
  })

  it('are offered only for labels that others have', () => {
    const mine = [voice('AO'), voice('HW'), voice('?')]
    const others = [[voice('AO'), voice('?')], [voice('JB')], [voice('AO')]]
    const both = sharedIn(mine, others)
    expect(both.map((one) => one.found)).toEqual(['AO'])
    expect(filesWith(both, others)).toBe(2)
  })
})

describe('a file that is read again', () => {
  it('keeps what was chosen by hand', () => {
    const again = kept([voice('HW'), voice('JB')], [changed('HW', 'Helen Whinfield')])
    expect(again.map((one) => one.name)).toEqual(['Helen Whinfield', 'JB'])
  })
})
