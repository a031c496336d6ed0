import type { Block, Run } from './markdown'

/** Writes blocks as Markdown, so that readMarkdown gives them back. Empty blocks are left out. */
export function writeMarkdown(blocks: readonly Block[]): string {
  const said = blocks.filter(({ runs }) => runs.some(({ text }) => text.trim()))
  return said.map((block, i) => (i ? between(said[i - 1] as Block, block) : '') + writeBlock(block)).join('')
}

/** Items of one list follow each other at once, paragraphs of one quote with a mark between. */
function between(last: Block, { kind }: Block): string {
  if (kind === 'quote' && last.kind === 'quote') return '\n>\n'
  return kind === last.kind && (kind === 'bullet' || kind === 'numbered') ? '\n' : '\n\n'
}

function writeBlock({ kind, number = 1, runs }: Block): string {
  const lines = writeRuns(runs)
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((line) => line)
    .map(atLineStart)
  if (kind === 'quote') return lines.map((line) => `> ${line}`).join('\n')
  if (kind === 'bullet') return `- ${lines.join('\n  ')}`
  if (kind === 'numbered') return `${number}. ${lines.join('\n   ')}`
  return lines.join('\n')
}

/** Words that would begin an item or a quote are escaped. */
const atLineStart = (line: string): string =>
  line.replace(/^(?:([-+>])|(\d{1,3})([.)]))/, (_, mark, number, point) => (mark ? `\\${mark}` : `${number}\\${point}`))

/** Plain words so that they are read as they are. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\*[\]]/g, '\\$&')

function writeRuns(runs: readonly Run[]): string {
  const marked = withoutLookAtBlanks(runs)
  const changes = (look: 'bold' | 'italic', at: number) => !!marked[at - 1]?.[look] !== !!marked[at]?.[look]
  const stars = (at: number) => '*'.repeat((changes('bold', at) ? 2 : 0) + (changes('italic', at) ? 1 : 0))
  return marked.map((run, at) => stars(at) + writeRun(run)).join('') + stars(marked.length)
}

function writeRun({ text, url, mention }: Run): string {
  const words = escapeMarkdown(text)
  if (mention) return `[${words}](${mention.kind}:${mention.id})`
  if (url)
    return `[${words}](${url.replace(/[()<>\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`)})`
  return words
}

/** Stars mark something only beside words: blanks keep a look that reaches from word to word. */
function withoutLookAtBlanks(runs: readonly Run[]): Run[] {
  const pieces = runs.flatMap((run) => run.text.split(/([ \t\n]+)/).flatMap((text) => (text ? [{ ...run, text }] : [])))
  const isBlank = ({ text }: Run) => !text.trim()
  const reaches = (look: 'bold' | 'italic', at: number, step: number): boolean => {
    const run = pieces[at]
    return !!run?.[look] && (!isBlank(run) || reaches(look, at + step, step))
  }
  const kept = (look: 'bold' | 'italic', at: number) => reaches(look, at, -1) && reaches(look, at, 1)
  return pieces
    .map((run, at) => ({ ...run, bold: kept('bold', at), italic: kept('italic', at) }))
    .reduce<Run[]>(joined, [])
}

/** Runs with one more, which is added to the last when it looks the same. */
function joined(runs: Run[], run: Run): Run[] {
  const last = runs.at(-1)
  const same = last && !last.bold === !run.bold && !last.italic === !run.italic && last.url === run.url
  if (last && same && last.mention?.id === run.mention?.id)
    return runs.with(-1, { ...last, text: last.text + run.text })
  return [...runs, run]
}
