import { Popover } from '@base-ui/react/popover'
import type { ReactElement } from 'react'
import { CodeTicks } from '../excerpts/CodeTicks'
import '../search/search.css'
import '../excerpts/excerpts.css'
import { Check, Segmented } from '../kit/fields'
import { dayAndTime } from '../kit/time'
import { useDesk } from './desk'
import type { Since } from './showing'

const times = [
  { value: '', name: 'Any time' },
  { value: 'hour', name: 'Last hour' },
  { value: 'today', name: 'Today' },
] as const

/** Narrows the codings shown by time and by code, or hides them all. It was asked for by a click, so it begins open. */
export default function ShowPanel({ trigger }: { trigger: ReactElement<Record<string, unknown>> }) {
  const { book, view } = useDesk()
  const { showing, show, narrowed, showAll, visit } = view
  const options = visit ? [...times, { value: 'visit', name: `Since ${dayAndTime(visit)}` } as const] : times
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner className="floor" align="end" sideOffset={4}>
          <Popover.Popup className="pop show-panel" aria-label="Which codings are shown">
            <Segmented<Since | ''>
              label="When they were made"
              value={showing.since ?? ''}
              options={options}
              onChange={(since) => show({ since: since || undefined })}
            />
            <CodeTicks
              book={book}
              chosen={showing.code ?? []}
              onChange={(codes) => show({ code: codes.length ? codes : undefined })}
            />
            <footer>
              <Check checked={showing.bare === 'yes'} onChange={(bare) => show({ bare: bare ? 'yes' : undefined })}>
                No codings, the bare text
              </Check>
              <button type="button" className="btn sm push" disabled={!narrowed} onClick={showAll}>
                Show all
              </button>
            </footer>
            {narrowed ? <p className="cap">{narrowed}</p> : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
