import { Popover } from '@base-ui/react/popover'
import type { ReactElement } from 'react'
import { CodeTicks } from '../excerpts/CodeTicks'
import { m } from '../paraglide/messages'
import '../search/search.css'
import '../excerpts/excerpts.css'
import { Check, Segmented } from '../kit/fields'
import { dayAndTime } from '../kit/time'
import { useDesk } from './desk'
import type { Since } from './showing'

const times = [
  { value: '', name: m.coding_showAny },
  { value: 'hour', name: m.coding_showHour },
  { value: 'today', name: m.coding_showToday },
] as const

/** Narrows the codings shown by time and by code, or hides them all. It was asked for by a click, so it begins open. */
export default function ShowPanel({ trigger }: { trigger: ReactElement<Record<string, unknown>> }) {
  const { book, view } = useDesk()
  const { showing, show, narrowed, showAll, visit } = view
  const options: { value: Since | ''; name: string }[] = times.map(({ value, name }) => ({ value, name: name() }))
  if (visit) options.push({ value: 'visit', name: m.coding_showSince({ time: dayAndTime(visit) }) })
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner className="floor" align="end" sideOffset={4}>
          <Popover.Popup className="pop show-panel" aria-label={m.coding_showWhich()}>
            <Segmented<Since | ''>
              label={m.coding_showWhen()}
              value={showing.since ?? ''}
              options={options}
              onChange={(since) => show({ since: since || undefined })}
            />
            <CodeTicks
              book={book}
              chosen={showing.code ?? []}
              onChange={(codes) => show({ code: codes.length ? codes : undefined })}
            />
            <div className="end">
              <Check checked={showing.bare === 'yes'} onChange={(bare) => show({ bare: bare ? 'yes' : undefined })}>
                {m.coding_showBare()}
              </Check>
              <button type="button" className="btn sm push" disabled={!narrowed} onClick={showAll}>
                {m.coding_showAll()}
              </button>
            </div>
            {narrowed ? <p className="cap">{narrowed}</p> : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
