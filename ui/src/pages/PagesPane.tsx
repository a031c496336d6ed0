import { type KeyboardEvent, useRef, useState } from 'react'
import type { Page } from '../api/names'
import { useDesk } from '../coding/desk'
import { Icon } from '../kit/marks'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { PageSheet } from './PageSheet'
import { useFollowing } from './useFollowing'
import { usePointing } from './usePointing'
import { useStanding } from './useStanding'

/** Widths of a page in the pane, in percent of the pane's own. */
const ZOOMS = [75, 100, 150, 200]

interface PagesPaneProps {
  list: readonly Page[]
  /** Whether the text is not shown beside the pages. */
  alone: boolean
}

/** Pages as pictures, with a layer on which words are selected and codings shown. */
export function PagesPane({ list, alone }: PagesPaneProps) {
  const { source } = useDesk()
  const [zoom, setZoom] = useState(100)
  const [pointed, point] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const { page, go } = useFollowing(box, list)
  const hands = usePointing(box, { alone, point })
  useStanding(box, alone)

  const keys = (event: KeyboardEvent) => {
    const to = { PageDown: page + 1, PageUp: page - 1, Home: 0, End: list.length - 1 }[event.key]
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <div className={alone ? 'pages alone' : 'pages'}>
      <div className="pages-bar" role="toolbar" aria-label={m.pages_bar()}>
        <Turn label={m.pages_previous()} off={page <= 0} onClick={() => go(page - 1)} back />
        <Turn label={m.pages_next()} off={page >= list.length - 1} onClick={() => go(page + 1)} />
        <span className="cap" aria-live="polite">
          {m.pages_of({ page: figure(page + 1), pages: figure(list.length) })}
        </span>
        <select
          className="select push"
          aria-label={m.pages_zoom()}
          value={zoom}
          onChange={(event) => setZoom(Number(event.target.value))}
        >
          {ZOOMS.map((each) => (
            <option key={each} value={each}>
              {m.pages_percent({ n: figure(each) })}
            </option>
          ))}
        </select>
      </div>
      <section
        className="pages-list"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label={m.pages_ofSource({ title: source.title })}
        onKeyDown={keys}
        {...hands}
      >
        {list.map((each) => (
          <PageSheet key={each.number} page={each} zoom={zoom} pointed={pointed} />
        ))}
      </section>
    </div>
  )
}

function Turn({ label, off, onClick, back }: { label: string; off: boolean; onClick: () => void; back?: boolean }) {
  return (
    <button
      type="button"
      className={back ? 'btn quiet icon back' : 'btn quiet icon'}
      aria-label={label}
      title={label}
      disabled={off}
      onClick={onClick}
    >
      <Icon name="down" />
    </button>
  )
}
