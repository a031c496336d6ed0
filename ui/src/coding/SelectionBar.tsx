import { useRef } from 'react'
import type { Code } from '../api/names'
import { favourites, keyOf } from '../codebook/favourites'
import { Icon, Thread } from '../kit/marks'
import { placeIn, usePreferences } from '../settings/preferences'
import { useDesk } from './desk'
import { usePlace } from './placing'

/** Codes beside "Code…": the last one, and two more. */
const OFFERED = 3

/** At the selected words: the codes that are likely, and the other things to do with them. Never takes the focus. */
export function SelectionBar() {
  const { selected, standing, doc, acts, finding, find, write } = useDesk()
  const bar = useRef<HTMLDivElement>(null)
  const offers = useOffers()
  usePlace(bar, doc, standing, 'above')
  if (!selected || finding) return null
  return (
    <div
      className="selbar pop"
      role="toolbar"
      aria-label="Code the selection"
      ref={bar}
      onMouseDown={(e) => e.preventDefault()}
    >
      {offers.map(({ code, key }) => (
        <button
          type="button"
          tabIndex={-1}
          className="opt1"
          key={code.id}
          title={code.name}
          onClick={() => acts.put(selected, code.id)}
        >
          <Thread color={code.color} />
          <span className="cut">{code.name}</span>
          {key ? <kbd>{key}</kbd> : null}
        </button>
      ))}
      {offers.length ? <i className="vr" /> : null}
      <button type="button" tabIndex={-1} className="opt1" onClick={() => find(true)}>
        Code…<kbd>C</kbd>
      </button>
      <button
        type="button"
        tabIndex={-1}
        className="opt1 ic"
        aria-label="In vivo code, i"
        title="In vivo (i)"
        onClick={() => void acts.putInVivo(selected)}
      >
        <Icon name="quote" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className="opt1 ic"
        aria-label="Memo, m"
        title="Memo (m)"
        onClick={() => write(true)}
      >
        <Icon name="memos" />
      </button>
    </div>
  )
}

interface Offer {
  code: Code
  key: string
}

/** The last code, then others used lately, then favourites. */
function useOffers(): Offer[] {
  const { book, project } = useDesk()
  usePreferences()
  const { recent = [], favourites: chosen = {} } = placeIn(project)
  const keys = favourites(book, chosen)
  const keyFor = keyOf(keys)
  const used = recent.map((id) => book.get(id)).filter((code) => code?.codable) as Code[]
  const codes = [...new Set([...used, ...keys.values()])].slice(0, OFFERED)
  return codes.map((code) => ({ code, key: code === used[0] ? '↵' : (keyFor.get(code.id) ?? '') }))
}
