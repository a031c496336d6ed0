import { expect, it } from 'vitest'
import { decimal, percent, placesIn, probability, short } from './decimals'

it('numbers have their places, a true minus, and no negative nought', () => {
  expect([decimal(-0.314), decimal(2), decimal(-0.001), decimal(1204.5, 1)]).toEqual([
    '−0.31',
    '2.00',
    '0.00',
    '1,204.5',
  ])
})

it('numbers that stand alone are as short as they can be', () => {
  expect([short(12), short(3.456), short(0.04231), short(1204.6), short(-0.5)]).toEqual([
    '12',
    '3.46',
    '0.0423',
    '1,205',
    '−0.5',
  ])
})

it('a small share is not nought', () => {
  expect([percent(0.34), percent(0.003), percent(0.0002), percent(0)]).toEqual(['34%', '0.3%', '< 0.1%', '0%'])
})

it('a small probability is said to be small', () => {
  expect([probability(0.0342), probability(0.0000001)]).toEqual(['0.034', '< 0.001'])
})

it('places go by how far values lie apart', () => {
  expect([placesIn(8), placesIn(80), placesIn(0.5), placesIn(900), placesIn(0)]).toEqual([2, 1, 3, 0, 2])
})
