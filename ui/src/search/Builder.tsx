import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { RefObject } from 'react'
import type { QueryPart } from '../api/names'
import { useProjectId } from '../app/project'
import { parsedQuery, type Query } from '../data/search'
import { announce } from '../kit/announce'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { Chip } from './Chip'
import { inSentence, inWords } from './inWords'
import { PartMenu } from './PartMenu'
import { Reading } from './Reading'

interface BuilderProps {
  query: Query
  /** What stands in the box, which is not asked yet where it is not the query. */
  typed: string
  onAsk: (q: string) => void
  box: RefObject<HTMLInputElement | null>
}

/** The query in its parts, each of which can be changed and taken away, and a menu that adds one. */
export function Builder({ query, typed, onAsk, box }: BuilderProps) {
  const q = query.q ?? ''
  const isTyping = typed !== q
  const parts = useQuery({ ...parsedQuery(useProjectId(), q), enabled: q !== '' }).data?.parts ?? []
  const write = useWrite(typed, onAsk)
  return (
    <div className="row wrap tight parts">
      <p role="status">{isTyping ? <Reading typed={typed} query={query} /> : null}</p>
      {q && !isTyping && parts.length ? <Parts parts={parts} onWrite={write} box={box} /> : null}
      <PartMenu trigger={typed ? adding : beginning} onWrite={write} box={box} />
    </div>
  )
}

const adding = (
  <button type="button" className="btn quiet sm">
    <Icon name="plus" small />
    {m.search_addPart()}
  </button>
)

const beginning = (
  <button type="button" className="btn quiet sm">
    <Icon name="plus" small />
    {m.search_addFirst()}
  </button>
)

/** Puts a text behind the query that stands there, or in the place of one of its parts, and asks. */
function useWrite(typed: string, onAsk: (q: string) => void) {
  const project = useProjectId()
  const client = useQueryClient()
  const read = async (text: string): Promise<readonly QueryPart[]> => {
    if (!text) return []
    const unread: QueryPart[] = [{ kind: 'group', text }] // it is asked all the same, which says what is wrong with it
    return client.fetchQuery(parsedQuery(project, text)).then(
      ({ parts }) => parts,
      () => unread,
    )
  }
  return async (text: string, place?: number) => {
    const [parts, put] = await Promise.all([read(typed), read(text)])
    const next = place === undefined ? [...parts, ...put] : parts.flatMap((part, i) => (i === place ? put : [part]))
    onAsk(next.map((part) => part.text).join(' '))
    announce(put.length ? m.search_partSet({ part: put.map(inSentence).join(', ') }) : m.search_partGone())
  }
}

interface PartsProps {
  parts: readonly QueryPart[]
  onWrite: (text: string, place: number) => void
  box: RefObject<HTMLInputElement | null>
}

function Parts({ parts, onWrite, box }: PartsProps) {
  const remove = (place: number) => {
    onWrite('', place)
    box.current?.focus()
  }
  return (
    <ul className="chips row wrap tight" aria-label={m.search_parts()}>
      {parts.map((part, i) => (
        <Chip
          // biome-ignore lint/suspicious/noArrayIndexKey: a query can have the same part twice
          key={`${i} ${part.text}`}
          {...inWords(part)}
          onRemove={() => remove(i)}
          around={(said) => (
            <PartMenu
              part={part}
              trigger={
                <button type="button" className="said" title={m.search_changePart()}>
                  {said}
                </button>
              }
              onWrite={(text) => onWrite(text, i)}
              box={box}
            />
          )}
        />
      ))}
    </ul>
  )
}
