import { describe, expect, it } from 'vitest'
import type { Source, Strand } from '../api/names'
import { byStrand, matching, voices } from './listing'

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
