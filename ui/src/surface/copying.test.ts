import { expect, it } from 'vitest'
import type { Turn } from './coding'
import { copyText } from './copying'
import { Transcript } from './transcript'

const turns: Turn[] = [
  { index: 0, start: 0, end: 8, speaker: 'Moderator', moderator: true, fromMs: 178_400 },
  { index: 1, start: 9, end: 18, speaker: 'Helen', moderator: false },
  { index: 2, start: 19, end: 23, moderator: false },
]
const transcript = new Transcript('And now?\nI stayed.\nEnd.', turns)

it('gives every turn a line with speaker and time', () => {
  expect(copyText(transcript, { start: 0, end: 23 })).toBe('Moderator (0:02:58): And now?\nHelen: I stayed.\nEnd.')
})

it('takes only what is selected of the first and last turn', () => {
  expect(copyText(transcript, { start: 4, end: 10 })).toBe('Moderator (0:02:58): now?\nHelen: I')
})

it('leaves out a turn of which nothing is selected', () => {
  expect(copyText(transcript, { start: 0, end: 9 })).toBe('Moderator (0:02:58): And now?')
})
