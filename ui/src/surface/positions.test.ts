import { describe, expect, it } from 'vitest'
import { Positions } from './positions'

const texts = {
  plain: 'We make seals and gaskets.',
  combining: 'e\u0301te\u0301 Zu\u0308rich',
  astral: 'a👩‍👩‍👧‍👦b 𝒳-wave 🇩🇪 end',
  beyond: '東京 שלום مرحبا',
  lone: 'broken \ud83d half \ude42',
  empty: '',
}

describe('positions', () => {
  for (const [name, text] of Object.entries(texts)) {
    const characters = [...text]
    const positions = new Positions(text)

    it(`counts the code points of a ${name} text`, () => {
      expect(positions.length).toBe(characters.length)
    })

    it(`goes from every code point of a ${name} text to its UTF-16 offset and back`, () => {
      let offset = 0
      characters.forEach((character, point) => {
        expect(positions.utf16(point)).toBe(offset)
        expect(positions.point(offset)).toBe(point)
        offset += character.length
      })
      expect(positions.utf16(characters.length)).toBe(text.length)
      expect(positions.point(text.length)).toBe(characters.length)
    })
  }

  it('draws an offset inside a wide character to its beginning', () => {
    const positions = new Positions('a🙂🙂b')
    expect([0, 1, 2, 3, 4, 5, 6].map((offset) => positions.point(offset))).toEqual([0, 1, 1, 2, 2, 3, 4])
  })

  it('draws positions outside the text to its ends', () => {
    const positions = new Positions('a🙂')
    expect(positions.utf16(-3)).toBe(0)
    expect(positions.utf16(99)).toBe(3)
    expect(positions.point(99)).toBe(2)
  })

  it('cuts a span at code points', () => {
    expect(new Positions('one 👍🏽 two').slice({ start: 4, end: 6 })).toBe('👍🏽')
  })
})
