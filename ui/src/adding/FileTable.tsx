import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useProjectId } from '../app/project'
import { Bar, Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { type Candidate, doubts, endingOf, isTwin, speakersWord } from './candidate'

interface FileTableProps {
  files: readonly Candidate[]
  selected?: string
  onSelect: (id: string) => void
}

/** The files, a row each. Up and down go from one to the next, Tab leads to what was found in it. */
export function FileTable({ files, selected, onSelect }: FileTableProps) {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    table.current?.querySelector(`[data-file="${selected}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const at = files.findIndex((one) => one.id === selected)
    const next = by && files[at + by]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-file="${next.id}"]`)?.focus()
  }
  return (
    <table className="table imp-table" ref={table}>
      <thead>
        <tr>
          <th scope="col">{m.adding_file()}</th>
          <th scope="col">{m.adding_format()}</th>
          <th scope="col">{m.adding_speakers()}</th>
          <th scope="col">{m.adding_state()}</th>
        </tr>
      </thead>
      <tbody onKeyDown={step}>
        {files.map((one) => (
          <Row key={one.id} one={one} isSelected={one.id === selected} onSelect={onSelect} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one, isSelected, onSelect }: { one: Candidate; isSelected: boolean; onSelect: (id: string) => void }) {
  return (
    <tr aria-selected={isSelected}>
      <td>
        <button
          type="button"
          className="fn cut"
          data-file={one.id}
          aria-pressed={isSelected}
          tabIndex={isSelected ? 0 : -1}
          title={one.folder ? `${one.folder}/${one.file.name}` : one.file.name}
          onClick={() => onSelect(one.id)}
        >
          {one.title}
        </button>
      </td>
      <td>
        <span className="tag">{one.found?.format ?? (endingOf(one.file.name) || '?')}</span>
        {one.recording ? (
          <span title={m.adding_withRecording({ name: one.recording.name })}>
            <Icon name="play" small />
            <span className="sr">{m.adding_withRecording({ name: one.recording.name })}</span>
          </span>
        ) : null}
      </td>
      <td className="dim">{speakersWord(one)}</td>
      <td>
        <FileState one={one} />
      </td>
    </tr>
  )
}

/** How far a file is, in words, with an icon or a bar. */
export function FileState({ one }: { one: Candidate }) {
  const project = useProjectId()
  const { stage, why, share, source } = one
  if (stage === 'added' && why) return <Words tone="warn" icon="warn" text={m.adding_notHeard({ why })} />
  if (stage === 'added' && source) {
    return (
      <span className="st good">
        <Icon name="check" small />
        {one.sources && one.sources > 1 ? m.adding_addedAs({ n: one.sources }) : m.adding_added()}
        <Link
          className="st-open"
          to="/p/$project/sources/$source"
          params={{ project, source }}
          aria-label={m.adding_openNamed({ title: one.title })}
        >
          {m.adding_open()}
        </Link>
      </span>
    )
  }
  if (stage === 'sending' || (stage === 'adding' && share < 1)) {
    return (
      <span className="st">
        <Bar share={share} />
        {Math.round(share * 100)}%
      </span>
    )
  }
  if (stage === 'reading') return <Words tone="" icon="spin" text={m.adding_beingRead()} />
  if (stage === 'adding') return <Words tone="" icon="spin" text={m.adding_beingAdded()} />
  if (stage === 'waiting') return <Words tone="dim" icon="wait" text={m.adding_waiting()} />
  if (stage === 'queued') return <Words tone="dim" icon="wait" text={m.adding_toBeAdded()} />
  if (stage === 'unread' || stage === 'refused')
    return <Words tone="bad" icon="stop" text={why ?? m.adding_notAdded()} />
  const [doubt] = doubts(one)
  if (doubt && (!one.checked || isTwin(one))) return <Words tone="warn" icon="warn" text={doubt.replace(/\.$/, '')} />
  return <Words tone="good" icon="check" text={m.adding_ready()} />
}

const Words = ({ tone, icon, text }: { tone: string; icon: string; text: string }) => (
  <span className={`st ${tone}`} title={text}>
    <Icon name={icon} small />
    <span className="cut">{text}</span>
  </span>
)
