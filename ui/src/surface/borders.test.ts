import { describe, expect, it } from 'vitest'
import { Borders } from './borders'
import { transcriptOf } from './fixture'

const family = '👩‍👩‍👧‍👦'
const transcript = transcriptOf(
  'What do you make?',
  `We make seals, and gaskets. My ${family} helps. e\u0301te\u0301`,
  'Ah.',
)
const borders = new Borders(transcript, 'en')
const text = (span: { start: number; end: number } | null) => span && transcript.positions.slice(span)
const at = (needle: string) => transcript.positions.point(transcript.positions.text.indexOf(needle))

describe('the passage of a selection', () => {
  it('has no space and no separator at its ends', () => {
    expect(text(borders.passage({ start: 5, end: 8 }))).toBe('do')
    expect(text(borders.passage({ start: 0, end: 19 }))).toBe('What do you make?')
    expect(text(borders.passage({ start: 17, end: 21 }))).toBe('We')
  })

  it('is nothing when only space is selected', () => {
    expect(borders.passage({ start: 17, end: 19 })).toBeNull()
    expect(borders.passage({ start: 4, end: 5 })).toBeNull()
  })

  it('never cuts a character that is made of several code points', () => {
    const inside = at(family) + 2
    expect(text(borders.passage({ start: inside, end: inside + 1 }))).toBe(family)
    const accent = at('e\u0301te\u0301')
    expect(text(borders.passage({ start: accent + 1, end: accent + 3 }))).toBe('e\u0301t')
  })
})

describe('the next border', () => {
  it('is the end of a word going forward and the beginning going back', () => {
    const start = transcript.turn(1).start
    expect(text({ start, end: borders.next(start, 'word', 1) })).toBe('We')
    expect(borders.next(at('seals') + 2, 'word', -1)).toBe(at('seals'))
  })

  it('is in the neighbour turn when a turn is at its end', () => {
    const first = transcript.turn(0)
    expect(text({ start: first.start, end: borders.next(first.end, 'word', 1) })).toBe('What do you make?\n\nWe')
    expect(borders.next(transcript.turn(1).start, 'word', -1)).toBe(at('make?'))
  })

  it('is the end of the sentence without the space after it', () => {
    const start = transcript.turn(1).start
    expect(text({ start, end: borders.next(start, 'sentence', 1) })).toBe('We make seals, and gaskets.')
    expect(borders.next(at('helps'), 'sentence', -1)).toBe(at('My'))
  })

  it('is the end of the turn, and after it that of the next', () => {
    expect(borders.next(3, 'turn', 1)).toBe(transcript.turn(0).end)
    expect(borders.next(transcript.turn(0).end, 'turn', 1)).toBe(transcript.turn(1).end)
  })

  it('stays at the ends of the text', () => {
    const { length } = transcript.positions
    expect(borders.next(length, 'word', 1)).toBe(length)
    expect(borders.next(0, 'sentence', -1)).toBe(0)
  })
})

describe('a resized span', () => {
  const span = { start: at('We'), end: at(' seals') }

  it('grows and shrinks by a word at its end', () => {
    expect(text(borders.resized(span, 'end', 1))).toBe('We make seals')
    expect(text(borders.resized(span, 'end', -1))).toBe('We')
  })

  it('shrinks past punctuation to the word before', () => {
    expect(text(borders.resized({ start: at('We'), end: at(' and') }, 'end', -1))).toBe('We make')
  })

  it('keeps its last word', () => {
    const word = { start: at('seals'), end: at(', and') }
    expect(borders.resized(word, 'end', -1)).toEqual(word)
    expect(borders.resized(word, 'start', 1)).toEqual(word)
  })

  it('begins a word earlier, or later', () => {
    const words = { start: at('make seals'), end: at(', and') }
    expect(text(borders.resized(words, 'start', -1))).toBe('We make seals')
    expect(text(borders.resized(words, 'start', 1))).toBe('seals')
    expect(text(borders.resized({ ...words, start: at('We') }, 'start', -1))).toBe('make?\n\nWe make seals')
  })

  it('goes character by character, over the space between words', () => {
    const words = { start: at('seals'), end: at(', and') }
    expect(text(borders.resized(words, 'start', -1, 'character'))).toBe('e seals')
    expect(text(borders.resized({ start: at('My'), end: at(` ${family}`) }, 'end', 1, 'character'))).toBe(
      `My ${family}`,
    )
  })
})

describe('a span whose end is pulled', () => {
  const span = { start: at('make seals'), end: at(', and') }

  it('ends at the nearest word, and begins at one', () => {
    expect(text(borders.pulled(span, 'end', at('askets'), 'word'))).toBe('make seals, and')
    expect(text(borders.pulled(span, 'end', at('ets.'), 'word'))).toBe('make seals, and gaskets')
    expect(text(borders.pulled(span, 'start', at('eals'), 'word'))).toBe('seals')
  })

  it('takes the full stop of a sentence with it', () => {
    expect(text(borders.pulled(span, 'end', at(' My'), 'word'))).toBe('make seals, and gaskets.')
  })

  it('goes over to other turns', () => {
    expect(text(borders.pulled(span, 'start', at('do you'), 'word'))).toBe('do you make?\n\nWe make seals')
  })

  it('never cuts a character, and keeps one at least', () => {
    expect(text(borders.pulled(span, 'end', at(family) + 1, 'character'))).toBe('make seals, and gaskets. My')
    expect(text(borders.pulled(span, 'end', 0, 'character'))).toBe('m')
    expect(text(borders.pulled(span, 'start', at('Ah'), 'word'))).toBe('seals')
  })
})

describe('what is around a position', () => {
  it('is its sentence', () => {
    expect(text(borders.sentenceAt(at('seals')))).toBe('We make seals, and gaskets.')
    expect(text(borders.sentenceAt(transcript.turn(0).end))).toBe('What do you make?')
  })

  it('is its turn, and of words in two turns both', () => {
    expect(text(borders.turns({ start: at('you'), end: at('make') }))).toBe('What do you make?')
    expect(borders.turns({ start: at('make?'), end: at('make seals') })).toEqual({
      start: 0,
      end: transcript.turn(1).end,
    })
  })
})
