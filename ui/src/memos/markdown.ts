import type { Link } from '../api/names'
import { readRuns } from './runs'

/** Words of one look within a block. A line end in them is a new line of the same block. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  /** Where they lead; begins with http:// or https://. */
  url?: string
  /** Something of the project that they name. */
  mention?: Link
}

/** A paragraph of rich text, a quote or an item of a list. */
export interface Block {
  kind: 'paragraph' | 'bullet' | 'numbered' | 'quote'
  /** Of a numbered item, as it was written. */
  number?: number
  runs: Run[]
}

interface Open extends Omit<Block, 'runs'> {
  lines: string[]
}

const bulletLine = /^ {0,3}[-*+][ \t]+([^ \t].*)$/
const numberLine = /^ {0,3}(\d{1,3})[.)][ \t]+([^ \t].*)$/
const quoteLine = /^ {0,3}>[ \t]?(.*)$/

/** Without the blanks at both ends that Markdown doesn't count. */
const trim = (line: string): string => line.replace(/^[ \t]+|[ \t]+$/g, '')

/**
 * Reads the Markdown of a memo into blocks, as internal/study/markdown.go does; its testdata/markdown.json holds
 * both to the same. There is no way from here to HTML.
 */
export function readMarkdown(text: string): Block[] {
  const done: Open[] = []
  let open: Open | undefined
  const begin = (kind: Block['kind'], line: string, number?: number) => {
    open = { kind, ...(number === undefined ? {} : { number }), lines: [trim(line)] }
    done.push(open)
  }
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const [, item] = bulletLine.exec(line) ?? []
    const [, number, numbered] = numberLine.exec(line) ?? []
    const [, quoted] = quoteLine.exec(line) ?? []
    if (!trim(line) || (quoted !== undefined && !trim(quoted))) open = undefined
    else if (item !== undefined) begin('bullet', item)
    else if (numbered !== undefined) begin('numbered', numbered, Number(number))
    else if (quoted !== undefined) {
      if (open?.kind === 'quote') open.lines.push(trim(quoted))
      else begin('quote', quoted)
    } else if (open && goesOn(open, line)) open.lines.push(trim(line))
    else begin('paragraph', line)
  }
  return done.map(({ lines, ...block }) => ({ ...block, runs: readRuns(lines.join('\n')) }))
}

/** Whether a line without a mark belongs to a block: after an item only one that is indented, after a quote none. */
const goesOn = ({ kind }: Open, line: string): boolean =>
  kind === 'paragraph' || (kind !== 'quote' && /^( {2}|\t)/.test(line))

/** The words of rich text in one line. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')

/** The things that rich text names, each once, in order. */
export function mentions(blocks: readonly Block[]): Link[] {
  const found = new Map<string, Link>()
  for (const { mention } of blocks.flatMap(({ runs }) => runs))
    if (mention && !found.has(mention.id)) found.set(mention.id, mention)
  return [...found.values()]
}
