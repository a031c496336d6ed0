import { type MouseEvent, useState } from 'react'
import type { Code, Excerpt } from '../api/names'
import { useCodebook, usePeople } from '../app/project'
import type { Codebook } from '../codebook/codebook'
import { Icon, Thread } from '../kit/marks'
import { Avatar } from '../kit/people'
import { clock, dayAndTime } from '../kit/time'
import { m } from '../paraglide/messages'

interface ExcerptRowProps {
  excerpt: Excerpt
  /** Whether it stands for one coding, and not for a passage. */
  single: boolean
  ticked: boolean
  /** Coded by a colleague since the list was opened. */
  fresh: boolean
  /** With Shift, all rows from the one before. */
  onTick: (range: boolean) => void
  onGo: () => void
  focus: object
}

/** A coded passage: its words, where they come from, and what they were coded with, when and by whom. */
export function ExcerptRow({ excerpt, single, ticked, fresh, onTick, onGo, focus }: ExcerptRowProps) {
  const { text, codings, others, memo } = excerpt
  const book = useCodebook()
  const [open, setOpen] = useState(false)
  const toggle = (event: MouseEvent) => {
    event.stopPropagation()
    onTick(event.shiftKey)
  }
  return (
    // biome-ignore lint/a11y: the list has the keys, and gives the focus
    <div className="ex" role="row" aria-selected={ticked} {...focus} onClick={onGo}>
      {/* biome-ignore lint/a11y: a table can't draw only the rows in view */}
      <div role="gridcell" className="tk" onClick={toggle}>
        <input type="checkbox" tabIndex={-1} checked={ticked} readOnly aria-label={m.excerpts_tick()} />
      </div>
      {/* biome-ignore lint/a11y: see above */}
      <div role="gridcell" className="in">
        <p className="tx serif">{text}</p>
        <Origin excerpt={excerpt} fresh={fresh} />
        <ul className="cds" aria-label={m.excerpts_codedWith()}>
          {codings.map((coding) => (
            <CodedWith key={coding.id} coding={coding} code={book.get(coding.code)} book={book} />
          ))}
          {others.length && !single ? <Others codes={others} book={book} /> : null}
        </ul>
        {memo ? <Memo memo={memo} open={open} onToggle={() => setOpen(!open)} /> : null}
      </div>
    </div>
  )
}

/** Where the words come from. */
function Origin({
  excerpt: { title, fromMs, turn, speaker, strandName },
  fresh,
}: {
  excerpt: Excerpt
  fresh: boolean
}) {
  return (
    <p className="srcl">
      <b>{title}</b>
      <span>{fromMs === undefined ? m.excerpts_turn({ turn: String(turn + 1) }) : clock(fromMs)}</span>
      {speaker ? <span>{speaker}</span> : null}
      <span>{strandName}</span>
      {fresh ? <span className="fresh">{m.excerpts_new()}</span> : null}
    </p>
  )
}

interface CodedWithProps {
  coding: Excerpt['codings'][number]
  code?: Code
  book: Codebook
}

function CodedWith({ coding: { code: id, coder, at, checkedAt }, code, book }: CodedWithProps) {
  const { name, called, me } = usePeople()
  const path = book.ancestors(id).map((one) => one.name)
  const outdated = code?.definedAt && Date.parse(checkedAt ?? at) < Date.parse(code.definedAt)
  return (
    <li title={[...path, code?.name].join(' / ')}>
      <Thread color={code?.color ?? 'oakgall'} />
      <span className="cut">
        {path.length ? <span className="soft">{path.at(-1)} / </span> : null}
        {code?.name ?? m.excerpts_gone()}
      </span>
      <Avatar name={name(coder)} me={coder === me} small />
      <span className="cap" title={called(coder)}>
        {dayAndTime(at)}
      </span>
      {outdated ? <span className="cap fresh">{m.excerpts_outdated()}</span> : null}
    </li>
  )
}

/** The other codes on the same words. */
function Others({ codes, book }: { codes: readonly string[]; book: Codebook }) {
  return (
    <li className="also">
      <span className="cap">{m.excerpts_also()}</span>
      {codes.map((id) => {
        const code = book.get(id)
        return code ? (
          <span key={id} className="cut">
            <Thread color={code.color} />
            {code.name}
          </span>
        ) : null
      })}
    </li>
  )
}

function Memo({ memo, open, onToggle }: { memo: string; open: boolean; onToggle: () => void }) {
  const toggle = (event: MouseEvent) => {
    event.stopPropagation()
    onToggle()
  }
  return (
    <div className="mm">
      <button type="button" className="btn quiet sm" aria-expanded={open} tabIndex={-1} onClick={toggle}>
        <Icon name="memos" small />
        {m.excerpts_memo()}
      </button>
      {open ? <p className="serif">{memo}</p> : null}
    </div>
  )
}
