import { Fragment, type ReactNode } from 'react'
import type { Memo } from '../api/names'
import { type Block, type Run, readMarkdown } from './markdown'
import { ThingLink, type Words } from './ThingLink'

/** Finds the words of a passage that is mentioned; none when it is gone. */
type Find = (passage: string) => Words | undefined

/** What a memo says, as it was meant: paragraphs, lists, quotes, and mentions that lead to what they name. */
export function RichText({ memo }: { memo: Pick<Memo, 'body' | 'on' | 'target' | 'linked'> }) {
  const find: Find = (id) => (id === memo.target ? memo.on : memo.linked?.find((thing) => thing.id === id)?.words)
  return (
    <div className="rich serif">
      <Grouped blocks={readMarkdown(memo.body)} find={find} />
    </div>
  )
}

/** Blocks of rich text, lists and quotes as one each. */
export const Grouped = ({ blocks, find }: { blocks: readonly Block[]; find: Find }) =>
  grouped(blocks).map((group, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks have nothing else to be told by, and keep no state
    <Group key={i} blocks={group} find={find} />
  ))

/** Blocks that make one list or one quote together. */
function grouped(blocks: readonly Block[]): [Block, ...Block[]][] {
  const groups: [Block, ...Block[]][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (last && block.kind !== 'paragraph' && last[0].kind === block.kind) last.push(block)
    else groups.push([block])
  }
  return groups
}

function Group({ blocks, find }: { blocks: [Block, ...Block[]]; find: Find }) {
  const [{ kind }] = blocks
  const each = (draw: (block: Block, said: ReactNode) => ReactNode) =>
    blocks.map((block, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={i}>{draw(block, <Runs runs={block.runs} find={find} />)}</Fragment>
    ))
  if (kind === 'bullet')
    return (
      <ul>
        {each((_, said) => (
          <li>{said}</li>
        ))}
      </ul>
    )
  if (kind === 'numbered')
    return (
      <ol>
        {each(({ number }, said) => (
          <li value={number}>{said}</li>
        ))}
      </ol>
    )
  const paragraphs = each((_, said) => <p dir="auto">{said}</p>)
  return kind === 'quote' ? <blockquote>{paragraphs}</blockquote> : paragraphs
}

const Runs = ({ runs, find }: { runs: readonly Run[]; find: Find }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  runs.map((run, i) => <Said key={i} run={run} find={find} />)

function Said({ run: { text, bold, italic, url, mention }, find }: { run: Run; find: Find }) {
  const plain = bold ? <strong>{text}</strong> : text
  const words = italic ? <em>{plain}</em> : plain
  if (mention)
    return (
      <ThingLink thing={mention} words={find(mention.id)}>
        {words}
      </ThingLink>
    )
  if (!url) return words
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {words}
    </a>
  )
}
