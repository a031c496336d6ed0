import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { pressed } from '../commands/keys'
import { Icon, Thread } from '../kit/marks'
import { shorten } from '../kit/words'
import { m } from '../paraglide/messages'
import { placeIn } from '../settings/preferences'
import type { Selected } from '../surface'
import { useDesk } from './desk'
import { Create, Found } from './FinderOptions'
import { type Candidate, candidates } from './finding'
import { Meant } from './Meant'
import { usePlace } from './placing'
import { useTicks } from './useTicks'

/**
 * Finds a code by a few letters of its name or of those above it, or makes one, and codes the words with it, or
 * replaces the code of the lit coding. Shift Enter ticks a code and goes on to the next.
 */
export default function Finder({ at, onClose }: { at: Selected; onClose: () => void }) {
  const { book, project, doc, acts, standing, onto, lit, finding } = useDesk()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const list = useId()
  const { ticks, toggle, dropLast } = useTicks()
  const found = candidates(book, typed, placeIn(project).recent)
  const title = typed.trim()
  const last = found.length - (title ? 0 : 1)
  const current = Math.min(chosen, last)
  usePlace(box, doc, standing, 'below')
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  const pointed = found[current]?.code
  const replaced = finding === 'replace' ? lit : undefined

  const type = (text: string) => {
    setTyped(text)
    setChosen(0)
  }
  /** The code meant: the candidate's, or a new one of what was typed. */
  const meant = (candidate: Candidate | undefined) => (candidate ? candidate.code.id : title && acts.named(title))
  const apply = (codes: readonly string[]) => {
    const all = [...new Set([...ticks, ...codes])]
    if (replaced) acts.replace(replaced, all)
    else acts.put(onto, all)
  }
  const put = (candidate: Candidate | undefined) => {
    onClose()
    const code = meant(candidate)
    apply(code ? [code] : [])
  }
  const enter = () => {
    if (title || !ticks.length) return put(found[current])
    onClose()
    apply([])
  }
  const tick = (candidate: Candidate | undefined) => {
    const code = meant(candidate)
    if (code) toggle(code)
    type('')
  }
  const does = new Map<string, () => void>([
    ['Down', () => setChosen(current >= last ? 0 : current + 1)],
    ['Up', () => setChosen(current <= 0 ? last : current - 1)],
    ['Enter', enter],
    ['Shift+Enter', () => tick(found[current])],
    ['Mod+Enter', () => put(undefined)],
    ['Escape', onClose],
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    const run = event.key === 'Backspace' && !typed ? dropLast : does.get(pressed(event))
    if (!run) return
    event.preventDefault()
    run()
  }

  return (
    <div className="finder pop" ref={box}>
      {ticks.length ? (
        <ul className="ticks" aria-label={m.coding_ticks()}>
          {ticks.map((id) => (
            <li key={id}>
              <Thread color={book.get(id)?.color ?? 'oakgall'} />
              <span className="cut">{acts.called(id)}</span>
              <button
                type="button"
                className="btn icon quiet sm"
                tabIndex={-1}
                aria-label={m.coding_untick({ code: acts.called(id) })}
                onMouseDown={(e) => e.preventDefault()}
                onClick={() => toggle(id)}
              >
                <Icon name="x" small />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        className="input"
        ref={field}
        value={typed}
        placeholder={m.coding_findOrCreate()}
        role="combobox"
        aria-label={
          replaced
            ? m.coding_codeInPlaceOf({ code: acts.called(replaced.code) })
            : m.coding_codeFor({ words: shorten(at.text, 60) })
        }
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={`${list}-${current}`}
        aria-describedby={pointed ? `${list}-means` : undefined}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={({ relatedTarget }) => box.current?.contains(relatedTarget) || onClose()}
      />
      <div
        role="listbox"
        id={list}
        className="finds"
        aria-label={m.coding_codes()}
        onMouseDown={(e) => e.preventDefault()}
      >
        {found.map((candidate, i) => (
          <Found
            key={candidate.code.id}
            id={`${list}-${i}`}
            {...candidate}
            typed={typed}
            on={i === current}
            ticked={ticks.includes(candidate.code.id)}
            onPick={(ticking) => void (ticking ? tick(candidate) : put(candidate))}
          />
        ))}
        {title ? (
          <Create
            id={`${list}-${found.length}`}
            title={title}
            on={current === found.length}
            onPick={(ticking) => void (ticking ? tick(undefined) : put(undefined))}
          />
        ) : null}
      </div>
      {pointed ? <Meant code={pointed} id={`${list}-means`} /> : null}
    </div>
  )
}
