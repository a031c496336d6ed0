import { expect, test } from 'vitest'
import { fieldText, nearText, relationText, sharesWords } from './writing'

const whole = (text: string) => ({ text, whole: true })
const words = (text: string) => ({ text, whole: false })

test('a whole name stands in quotation marks, words in parentheses', () => {
  expect(fieldText({ name: 'strand', values: [whole('Drop-outs')] })).toBe('strand:"Drop-outs"')
  expect(fieldText({ name: 'speaker', values: [words('-jo')] }, true)).toBe('speaker:-(-jo)')
  expect(fieldText({ name: 'strand', values: [whole('A, B'), words('mid*')] })).toBe('strand:("A, B", mid*)')
})

test('a name with quotation marks is found by its words', () => {
  expect(fieldText({ name: 'source', values: [whole('The “big” one (2)')] })).toBe('source:(The big one 2)')
})

test('a variable whose name is several words stands in quotation marks', () => {
  expect(fieldText({ name: 'Years trading', values: [whole('>10')] })).toBe('"Years trading":">10"')
  expect(fieldText({ name: 'Sector', values: [whole('')] })).toBe('Sector:""')
})

test('words near each other say how far, and whether in this order', () => {
  expect(nearText(' bank* loan ', 5, false)).toBe('near/5(bank* loan)')
  expect(nearText('bank loan', 2, true)).toBe('then/2(bank loan)')
})

test('a relation says turns only where they count, and a coding is a code, a coder, or both', () => {
  const code = (name: string) => ({ name: 'code', values: [whole(name)] })
  const coder = { name: 'coder', values: [whole('Amira')] }
  expect(relationText('overlaps', 1, [code('A')], [code('B')])).toBe('overlaps(code:"A" code:"B")')
  expect(relationText('before', 3, [code('A'), coder], [coder, { name: 'code', values: [] }])).toBe(
    'before/3((code:"A" coder:"Amira") coder:"Amira")',
  )
})

test('passages share words where they overlap or lie within each other', () => {
  expect(sharesWords('bank (within(code:a code:b) OR loan)')).toBe(true)
  expect(sharesWords('before/2(code:a code:b) within')).toBe(false)
})
