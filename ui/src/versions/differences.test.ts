import { describe, expect, it } from 'vitest'
import { differences } from './differences'

const told = (before: string, after: string): string =>
  differences(before, after)
    .map(({ is, text }) => ({ same: text, gone: `[-${text}]`, new: `[+${text}]` })[is])
    .join('')

describe('how a definition became another', () => {
  it('marks the words that went and came', () => {
    expect(told('Talks about money in the family.', 'Talks about trust in the wider family.')).toBe(
      'Talks about [-money ][+trust ]in the [+wider ]family.',
    )
  })

  it('marks nothing where nothing is different', () => {
    expect(told('The same words.', 'The same words.')).toBe('The same words.')
    expect(differences('', '')).toEqual([])
  })

  it('marks all of a first definition, and of one that was emptied', () => {
    expect(told('', 'First words')).toBe('[+First words]')
    expect(told('Last words', '')).toBe('[-Last words]')
  })

  it('gives both texts back from its pieces, whatever they are', () => {
    const words = ['a ', 'b ', 'c\n', ' ', '👩‍👩‍👧 ', 'שלום ']
    let seed = 7
    const dice = (n: number) => {
      seed = (seed * 48271) % 2147483647
      return seed % n
    }
    const text = () => Array.from({ length: dice(12) }, () => words[dice(words.length)]).join('')
    for (let i = 0; i < 500; i++) {
      const [before, after] = [text(), text()]
      const pieces = differences(before, after)
      const of = (left: string) =>
        pieces
          .filter(({ is }) => is !== left)
          .map((piece) => piece.text)
          .join('')
      expect([of('new'), of('gone')]).toEqual([before, after])
    }
  })

  it('says of very long texts that they were replaced between their equal ends', () => {
    const long = (word: string) => Array.from({ length: 1500 }, (_, i) => `${word}${i} `).join('')
    const pieces = differences(`Begin ${long('a')}end`, `Begin ${long('b')}end`)
    expect(pieces.map(({ is }) => is)).toEqual(['same', 'gone', 'new', 'same'])
  })
})
