import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDesk } from '../coding/desk'
import { allOf } from '../data/excerpts'
import { count, shorten } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Coding } from '../surface'
import { placesOf } from './elsewhere'

/** How much of a passage is quoted, in characters. */
const QUOTED = 70

/** Passages that are listed before the rest is only counted. */
const LISTED = 60

/** What else the code of a coding covers: here, in the order of the text, and counted in other sources. */
export function Elsewhere({ coding }: { coding: Coding }) {
  const { shown, acts } = useDesk()
  const here = shown.filter(({ code, id }) => code === coding.code && id !== coding.id)
  const name = acts.called(coding.code)
  return (
    <section className="sec" aria-label={m.inspector_elsewhere({ code: name })}>
      <h3>
        {m.inspector_also({ code: name })}{' '}
        <span className="cap">{here.length ? count(here.length, 'coding') : m.inspector_alsoNothing()}</span>
      </h3>
      {here.length ? (
        <ol className="marks">
          {here.slice(0, LISTED).map((one) => (
            <Passage key={one.id} coding={one} />
          ))}
        </ol>
      ) : null}
      {here.length > LISTED ? (
        <p className="cap">{m.inspector_andMore({ codings: count(here.length - LISTED, 'coding') })}</p>
      ) : null}
      <Others key={coding.code} code={coding.code} />
    </section>
  )
}

/** A link to another coding of the same code in this source. */
function Passage({ coding }: { coding: Coding }) {
  const { content, surface } = useDesk()
  const go = () => void surface?.jump(coding, { lit: coding.id })
  return (
    <li>
      <button
        type="button"
        className="line"
        onClick={go}
        onPointerEnter={() => surface?.point(coding.id)}
        onPointerLeave={() => surface?.point(null)}
      >
        <span className="serif cut">{shorten(content.positions.slice(coding), QUOTED)}</span>
      </button>
    </li>
  )
}

/** The other sources, asked for when someone wants to see them. */
function Others({ code }: { code: string }) {
  const { project, source, book, codings } = useDesk()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({ ...allOf(project, code), enabled: open })
  const more = (book.get(code)?.own ?? 0) - codings.filter((one) => one.code === code).length
  if (more <= 0) return null
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{m.inspector_inOtherSources({ codings: count(more, 'coding') })}</summary>
      <ul className="marks">
        {placesOf(data ?? [], code, source.id).map((place) => (
          <li key={place.source}>
            <Link
              className="line"
              to="/p/$project/sources/$source"
              params={{ project, source: place.source }}
              search={{ coding: place.first }}
            >
              <span className="cut">{place.title}</span>
              <span className="cap push">{count(place.codings, 'coding')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
