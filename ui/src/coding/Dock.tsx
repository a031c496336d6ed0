import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import type { Excerpt } from '../api/names'
import { useCodebook, usePeople, useSources, useStrands } from '../app/project'
import { spanParam } from '../app/search-params'
import { useHandlers } from '../commands/registry'
import { content, passages } from '../data/sources'
import { ListMenu } from '../excerpts/ListMenu'
import { readListing, widened } from '../excerpts/listing'
import { NoExcerpts } from '../excerpts/NoExcerpts'
import { Passages } from '../excerpts/Passages'
import { Divider } from '../kit/Divider'
import { Icon } from '../kit/marks'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { Chips } from '../search/Chips'
import { usePreferences } from '../settings/preferences'
import type { Desk } from './desk'
import type { Dock as State } from './useDock'
import { Where } from './Where'
import './dock.css'

const route = getRouteApi('/inside/p/$project/sources/$source')

interface DockProps {
  dock: State
  /** The text above, which is another one after each jump to another source. */
  desk: RefObject<Desk | null>
  /** Whether a row takes the focus as soon as there is one. */
  focusRows: RefObject<boolean>
}

/** The retrieved passages below the text. They stay as they are while the text above goes to one of them. */
export default function Dock({ dock, desk, focusRows }: DockProps) {
  const { project, listing, words, change, set } = dock
  const names = { book: useCodebook(), strands: useStrands(), sources: useSources(), people: usePeople() }
  const height = usePreferences().widths.dock
  const box = useRef<HTMLElement>(null)
  const go = useGo(desk, project)
  useHandlers({
    'list.go': () => {
      const inside = box.current?.contains(document.activeElement)
      if (inside) desk.current?.back()
      else focusRows.current = !focusRow(box.current)
    },
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    desk.current?.back()
  }
  return (
    <section className="dock" aria-label={m.excerpts_dock()} style={{ height }} ref={box} onKeyDown={onKeyDown}>
      <Divider panel="dock" side={-1} label={m.excerpts_height()} width={height} axis="y" />
      <Passages
        listing={listing}
        onChange={change}
        go={(row) => void go(row).catch(toastError)}
        focusRows={focusRows}
        empty={<NoExcerpts filter={listing} onClear={() => change(widened(listing))} />}
        chips={<Chips filter={listing} names={names} onAsk={(filter) => change({ ...listing, ...filter })} />}
        menus={
          <>
            <Where dock={dock} source={desk.current?.source.id} />
            <ListMenu listing={listing} onChange={change} link={linkWith(words)} />
            <Link
              className="btn icon quiet"
              to="/p/$project/excerpts"
              params={{ project }}
              search={readListing(words)}
              aria-label={m.excerpts_asPage()}
              title={m.excerpts_asPage()}
            >
              <Icon name="report" />
            </Link>
            <button
              type="button"
              className="btn icon quiet"
              aria-label={m.excerpts_close()}
              title={m.excerpts_close()}
              onClick={() => set(false)}
            >
              <Icon name="x" />
            </button>
          </>
        }
      />
    </section>
  )
}

const focusRow = (box: HTMLElement | null): boolean => {
  const row = box?.querySelector<HTMLElement>('[data-line][tabindex="0"]')
  row?.focus({ preventScroll: true })
  return Boolean(row)
}

function linkWith(words: string): string {
  const link = new URL(location.href)
  link.searchParams.set('list', words)
  return link.href
}

/** Goes to a passage: in the text above, or in another text that takes its place. */
function useGo(desk: RefObject<Desk | null>, project: string) {
  const cache = useQueryClient()
  const navigate = route.useNavigate()
  return async ({ source, coding, start, end }: Excerpt) => {
    if (desk.current?.source.id === source) {
      await desk.current.surface?.jump({ start, end }, { lit: coding })
      return
    }
    await Promise.all([
      cache.ensureQueryData(content(project, source)),
      cache.ensureQueryData(passages(project, source)),
    ])
    await navigate({
      to: '/p/$project/sources/$source',
      params: { project, source },
      search: (now) => ({ ...now, at: spanParam({ start, end }), coding }),
      replace: true,
    })
  }
}
