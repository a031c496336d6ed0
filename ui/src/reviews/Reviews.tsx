import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Fill } from '../app/slots'
import { useDesk } from '../coding/desk'
import { useHandlers } from '../commands/registry'
import { reviews } from '../data/reviews'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { ReviewRow } from './ReviewRow'
import './reviews.css'

/** Passages whose words are gone after a correction: how many in the status line, and each to be looked at beside the text. */
export default function Reviews() {
  const { project, source, back } = useDesk()
  const [open, setOpen] = useState(false)
  const { data: list = [] } = useQuery(reviews(project, source.id))
  useHandlers({ 'source.reviews': list.length ? () => setOpen(true) : undefined })
  const close = () => {
    setOpen(false)
    back()
  }
  if (!list.length) return null
  return (
    <>
      <Fill slot="status">
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {m.reviews_count({ n: list.length })}
        </button>
      </Fill>
      {open ? (
        <section
          className="reviews"
          aria-label={m.reviews_heading()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            close()
          }}
        >
          <header>
            <h2>{m.reviews_heading()}</h2>
            <button type="button" className="btn icon quiet" aria-label={m.kit_close()} onClick={close}>
              <Icon name="x" />
            </button>
          </header>
          <p className="soft">{m.reviews_why()}</p>
          <ol>
            {list.map((one) => (
              <ReviewRow key={one.id} review={one} />
            ))}
          </ol>
        </section>
      ) : null}
    </>
  )
}
