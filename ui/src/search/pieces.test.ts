import { expect, test } from 'vitest'
import { pieces, within } from './pieces'

const shown = (text: string, start: number, marks: number[][]) =>
  pieces(text, start, marks).map((piece) => (piece.found ? `[${piece.text}]` : piece.text))

test('a text is cut where its marks begin and end', () => {
  expect(shown('Oh, the bank.', 100, [[108, 112]])).toEqual(['Oh, the ', '[bank]', '.'])
  expect(shown('bank', 7, [[7, 11]])).toEqual(['[bank]'])
  expect(shown('no marks', 0, [])).toEqual(['no marks'])
})

test('marks count code points, also after characters that take two units', () => {
  expect(
    shown('👍 good 😀 end', 10, [
      [12, 16],
      [19, 22],
    ]),
  ).toEqual(['👍 ', '[good]', ' 😀 ', '[end]'])
})

test('marks that touch or overlap lose and repeat no letter', () => {
  expect(
    pieces('abcdef', 0, [
      [0, 3],
      [2, 5],
    ])
      .map((piece) => piece.text)
      .join(''),
  ).toBe('abcdef')
})

test('of marks in a part of a text, what lies outside is left out', () => {
  const marks = [
    [0, 3],
    [4, 8],
    [9, 12],
  ]
  expect(within(marks, 'good 😀', 3)).toEqual([[4, 8]])
  expect(within(marks, 'good 😀', 5)).toEqual([
    [5, 8],
    [9, 11],
  ])
})
