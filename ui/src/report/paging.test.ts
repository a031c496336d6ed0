import { expect, test } from 'vitest'
import { paged } from './paging'

const high = (...heights: number[]) => heights.map((height) => ({ height }))

test('pieces fill a page until one has no room', () => {
  expect(paged(high(40, 40, 30, 70, 10), 100)).toEqual([
    [0, 2],
    [2, 4],
    [4, 5],
  ])
})

test('a heading goes to the next page with what it is over', () => {
  expect(
    paged([{ height: 60 }, { height: 20, keeps: true }, { height: 10, keeps: true }, { height: 30 }], 100),
  ).toEqual([
    [0, 1],
    [1, 4],
  ])
})

test('headings that fill a page by themselves stay where they are', () => {
  expect(paged([{ height: 60, keeps: true }, { height: 30, keeps: true }, { height: 50 }], 100)).toEqual([
    [0, 2],
    [2, 3],
  ])
})

test('a part begins a page, the first one the first', () => {
  expect(paged([{ height: 10, breaks: true }, { height: 10 }, { height: 10, breaks: true }], 100)).toEqual([
    [0, 2],
    [2, 3],
  ])
})

test('what is higher than a page has one for itself', () => {
  expect(paged(high(10, 300, 10), 100)).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ])
})

test('nothing has no pages', () => {
  expect(paged([], 100)).toEqual([])
})
