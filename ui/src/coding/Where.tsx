import { Popover } from '@base-ui/react/popover'
import { Suspense } from 'react'
import { SetPicks } from '../codesets/SetPicks'
import { narrows, widened } from '../excerpts/listing'
import { Check } from '../kit/fields'
import { Icon } from '../kit/marks'
import { soon } from '../kit/soon'
import { m } from '../paraglide/messages'
import type { Dock } from './useDock'

const Narrowing = soon(() => import('../excerpts/Narrowing').then(({ Narrowing }) => ({ default: Narrowing })))

/** The strands, sources and coders that retrieved passages are looked for in. */
export function Where({ dock: { listing, change }, source }: { dock: Dock; source?: string }) {
  const here = source !== undefined && listing.source?.length === 1 && listing.source[0] === source
  const trigger = (
    <button type="button" className="btn quiet" aria-pressed={narrows({ ...listing, code: undefined })}>
      <Icon name="sources" />
      {m.excerpts_where()}
    </button>
  )
  return (
    <Popover.Root>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner className="floor" align="end" sideOffset={4}>
          <Popover.Popup className="pop where" aria-label={m.excerpts_where()}>
            {source ? (
              <Check
                checked={here}
                onChange={(only) => change({ ...listing, source: only ? [source] : undefined, strand: undefined })}
              >
                {m.excerpts_onlyHere()}
              </Check>
            ) : null}
            <SetPicks
              chosen={listing.code ?? []}
              alone={listing.alone === 'yes'}
              onChange={(code) => change({ ...listing, code })}
            />
            <Suspense>
              <Narrowing
                filter={listing}
                onChange={(filter) => change({ ...listing, ...filter })}
                onClear={() => change(widened(listing))}
              />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
