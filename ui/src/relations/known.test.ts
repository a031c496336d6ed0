import { expect, it } from 'vitest'
import type { Survey, Variable } from '../api/names'
import { asComparable, found, isDividing, isListed, isMeasured, type Known, knownAs, knownOf, wordsOf } from './known'

const question = (name: string, kind: string, label = '') => ({ name, kind, label, options: [], missing: [] })
const survey = {
  questions: [
    question('Q1', 'single', 'Which sector are you in?'),
    question('Q2', 'scale', 'We plan ahead'),
    question('Q3', 'open', 'What else?'),
    question('Q4', 'ignore'),
    question('Size', 'number'),
  ],
  scales: [{ name: 'Innovation', items: ['Q2'] }],
} as unknown as Survey
const variables = [
  { name: 'size', kind: 'integer', label: '', options: [], missing: [] },
  { name: 'district', kind: 'one', label: 'Where the firm is', options: [], missing: [] },
] as unknown as Variable[]
const all = knownOf(survey, variables)
const names = (some: readonly Known[]) => some.map(({ name }) => name)

it('what can be analysed are questions with values, scales, and variables of cases that are called otherwise', () => {
  expect(names(all)).toEqual(['Q1', 'Q2', 'Size', 'Innovation', 'district'])
})

it('kinds say how each can be looked at', () => {
  expect(names(all.filter(isListed))).toEqual(['Q1', 'Q2', 'district'])
  expect(names(all.filter(isDividing))).toEqual(['Q1', 'Q2', 'district'])
  expect(names(all.filter(isMeasured))).toEqual(['Q2', 'Size', 'Innovation'])
})

it('variables are found by name or words, those first that are called so', () => {
  expect(names(found(all, 'sec'))).toEqual(['Q1'])
  expect(names(found(all, 'in'))).toEqual(['Innovation', 'Q1'])
  expect(names(found(all, 'plan ahead'))).toEqual(['Q2'])
  expect(found(all, '')).toHaveLength(5)
})

it('a name is known whatever its case', () => {
  expect(knownAs(all, 'innovation')?.from).toBe('scale')
  expect(knownAs(all, undefined)).toBeUndefined()
})

it('a scale is called by its name', () => {
  expect(all.filter(({ from }) => from === 'scale').map(wordsOf)).toEqual(['Innovation'])
})

it('conditions take every kind as a kind of variable', () => {
  expect(all.map(asComparable).map(({ kind }) => kind)).toEqual(['one', 'one', 'decimal', 'decimal', 'one'])
})
