import { describe, expect, it } from 'vitest'
import { bars, runs, runsOf, shadesOf } from './shades'

const span = (start: number, end: number) => ({ start, end })

describe('shades', () => {
  it('tell how deep each stretch is coded', () => {
    const four = [0, 1, 2, 3].map(() => span(20, 30))
    expect([...shadesOf([span(0, 10), ...four], 50, 5)]).toEqual([1, 0, 3, 0, 0])
  })

  it('are darkest from the fifth coding on', () => {
    const five = Array.from({ length: 5 }, () => span(0, 10))
    expect([...shadesOf(five, 20, 2)]).toEqual([4, 0])
  })

  it('show also what is far shorter than a stretch', () => {
    expect([...shadesOf([span(995, 996)], 1000, 10)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  it('run through all stretches of a long coding', () => {
    expect([...shadesOf([span(5, 45), span(15, 35)], 50, 5)]).toEqual([1, 2, 2, 2, 1])
  })

  it('are none for an empty text', () => {
    expect([...shadesOf([], 0, 3)]).toEqual([0, 0, 0])
  })
})

describe('runs', () => {
  it('join neighbours', () => {
    expect(runs(Uint8Array.from([1, 1, 0, 1, 2]), 1)).toEqual([
      [0, 2],
      [3, 4],
    ])
  })

  it('cover every stretch that a span touches', () => {
    expect(runsOf([span(0, 11), span(90, 100)], 100, 10)).toEqual([
      [0, 2],
      [9, 10],
    ])
  })

  it('become bars', () => {
    expect(bars([[2, 5]], 1, 7)).toBe('M1 2H7V5H1z')
  })
})
