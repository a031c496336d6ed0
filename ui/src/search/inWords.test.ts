import { expect, test } from 'vitest'
import type { QueryPart } from '../api/names'
import { inSentence, inWords } from './inWords'

const field = (name: string, values: string[], less = false): QueryPart => ({
  kind: 'field',
  text: '',
  field: name,
  values,
  less,
})

test('values of a field of which any will do are said with “or”', () => {
  expect(inSentence(field('speaker', ['Jo', 'Noor', 'Tom']))).toBe('said by Jo, Noor or Tom')
  expect(inWords(field('strand', ['Mid-caps', 'Drop-outs'], true)).name).toBe('not Mid-caps or Drop-outs')
})

test('a coding of a relation is one of some codes, by one of some coders', () => {
  const [codes, coder] = [
    { field: 'code', values: ['Banks', 'Wages'] },
    { field: 'coder', values: ['Amira'] },
  ]
  const part: QueryPart = { kind: 'relation', text: '', how: 'overlaps', of: [codes, coder], to: [coder] }
  expect(inSentence(part)).toBe('passages coded Banks or Wages by Amira that overlap some coded by Amira')
})
