import { describe, expect, it } from 'vitest'
import type { Source, Strand } from '../api/names'
import { byStrand, matching, someVoices, voices } from './listing'

const strand = (id: string, position: number) => ({ id, position, name: id }) as Strand
const source = (title: string, strandId: string, speakers: [string, boolean][] = []) =>
  ({
    title,
    strand: strandId,
    filename: `${title}.docx`,
    speakers: speakers.map(([name, moderator]) => ({ name, moderator })),
  }) as Source

const seals = source('Whinfield Seals', 'b', [
  ['Amira Osei', true],
  ['Hélène Whinfield', false],
])
const dairy = source('Garstang Dairy', 'a')

describe('the list of sources', () => {
  it('follows the order of the strands and leaves out empty ones', () => {
    const groups = byStrand([seals, dairy], [strand('b', 2), strand('c', 1), strand('a', 0)])
    expect(groups.map((group) => group.strand?.id)).toEqual(['a', 'b'])
  })

  it('keeps sources whose strand is not known', () => {
    expect(byStrand([seals], [])).toEqual([{ sources: [seals] }])
  })

  it('finds by title, file or speaker, every word, accents aside', () => {
    expect(matching([seals, dairy], 'helene seals')).toEqual([seals])
    expect(matching([seals, dairy], 'dairy.docx')).toEqual([dairy])
    expect(matching([seals, dairy], 'seals dairy')).toEqual([])
    expect(matching([seals, dairy], '  ')).toEqual([seals, dairy])
  })

  it('names those who answer before the moderator', () => {
    expect(voices(seals).map((one) => one.name)).toEqual(['Hélène Whinfield', 'Amira Osei'])
  })
})

describe('the speakers that a dialog offers', () => {
  const speakers = Array.from({ length: 200 }, (_, i) => ({ id: `s${i}`, name: `Firm ${i}`, moderator: false }))
  const answers = { ...dairy, speakers } as Source
  it('are the first of many, with how many there are more', () => {
    const { shown, more } = someVoices(answers, '', [])
    expect([shown.length, more, shown[59]?.name]).toEqual([60, 140, 'Firm 59'])
  })
  it('are those who are called so, and those who are chosen whatever they are called', () => {
    const { shown, more } = someVoices(answers, 'firm 17', ['s3'])
    expect(shown.map(({ name }) => name)).toEqual([
      'Firm 3',
      'Firm 17',
      'Firm 117',
      ...Array.from({ length: 10 }, (_, i) => `Firm 17${i}`),
    ])
    expect(more).toBe(0)
  })
})
