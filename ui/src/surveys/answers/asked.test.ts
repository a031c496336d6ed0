import { describe, expect, it } from 'vitest'
import { askedAnswers, narrows } from './asked'

describe('the answers that an address asks for', () => {
  it('are those of a question, narrowed, in an order, with what is shown beside', () => {
    expect(
      askedAnswers({
        question: 'Q9',
        q: 'export',
        where: 'a=1',
        code: 'c',
        coded: 'no',
        sort: '-length',
        show: ['a', 'b'],
      }),
    ).toEqual({
      question: 'Q9',
      q: 'export',
      where: ['a=1'],
      code: 'c',
      coded: 'no',
      sort: '-length',
      show: ['a', 'b'],
    })
  })
  it('are all where nothing is asked, and what can’t be asked is left out', () => {
    expect(askedAnswers({ q: ' ', where: '', coded: 'perhaps', show: 3 })).toEqual({})
  })
  it('are fewer with a filter, but not with an order', () => {
    expect(narrows({ coded: 'no' })).toBe(true)
    expect(narrows({ question: 'Q9', sort: 'length', show: ['a'] })).toBe(false)
  })
})
