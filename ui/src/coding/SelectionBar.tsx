import { Suspense, useRef } from 'react'
import type { Code } from '../api/names'
import { favourites, keyOf } from '../codebook/favourites'
import { Icon, Thread } from '../kit/marks'
import { soon } from '../kit/soon'
import { m } from '../paraglide/messages'
import { placeIn, usePreferences } from '../settings/preferences'
import { useDesk } from './desk'
import { usePlace } from './placing'

const TurnsMenu = soon(() => import('./TurnsMenu'))

/** Codes beside "Code…": the last one, and two more. */
const OFFERED = 3

/** At the selected words: the codes that are likely, and the other things to do with them. Never takes the focus. */
export function SelectionBar() {
  const { selected, standing, doc, acts, finding, find, write, onto, modes } = useDesk()
  const bar = useRef<HTMLDivElement>(null)
  const offers = useOffers()
  usePlace(bar, doc, standing, touched() ? 'below' : 'above')
  if (!selected || finding) return null
  return (
    <div
      className="selbar pop"
      role="toolbar"
      aria-label={m.coding_codeSelection()}
      ref={bar}
      onMouseDown={(e) => e.preventDefault()}
    >
      {modes.picked.length ? (
        <button type="button" tabIndex={-1} className="opt1" onClick={() => acts.put(onto, modes.picked)}>
          {m.coding_picked({ n: modes.picked.length })}
          <kbd>↵</kbd>
        </button>
      ) : null}
      {offers.map(({ code, key }) => (
        <button
          type="button"
          tabIndex={-1}
          className="opt1"
          key={code.id}
          title={code.name}
          onClick={() => acts.put(onto, [code.id])}
        >
          <Thread color={code.color} />
          <span className="cut">{code.name}</span>
          {key ? <kbd>{key}</kbd> : null}
        </button>
      ))}
      {offers.length ? <i className="vr" /> : null}
      <button type="button" tabIndex={-1} className="opt1" onClick={() => find('put')}>
        {m.coding_codeMore()}
        <kbd>C</kbd>
      </button>
      <Act name={m.coding_inVivo()} icon="quote" onClick={() => acts.putInVivo(selected)} />
      <Act name={m.coding_memo()} icon="memos" onClick={() => write(selected)} />
      <Suspense>
        <TurnsMenu />
      </Suspense>
    </div>
  )
}

/** Something to do with the words that an icon stands for. */
function Act({ name, icon, onClick }: { name: string; icon: string; onClick: () => void }) {
  return (
    <button type="button" tabIndex={-1} className="opt1 ic" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}

/** Fingers have the browser's own bar above the words. */
const touched = () => matchMedia('(pointer: coarse)').matches

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
