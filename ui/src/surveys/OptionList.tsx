import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Question } from '../api/names'
import { announce } from '../kit/announce'
import { Icon } from '../kit/marks'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { inQuestion, type Line, linesOf, moved } from './options'

type Listed = Pick<Question, 'options' | 'missing'>

interface OptionListProps extends Listed {
  may: boolean
  /** Each option is a column of the table: they keep their places. */
  fixed?: boolean
  /** Calls a value otherwise where answers are kept already; into another that is there, it joins both. */
  onRename?: (was: string, is: string) => void
  onChange: (change: Listed) => void
}

/** What an answer can be, in order: dragged, or moved with Alt and the arrows; each with its label, or missing. */
export function OptionList({ options, missing, may, fixed, onRename, onChange }: OptionListProps) {
  const lines = linesOf({ options, missing })
  const list = useRef<HTMLOListElement>(null)
  const [dragged, drag] = useState<number>()
  const held = useRef<{ value: string; to: number }>(undefined)
  useEffect(() => {
    const { value, to } = held.current ?? {}
    if (to === undefined || options[to]?.value !== value) return
    held.current = undefined
    list.current?.querySelectorAll<HTMLElement>('.grip')[to]?.focus() // what moved would lose it
  }, [options])
  const set = (at: number, change: Partial<Line>) => {
    const line = lines[at]
    if (line) onChange(inQuestion(lines.with(at, { ...line, ...change })))
  }
  const move = (from: number, to: number) => {
    if (!may || from === to || to < 0 || to >= options.length || from >= options.length) return
    onChange(inQuestion(moved(lines, from, to)))
    announce(m.surveys_optionAt({ n: figure(to + 1), all: figure(options.length) }))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!by || !event.altKey) return
    event.preventDefault()
    held.current = { value: lines[at]?.value ?? '', to: at + by }
    move(at, at + by)
  }
  const onDrop = (event: DragEvent, at: number) => {
    event.preventDefault()
    if (dragged !== undefined) move(dragged, Math.min(at, options.length - 1))
    drag(undefined)
  }
  return (
    <fieldset className="option-list">
      <legend className="label">{m.surveys_options()}</legend>
      {lines.length ? null : <p className="cap">{m.surveys_noOptions()}</p>}
      <ol ref={list}>
        {lines.map((line, at) => (
          <li
            key={line.value}
            data-over={dragged !== undefined && dragged !== at ? true : undefined}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => onDrop(event, at)}
          >
            {may && !fixed && !line.missing ? (
              <button
                type="button"
                className="btn icon quiet sm grip"
                draggable
                aria-label={m.surveys_moveOption({ option: line.value })}
                title={m.surveys_moveHow()}
                onDragStart={() => drag(at)}
                onDragEnd={() => drag(undefined)}
                onKeyDown={(event) => onKeyDown(event, at)}
              >
                <Icon name="grip" small />
              </button>
            ) : (
              <span />
            )}
            {may && onRename ? (
              <Short
                label={m.surveys_valueOf({ option: line.value })}
                text={line.value}
                onKeep={(is) => is && is !== line.value && onRename(line.value, is)}
              />
            ) : (
              <span className="cut" title={line.value}>
                {line.value}
              </span>
            )}
            {line.missing ? (
              <span />
            ) : (
              <Short
                label={m.surveys_labelOf({ option: line.value })}
                placeholder={m.surveys_labelShort()}
                text={line.label ?? ''}
                readOnly={!may}
                onKeep={(label) => set(at, { label: label || undefined })}
              />
            )}
            <label className="check" title={m.surveys_countsAsMissing()}>
              <input
                type="checkbox"
                checked={line.missing}
                disabled={!may || fixed}
                aria-label={m.surveys_missingOption({ option: line.value })}
                onChange={({ target }) => set(at, { missing: target.checked })}
              />
              <span className="cap">{m.surveys_missingShort()}</span>
            </label>
          </li>
        ))}
      </ol>
    </fieldset>
  )
}

interface ShortProps {
  label: string
  placeholder?: string
  text: string
  readOnly?: boolean
  onKeep: (text: string) => void
}

/** A few words that are kept when one leaves them; Esc gives back what stood there. */
function Short({ label, text, onKeep, ...field }: ShortProps) {
  const [written, write] = useState<string>()
  return (
    <input
      className="input sm"
      aria-label={label}
      title={text || undefined}
      {...field}
      value={written ?? text}
      onChange={({ target }) => write(target.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur()
        if (key === 'Escape') write(undefined)
      }}
      onBlur={() => {
        if (written !== undefined) onKeep(written.trim())
        write(undefined)
      }}
    />
  )
}
