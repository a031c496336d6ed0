import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { pressed } from '../commands/keys'
import { Thread } from '../kit/marks'
import { shorten } from '../kit/words'
import { placeIn } from '../settings/preferences'
import type { Selected } from '../surface'
import { useDesk } from './desk'
import { type Candidate, candidates, pieces } from './finding'
import { usePlace } from './placing'

/** Finds a code by a few letters of its name or of those above it, or makes one, and codes the words with it. */
export function Finder({ at, onClose }: { at: Selected; onClose: () => void }) {
  const { book, project, doc, acts, standing } = useDesk()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const list = useId()
  const found = candidates(book, typed, placeIn(project).recent)
  const title = typed.trim()
  const last = found.length - (title ? 0 : 1)
  const current = Math.min(chosen, last)
  usePlace(box, doc, standing, 'below')
  useEffect(() => field.current?.focus({ preventScroll: true }), [])

  const put = (candidate: Candidate | undefined) => {
    onClose()
    if (candidate) acts.put(at, candidate.code.id)
    else if (title) void acts.putNew(at, title)
  }
  const does = new Map<string, () => void>([
    ['Down', () => setChosen(current >= last ? 0 : current + 1)],
    ['Up', () => setChosen(current <= 0 ? last : current - 1)],
    ['Enter', () => put(found[current])],
    ['Mod+Enter', () => put(undefined)],
    ['Escape', onClose],
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    const run = does.get(pressed(event))
    if (!run) return
    event.preventDefault()
    run()
  }

  return (
    <div className="finder pop" ref={box}>
      <input
        className="input"
        ref={field}
        value={typed}
        placeholder="Find or create a code"
        role="combobox"
        aria-label={`A code for “${shorten(at.text, 60)}”`}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={`${list}-${current}`}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={({ relatedTarget }) => box.current?.contains(relatedTarget) || onClose()}
      />
      <div role="listbox" id={list} className="finds" aria-label="Codes" onMouseDown={(e) => e.preventDefault()}>
        {found.map((candidate, i) => (
          <Found
            key={candidate.code.id}
            id={`${list}-${i}`}
            {...candidate}
            typed={typed}
            on={i === current}
            onPick={() => put(candidate)}
          />
        ))}
        {title ? (
          <Create
            id={`${list}-${found.length}`}
            title={title}
            on={current === found.length}
            onPick={() => put(undefined)}
          />
        ) : null}
      </div>
    </div>
  )
}

interface OptionProps {
  id: string
  on: boolean
  onPick: () => void
}

/** Keeps the current option in view. */
function useInView(on: boolean) {
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (on) option.current?.scrollIntoView({ block: 'nearest' })
  }, [on])
  return option
}

function Found({ id, on, onPick, code, path, typed }: OptionProps & Candidate & { typed: string }) {
  const [before, hit, after] = pieces(code.name, typed)
  return (
    // biome-ignore lint/a11y: the field has the focus and the keys
    <div className="opt" role="option" id={id} aria-selected={on} ref={useInView(on)} onClick={onPick}>
      <Thread color={code.color} />
      <span className="cut">
        {before}
        {hit ? <mark>{hit}</mark> : null}
        {after}
      </span>
      {path ? <span className="push cut">{path}</span> : null}
    </div>
  )
}

function Create({ id, on, onPick, title }: OptionProps & { title: string }) {
  return (
    // biome-ignore lint/a11y: the field has the focus and the keys
    <div className="opt" role="option" id={id} aria-selected={on} ref={useInView(on)} onClick={onPick}>
      <i className="i i-plus s" aria-hidden="true" />
      <span className="cut">Create “{title}”</span>
      <span className="push">
        <kbd>Ctrl</kbd> <kbd>↵</kbd>
      </span>
    </div>
  )
}
