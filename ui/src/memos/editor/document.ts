import type { Mark, Node } from 'prosemirror-model'
import { keyOf, linkIn } from '../links'
import type { Block, Run } from '../markdown'
import { isAddress, kinds, schema } from './schema'

/** Blocks as the editor holds them: items in their list, quotes in one. */
export function documentOf(blocks: readonly Block[]): Node {
  const nodes: Node[] = []
  for (let at = 0; at < blocks.length; ) {
    const { kind, number } = blocks[at] as Block
    const rest = blocks.slice(at)
    const ends = kind === 'paragraph' ? 1 : rest.findIndex((block) => block.kind !== kind)
    const group = ends < 0 ? rest : rest.slice(0, ends)
    const paragraphs = group.map(({ runs }) => kinds.paragraph.create(null, runs.flatMap(inlines)))
    const items = () => paragraphs.map((paragraph) => kinds.item.create(null, paragraph))
    if (kind === 'bullet') nodes.push(kinds.bullets.create(null, items()))
    else if (kind === 'numbered') nodes.push(kinds.numbers.create({ order: number ?? 1 }, items()))
    else if (kind === 'quote') nodes.push(kinds.quote.create(null, paragraphs))
    else nodes.push(...paragraphs)
    at += group.length
  }
  return schema.topNodeType.create(null, nodes.length ? nodes : kinds.paragraph.create())
}

function inlines(run: Run): Node[] {
  const lines = run.text.split('\n').map((line) => (line ? [schema.text(line, marksOf(run))] : []))
  return lines.flatMap((line, i) => (i ? [kinds.lineEnd.create(), ...line] : line))
}

function marksOf({ bold, italic, url, mention }: Run): Mark[] {
  const to = mention ? keyOf(mention) : url
  return [
    ...(to ? [kinds.link.create({ to })] : []),
    ...(bold ? [kinds.bold.create()] : []),
    ...(italic ? [kinds.italic.create()] : []),
  ]
}

/** What the editor holds as blocks. */
export function blocksOf(doc: Node): Block[] {
  const blocks: Block[] = []
  doc.forEach((node) => {
    if (node.type === kinds.paragraph) blocks.push({ kind: 'paragraph', runs: runsOf(node) })
    else
      node.forEach((child, _, i) => {
        const runs = runsOf(child.type === kinds.item ? (child.firstChild as Node) : child)
        if (node.type === kinds.quote) blocks.push({ kind: 'quote', runs })
        else if (node.type === kinds.bullets) blocks.push({ kind: 'bullet', runs })
        else blocks.push({ kind: 'numbered', number: node.attrs.order + i, runs })
      })
  })
  return blocks
}

function runsOf(paragraph: Node): Run[] {
  const runs: Run[] = []
  paragraph.forEach((node) => {
    runs.push(node.isText ? runOf(node) : { text: '\n' })
  })
  return runs
}

function runOf({ text = '', marks }: Node): Run {
  const run: Run = { text }
  if (marks.some(({ type }) => type === kinds.bold)) run.bold = true
  if (marks.some(({ type }) => type === kinds.italic)) run.italic = true
  const to = marks.find(({ type }) => type === kinds.link)?.attrs.to as string | undefined
  if (!to) return run
  if (isAddress(to)) return { ...run, url: to }
  return { ...run, mention: linkIn(to) }
}
