import { expect, it } from 'vitest'
import { runsLeft } from './directions'

it('goes by the letter nearest to the end that is asked for', () => {
  const words = '“שלום”, she said (12)'
  expect(runsLeft(words, 'start')).toBe(true)
  expect(runsLeft(words, 'end')).toBe(false)
  expect(runsLeft('He said السوق!', 'end')).toBe(true)
})

it('says nothing of words without letters', () => {
  expect(runsLeft('12, 13', 'start')).toBeUndefined()
})
