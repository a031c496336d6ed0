import { describe, expect, it } from 'vitest'
import type { Question, SurveyPreview } from '../../api/names'
import {
  apart,
  asked,
  beginning,
  definitionOf,
  joined,
  linesOf,
  narrowed,
  noDraft,
  ofKind,
  readingOf,
  reread,
  shown,
} from './draft'

const question = (name: string, columns = [name], kind: Question['kind'] = 'single'): Question => ({
  id: '',
  name,
  label: '',
  kind,
  columns,
  unit: '',
  options: [{ value: '1' }],
  missing: [],
})

const [one, two, three] = [question('Q1 a'), question('Q1 b'), question('Q2', ['x', 'y'], 'multiple')]

const preview = {
  definition: { questions: [one, two, three] },
  columns: ['Q1 a', 'Q1 b', 'x', 'y'].map((column, i) => ({
    column,
    filled: 10 + i,
    distinct: 4,
    examples: ['yes', column],
    warnings: i === 1 ? ['Every row says the same.'] : [],
    personal: false,
  })),
} as unknown as SurveyPreview

describe('what is said of a table', () => {
  it('goes by the columns of a question, and stands in the place of what was said before', () => {
    const named = asked(noDraft, [one], { name: 'District' })
    const draft = asked(named, [...shown(preview, named).slice(0, 2)], { unit: 'years' })
    expect(definitionOf(draft)).toEqual({
      questions: [
        { ...one, name: 'District', unit: 'years' },
        { ...two, unit: 'years' },
      ],
    })
    expect(shown(preview, draft).map(({ name, unit }) => [name, unit])).toEqual([
      ['District', 'years'],
      ['Q1 b', 'years'],
      ['Q2', ''],
    ])
  })

  it('loses the options of a question that is of another kind now, but not its name', () => {
    const named = { ...one, name: 'D' }
    expect(ofKind(asked(noDraft, [one, two], { name: 'D' }), [named], 'scale').asks).toEqual([
      { id: '', columns: ['Q1 a'], name: 'D', label: '', kind: 'scale' },
      { ...two, name: 'D' },
    ])
  })

  it('leaves a question of several columns what it is, unless that goes with several', () => {
    expect(ofKind(noDraft, [one, three], 'number').asks.map(({ columns }) => columns)).toEqual([['Q1 a']])
    expect(ofKind(noDraft, [three], 'ignore').asks.map(({ kind }) => kind)).toEqual(['ignore'])
  })

  it('joins questions and takes them apart again', () => {
    const draft = joined(asked(noDraft, [one], { name: 'gone' }), [one, two])
    expect(draft.asks).toEqual([{ columns: ['Q1 a', 'Q1 b'], kind: 'multiple', name: 'Q1' }])
    expect(apart(draft, { ...one, columns: ['Q1 a', 'Q1 b'] }).asks).toEqual([
      { columns: ['Q1 a'], kind: 'single' },
      { columns: ['Q1 b'], kind: 'single' },
    ])
  })

  it('is void for another sheet, whose columns are others', () => {
    const draft = asked({ ...noDraft, settings: { name: 'Survey', key: 'no' } }, [one], { name: 'D' })
    expect(reread(draft, { sheet: 'Codes' })).toEqual({
      settings: { name: 'Survey', sheet: 'Codes', key: undefined, nameColumn: undefined },
      asks: [],
    })
  })
})

describe('the server is asked again', () => {
  const before = readingOf(noDraft)
  it('when the table is read otherwise', () => {
    expect(readingOf({ ...noDraft, settings: { key: 'no' } })).not.toBe(before)
    expect(readingOf(ofKind(noDraft, [one], 'scale'))).not.toBe(before)
  })
  it('but not when something is only called otherwise', () => {
    const draft = asked(noDraft, [one], { name: 'D' })
    expect(readingOf(asked(draft, [one], { label: 'Where?' }))).toBe(readingOf(draft))
    expect(readingOf({ ...noDraft, settings: { name: 'Survey', least: 3 } })).toBe(before)
  })
})

describe('the lines', () => {
  const lines = linesOf(preview, noDraft)
  it('have what was found in the columns of their questions', () => {
    expect(lines.map(({ filled, distinct, examples }) => [filled, distinct, examples])).toEqual([
      [10, 4, ['yes', 'Q1 a']],
      [11, 4, ['yes', 'Q1 b']],
      [13, 2, ['yes', 'x', 'y']],
    ])
  })
  it('are narrowed by words, kind and warnings', () => {
    const names = (by: Partial<Parameters<typeof narrowed>[1]>) =>
      narrowed(lines, { words: '', kind: '', warned: false, ...by }).map(({ question: { name } }) => name)
    expect(names({ words: 'q1 B' })).toEqual(['Q1 b'])
    expect(names({ words: 'y' })).toEqual(['Q2'])
    expect(names({ kind: 'multiple' })).toEqual(['Q2'])
    expect(names({ warned: true })).toEqual(['Q1 b'])
  })
})

describe('what names begin with', () => {
  it('ends with a word', () => {
    expect(beginning(['Q7_a', 'Q7_b'])).toBe('Q7')
    expect(beginning(['Barriers [cost]', 'Barriers [time]'])).toBe('Barriers')
    expect(beginning(['a', 'b'])).toBe('')
  })
})
