import { describe, expect, it } from 'vitest'
import type { Gesture } from './gesture'
import { newCodes, withNewCodes } from './newCodes'

const made = (code: string, name: string, more: Partial<Gesture> = {}): Gesture => ({
  id: code,
  at: '2026-11-23T10:00:00Z',
  told: name,
  change: { do: 'create', code, name },
  ...more,
})

describe('codes that the server does not have yet', () => {
  it('stand in the codebook, until they are taken back', () => {
    const book = withNewCodes([], newCodes([made('a', 'Trust'), made('b', 'Luck', { takenBack: true })]))
    expect(book.codes.map(({ id, name }) => [id, name])).toEqual([['a', 'Trust']])
  })

  it('stand there once, also when the server has told of them by now', () => {
    const steps = newCodes([made('a', 'Trust')])
    expect(withNewCodes(withNewCodes([], steps).codes, steps).codes).toHaveLength(1)
  })
})
