import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseEvent } from '../api/names'
import { useCodebook, useProjectId } from '../app/project'
import { CodeMark } from '../kit/marks'
import { count } from '../kit/words'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { Changes } from './Difference'
import { kindName } from './names'

/** One event of a timeline in words. */
export function Event({ event }: { event: CaseEvent }) {
  const told = sentences[event.kind as keyof typeof sentences]
  if (!told || (event.kind === 'memo' && !event.name)) return bare(event)
  const marks = { what: () => <What event={event} />, codes: () => <Codes codes={event.codes ?? []} /> }
  return rich(told(event), marks)
}

/** The events that are about something. */
const sentences = {
  changed: () => m.cases_eventChanged(),
  tied: () => m.cases_eventTied(),
  refused: () => m.cases_eventRefused(),
  untied: () => m.cases_eventUntied(),
  source: () => m.cases_eventSource(),
  response: () => m.cases_eventResponse(),
  memo: () => m.cases_eventMemo(),
  coded: ({ codings = 0 }: CaseEvent) => m.cases_eventCoded({ codings: count(codings, 'coding') }),
}

function bare({ kind, verb }: CaseEvent): string {
  if (kind === 'deleted') return m.cases_eventDeleted()
  if (kind === 'memo') return m.cases_eventMemoBare()
  if (verb === 'imported cases') return m.cases_eventMadeByTable()
  return verb === 'imported a survey' ? m.cases_eventMadeBySurvey() : m.cases_eventMade()
}

/** What a sentence is about: what changed, or a way to the source, the survey or the memo. */
function What({ event: { kind, changes, thing = '', name, speaker, place } }: { event: CaseEvent }): ReactNode {
  const params = { project: useProjectId() }
  if (kind === 'changed') return <Changes values={valuesOf(changes ?? [])} />
  if (kind === 'memo')
    return (
      <Link to="/p/$project/memos" params={params} search={{ q: name }}>
        {name}
      </Link>
    )
  if (kind === 'response') {
    return (
      <Link to="/p/$project/surveys/$survey" params={{ ...params, survey: thing }}>
        {name}
      </Link>
    )
  }
  if (!name) return m.cases_goneSource()
  const at = place && { at: `${place.start}-${place.end}` }
  return (
    <Link to="/p/$project/sources/$source" params={{ ...params, source: thing }} search={at ?? {}}>
      {speaker ? m.cases_speakerIn({ speaker, title: name }) : place ? m.cases_passageIn({ title: name }) : name}
    </Link>
  )
}

type Diff = NonNullable<CaseEvent['changes']>[number]

const fields = { name: m.cases_name, key: m.cases_key, kind: m.cases_kind, firm: m.cases_firmOf }

/** From what to what, by the name of the field. */
function valuesOf(changes: readonly Diff[]) {
  const said = ({ field, variable, was, is }: Diff) => {
    if (field === 'value') return [variable || m.cases_goneVariable(), { was, is }]
    const word = (text: string) => (field === 'kind' ? kindName(text as 'firm' | 'person') : text)
    return [fields[field](), { was: word(was), is: word(is) }]
  }
  return Object.fromEntries(changes.map(said))
}

/** How many codes of a day are named. */
const NAMED = 4

function Codes({ codes }: { codes: NonNullable<CaseEvent['codes']> }) {
  const book = useCodebook()
  const known = codes.flatMap(({ code, count }) => {
    const one = book.get(code)
    return one ? [{ one, count }] : []
  })
  return (
    <>
      {known.slice(0, NAMED).map(({ one, count }) => (
        <span key={one.id}>
          <CodeMark name={one.name} color={one.color} count={count} />{' '}
        </span>
      ))}
      {known.length > NAMED ? '…' : null}
    </>
  )
}
