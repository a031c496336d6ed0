import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Block, mentions, type Run, readMarkdown } from './markdown'
import { writeMarkdown } from './writing'

const file = new URL('../../../internal/study/testdata/markdown.json', import.meta.url)
const cases: { name: string; text: string; blocks: Block[] | null }[] = JSON.parse(readFileSync(file, 'utf8'))

describe('the Markdown of memos', () => {
  it.each(cases)('is read as the server reads it: $name', ({ text, blocks }) => {
    expect(readMarkdown(text)).toEqual(blocks ?? [])
  })

  it.each(cases)('is written so that it is read again: $name', ({ blocks }) => {
    expect(readMarkdown(writeMarkdown(blocks ?? []))).toEqual(blocks ?? [])
  })

  it('gives back whatever was written, over many texts made by dice', () => {
    const dice = rolled(7)
    for (let i = 0; i < 400; i++) {
      const blocks = someBlocks(dice)
      const text = writeMarkdown(blocks)
      expect(shown(readMarkdown(text)), text).toEqual(shown(blocks))
    }
  })

  it('names each thing that is mentioned once', () => {
    const id = '01900000-0000-7000-8000-000000000001'
    expect(mentions(readMarkdown(`[a](code:${id}) [b](code:${id})\n\n- [c](https://example.org)`))).toEqual([
      { kind: 'code', id },
    ])
  })
})

/** Numbers below a limit that are the same in each run. */
function rolled(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

const words = [
  'wait',
  ' ',
  'twelve weeks',
  '*',
  '**',
  '- ',
  '1. ',
  '> ',
  '[',
  '](',
  '\\',
  '👩‍👩‍👧',
  'שלום',
  '\n',
  'a*b',
  '_',
  '#',
]

function someBlocks(dice: (below: number) => number): Block[] {
  const kinds = ['paragraph', 'bullet', 'quote', 'numbered'] as const
  return Array.from({ length: 1 + dice(3) }, (_, number) => {
    const kind = kinds[dice(4)] ?? 'paragraph'
    const runs = Array.from({ length: 1 + dice(5) }, () => someRun(dice))
    return kind === 'numbered' ? { kind, number, runs } : { kind, runs }
  })
}

function someRun(dice: (below: number) => number): Run {
  const run: Run = { text: Array.from({ length: 1 + dice(3) }, () => words[dice(words.length)]).join('') }
  if (dice(3) === 0) run.bold = true
  if (dice(3) === 0) run.italic = true
  if (dice(6) === 0 && run.text.trim()) run.url = 'https://example.org/(a)'
  return run
}

/** What a reader sees: each letter that is not blank with its look, block by block, of blocks that say something. */
function shown(blocks: readonly Block[]) {
  const letters = ({ text, bold, italic, url }: Run) =>
    [...text]
      .filter((letter) => letter.trim())
      .map((letter) => `${letter}${bold ? 'b' : ''}${italic ? 'i' : ''}${url ? 'u' : ''}`)
  return blocks
    .map(({ kind, number, runs }) => ({ kind, number, said: runs.flatMap(letters).join(' ') }))
    .filter(({ said }) => said)
}
