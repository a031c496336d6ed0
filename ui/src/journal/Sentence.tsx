import { Link } from '@tanstack/react-router'
import { useProjectId } from '../app/project'
import { Thread } from '../kit/marks'
import type { Part } from './sentences'

/** A journal sentence with its sources and codes to open. */
export function Sentence({ parts }: { parts: readonly Part[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is told once, and its parts stay in their places
  return parts.map((part, i) => <Piece key={i} part={part} />)
}

function Piece({ part }: { part: Part }) {
  const project = useProjectId()
  if (typeof part === 'string') return part
  if (part.what === 'at') return part.text
  if (part.what === 'count') return <b>{part.text}</b>
  if (part.what === 'code') {
    return (
      <Link className="in-code" to="/p/$project/codes" params={{ project }} search={{ code: part.id }}>
        <Thread color={part.color} />
        {part.name}
      </Link>
    )
  }
  return (
    <Link to="/p/$project/sources/$source" params={{ project, source: part.id }}>
      {part.name}
    </Link>
  )
}
