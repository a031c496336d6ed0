import { useState } from 'react'
import type { Link, Memo } from '../api/names'
import { includes } from '../data/links'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { mentions, readMarkdown } from './markdown'
import { ThingLink } from './ThingLink'
import { ThingPicker } from './ThingPicker'
import { type Thing, usePassages } from './things'

interface LinkFieldProps {
  links: readonly Link[]
  body: string
  /** What it stands on. */
  on?: Link
  /** What is known of things it was linked to. */
  known: Memo['linked']
  onChange: (links: Link[]) => void
}

/** What a memo is linked to: those that were chosen, to be added and taken away, and those that its text mentions. */
export function LinkField({ links, body, on, known, onChange }: LinkFieldProps) {
  const [picking, pick] = useState(false)
  const wordsOf = useWords(known)
  const said = mentions(readMarkdown(body)).filter((link) => !includes(links, link) && link.id !== on?.id)
  const add = ({ kind, id }: Thing) => {
    pick(false)
    onChange([...links, { kind, id }])
  }
  return (
    <div className="links">
      <span className="label">{m.memos_linkedTo()}</span>
      <ul className="row tight wrap">
        {links.map((link) => (
          <li key={link.id} className="tag">
            <ThingLink thing={link} words={wordsOf(link.id)} />
            <button
              type="button"
              className="btn icon quiet sm"
              aria-label={m.memos_removeLink()}
              title={m.memos_removeLink()}
              onClick={() => onChange(links.filter(({ id }) => id !== link.id))}
            >
              <Icon name="x" small />
            </button>
          </li>
        ))}
        {said.map((link) => (
          <li key={link.id} className="tag" title={m.memos_mentioned()}>
            <ThingLink thing={link} words={wordsOf(link.id)} />
          </li>
        ))}
        <li>
          <button type="button" className="btn quiet sm" aria-expanded={picking} onClick={() => pick(!picking)}>
            <Icon name="plus" small />
            {m.memos_addLink()}
          </button>
        </li>
      </ul>
      {picking ? (
        <ThingPicker
          label={m.memos_addLink()}
          without={[...links, ...said, ...(on ? [on] : [])].map(({ id }) => id)}
          onChoose={add}
          onClose={() => pick(false)}
        />
      ) : null}
    </div>
  )
}

/** The words of passages that the memo is linked to already, or that are at hand. */
function useWords(known: Memo['linked']) {
  const passages = usePassages()
  return (id: string) => known.find((thing) => thing.id === id)?.words ?? passages.find((one) => one.id === id)?.place
}
