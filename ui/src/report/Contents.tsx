import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Report, ReportPages, ReportPart } from '../api/names'
import { useMay } from '../app/project'
import { announce } from '../kit/announce'
import { LazyMenu } from '../kit/LazyMenu'
import { Icon } from '../kit/marks'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { isHeaded, moved, newPart, partKinds, partNames } from './parts'
import type { ReportActs } from './useReportActs'

interface ContentsProps {
  report: Report
  pages?: ReportPages
  part?: string
  onPart: (part: string | undefined) => void
  acts: ReportActs
}

/** The parts of a report in order: chosen with the arrows, moved with Alt and them or by hand, taken away with Delete. */
export function Contents({ report, pages, part, onPart, acts }: ContentsProps) {
  const may = useMay().code
  const { parts } = report
  const list = useRef<HTMLOListElement>(null)
  const [dragged, drag] = useState<string>()
  const follow = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the part, also where it moves
  useEffect(() => {
    if (follow.current) list.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
    follow.current = false
  }, [part, parts])
  const go = (at: number) => {
    const next = parts[at]
    if (!next) return
    follow.current = true
    onPart(next.id)
  }
  const move = (id: string, to: number) => {
    if (!may || to < 0 || to >= parts.length) return
    follow.current = true
    acts.change((now) => moved(now, id, to))
    announce(m.report_movedTo({ n: figure(to + 1), all: figure(parts.length) }))
  }
  const remove = (one: ReportPart, at: number) => {
    if (!may) return
    go(at ? at - 1 : 1)
    acts.change((now) => now.filter(({ id }) => id !== one.id), m.report_tookAway({ name: nameOf(one) }))
  }
  const nest = (one: ReportPart, by: number) => {
    const level = (one.level || 1) + by
    if (may && isHeaded(one) && level >= 1 && level <= 3) acts.set(one.id, { level })
  }
  const onKeyDown = (event: KeyboardEvent, one: ReportPart, at: number) => {
    const deeds: Record<string, () => void> = event.altKey
      ? {
          ArrowUp: () => move(one.id ?? '', at - 1),
          ArrowDown: () => move(one.id ?? '', at + 1),
          ArrowLeft: () => nest(one, -1),
          ArrowRight: () => nest(one, 1),
        }
      : {
          ArrowUp: () => go(at - 1),
          ArrowDown: () => go(at + 1),
          Home: () => go(0),
          End: () => go(parts.length - 1),
          Delete: () => remove(one, at),
          F2: () => document.getElementById('part-heading')?.querySelector('input')?.focus(),
        }
    const deed = deeds[event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  }
  const add = (kind: (typeof partKinds)[number]) => {
    const fresh = newPart(kind)
    const at = parts.findIndex(({ id }) => id === part)
    follow.current = true
    acts.change((now) => now.toSpliced(at < 0 ? now.length : at + 1, 0, fresh), m.report_added({ name: nameOf(fresh) }))
    onPart(fresh.id)
  }
  const onDrop = (event: DragEvent, to: number) => {
    event.preventDefault()
    if (dragged) move(dragged, to)
    drag(undefined)
  }
  const current = parts.some(({ id }) => id === part) ? part : parts[0]?.id
  return (
    <nav aria-label={m.report_contents()}>
      <div className="panel-h">
        <h2 className="h">{m.report_contents()}</h2>
        {may ? (
          <span className="push">
            <LazyMenu
              align="end"
              trigger={
                <button
                  type="button"
                  className="btn icon quiet sm"
                  aria-label={m.report_addPart()}
                  title={m.report_addPart()}
                >
                  <Icon name="plus" />
                </button>
              }
              groups={[partKinds.map((kind) => ({ label: partNames[kind](), onClick: () => add(kind) }))]}
            />
          </span>
        ) : null}
      </div>
      <ol ref={list}>
        {parts.map((one, at) => (
          <li
            key={one.id}
            draggable={may}
            data-dragged={dragged === one.id || undefined}
            onDragStart={() => drag(one.id)}
            onDragEnd={() => drag(undefined)}
            onDragOver={(event) => dragged && event.preventDefault()}
            onDrop={(event) => onDrop(event, at)}
          >
            <button
              type="button"
              className={`bi l${isHeaded(one) ? Math.min(3, one.level || 1) - 1 : isCaption(one) ? 1 : 0}`}
              aria-current={one.id === current ? 'true' : undefined}
              tabIndex={one.id === current ? 0 : -1}
              onClick={() => onPart(one.id)}
              onKeyDown={(event) => onKeyDown(event, one, at)}
            >
              <Icon name="grip" small />
              <span className="cut grow">{shownName(one, pages)}</span>
              <span className="cap">{besideOf(one, pages)}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="cap nb">{may ? m.report_keys() : m.report_counts()}</p>
    </nav>
  )
}

const isCaption = ({ kind }: ReportPart): boolean => kind === 'table' || kind === 'picture'

/** What a part is called: its heading, or what it is. */
export const nameOf = ({ kind, heading }: ReportPart): string => (kind !== 'title' && heading) || partNames[kind]()

const readOf = (one: ReportPart, pages?: ReportPages) => pages?.parts.find(({ id }) => id === one.id)

function shownName(one: ReportPart, pages?: ReportPages): string {
  const number = isHeaded(one) ? readOf(one, pages)?.number : undefined
  return number && one.heading ? `${number} ${one.heading}` : nameOf(one)
}

/** How many excerpts a part has, or what else it is. */
function besideOf(one: ReportPart, pages?: ReportPages): string {
  const read = readOf(one, pages)
  if (read?.problem) return '!'
  if (one.kind === 'excerpts') return read ? figure(read.excerpts) : ''
  if (one.kind === 'codebook') return read?.codes ? figure(read.codes.length) : ''
  return isCaption(one) && one.heading ? partNames[one.kind]().toLowerCase() : ''
}
