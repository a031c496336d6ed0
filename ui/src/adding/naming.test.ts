import { describe, expect, it } from 'vitest'
import { type Candidate, candidateOf } from './candidate'
import { keyOf, voiceOf } from './cast'
import { renamed, shared, spread, unnamed } from './naming'
import type { State } from './state'

const file = (id: string, ...labels: string[]): Candidate => ({
  ...candidateOf(id, { file: new File(['x'], `${id}.txt`), folder: '' }),
  stage: 'read',
  voices: labels.map((label) => voiceOf({ labels: [label], name: label, turns: 1, moderator: false })),
})
const begin = (...files: Candidate[]): State => ({ files, strand: '', names: new Map() })
const told = ({ files }: Pick<State, 'files'>) =>
  files.map(({ voices }) => voices.map(({ name, moderator }) => (moderator ? `${name}?` : name)).join(' '))

describe('a name', () => {
  it('that is said of all files holds in those that have the label, until it is taken back', () => {
    const state = begin(file('a', 'INT', 'HW'), file('b', 'int'), file('c', 'JB'))
    const now = {
      ...state,
      ...spread(state, new Map([[keyOf('INT'), { label: 'INT', name: 'Amira', moderator: true }]])),
    }
    expect(told(now)).toEqual(['Amira? HW', 'Amira?', 'JB'])
    const back = unnamed(now, 'INT')
    expect(told(back)).toEqual(['INT HW', 'int', 'JB'])
    expect(back.names.size).toBe(0)
  })

  it('of a moderator goes to the other files at once, another only when it is shared', () => {
    const state = begin(file('a', 'INT', 'HW'), file('b', 'INT', 'HW'))
    const named = { ...state, ...renamed(state, 'a', 'HW', { name: 'Helen' }) }
    expect(told(named)).toEqual(['INT Helen', 'INT HW'])
    const asked = { ...named, ...renamed(named, 'a', 'INT', { moderator: true }) }
    expect(told(asked)).toEqual(['INT? Helen', 'INT? HW'])
    const all = { ...asked, ...shared(asked, 'a', true) }
    expect(told(all)).toEqual(['INT? Helen', 'INT? Helen'])
    expect(told(shared(all, 'a', false))).toEqual(['INT? Helen', 'INT HW'])
  })

  it('that was typed in one file stays there', () => {
    const state = begin(file('a', 'INT'), file('b', 'INT'))
    const typed = { ...state, ...renamed(state, 'a', 'INT', { name: 'Tom' }) }
    const rule = new Map([[keyOf('INT'), { label: 'INT', name: 'Amira', moderator: true }]])
    expect(told(spread(typed, rule))).toEqual(['Tom', 'Amira?'])
  })
})
