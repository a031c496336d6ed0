import { describe, expect, it } from 'vitest'
import type { Code, Source } from '../api/names'
import { find } from './findable'

const sources = [{ id: 's', title: 'M07 Whinfield Seals' }] as Source[]
const codes = [
  { id: 'a', name: 'Settled firms', codable: true },
  { id: 'b', name: 'Capitals', codable: false },
] as Code[]
const names = (typed: string, runnable = true) =>
  find(typed, { canRun: () => runnable, sources, codes }).map(({ name }) => name)

describe('the palette', () => {
  it('finds commands, sources and codes by any of their words', () => {
    expect(names('seals')).toEqual(['M07 Whinfield Seals'])
    expect(names('settings')).toContain('Go to the settings')
    expect(names('firms settled')).toEqual(['Settled firms'])
  })

  it('puts what begins with the words first', () => {
    expect(names('sett')[0]).toBe('Settled firms')
  })

  it('offers only what can be done here', () => {
    expect(names('', false)).toEqual(['M07 Whinfield Seals', 'Settled firms'])
  })

  it('leaves out headings, which have no passages', () => {
    expect(names('capitals')).toEqual([])
  })
})
