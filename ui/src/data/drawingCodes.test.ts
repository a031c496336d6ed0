import { describe, expect, it } from 'vitest'
import type { Step } from '../codebook/steps'
import { stepsOf, withSteps } from './drawingCodes'
import type { Gesture } from './gesture'

const made = (code: string, name: string, more: Partial<Gesture> = {}): Gesture => ({
  id: code,
  at: '2026-11-23T10:00:00Z',
  told: name,
  change: { do: 'steps', steps: [{ code, create: true, name }] },
  ...more,
})

describe('codes that the server does not have yet', () => {
  it('stand in the codebook, until they are taken back', () => {
    const book = withSteps([], stepsOf([made('a', 'Trust'), made('b', 'Luck', { takenBack: true })]))
    expect(book.codes.map(({ id, name }) => [id, name])).toEqual([['a', 'Trust']])
  })

  it('stand there once, also when the server has told of them by now', () => {
    const steps = stepsOf([made('a', 'Trust')])
    expect(withSteps(withSteps([], steps).codes, steps).codes).toHaveLength(1)
  })

  it('are renamed, nested and deleted there too, in order', () => {
    const change = (id: string, steps: Step[]): Gesture => ({ ...made(id, ''), change: { do: 'steps', steps } })
    const gestures = [
      made('a', 'Trust'),
      made('b', 'Luck'),
      change('c', [{ code: 'b', name: 'Good luck', definition: 'By chance' }]),
      change('d', [{ code: 'b', parent: 'a', position: 0 }]),
      change('e', [{ code: 'b', remove: true }]),
    ]
    const book = (n: number) => withSteps([], stepsOf(gestures.slice(0, n))).walk()
    expect(book(4)).toMatchObject([{ depth: 0 }, { depth: 1, code: { name: 'Good luck', definition: 'By chance' } }])
    expect(book(5)).toHaveLength(1)
  })
})
