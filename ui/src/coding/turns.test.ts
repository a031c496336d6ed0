import { expect, it } from 'vitest'
import { saidBy } from './turns'

it('takes all turns of one speaker, without those in which nothing is said', () => {
  const turns = [
    { index: 0, start: 0, end: 9, speakerId: 'moira' },
    { index: 1, start: 11, end: 30, speakerId: 'tilda' },
    { index: 2, start: 32, end: 32, speakerId: 'tilda' },
    { index: 3, start: 34, end: 40, speakerId: 'tilda' },
  ]
  expect(saidBy(turns, 'tilda')).toEqual([
    { start: 11, end: 30 },
    { start: 34, end: 40 },
  ])
})
