import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Answers, Question, Survey } from '../../api/names'
import { useCodebook, useProjectId } from '../../app/project'
import { Conditions } from '../../cases/Conditions'
import { optionOf } from '../../codes/about'
import { useHandlers } from '../../commands/registry'
import type { AnswerQuery } from '../../data/surveys'
import { variables } from '../../data/variables'
import { Choice } from '../../kit/Choice'
import { Segmented } from '../../kit/fields'
import { Icon } from '../../kit/marks'
import { SearchField } from '../../kit/SearchField'
import { figure } from '../../kit/words'
import { m } from '../../paraglide/messages'
import type { Asked } from './Answers'
import { narrows } from './asked'
import { comparable } from './comparable'
import { ShowMenu } from './ShowMenu'

interface AnswerBarProps {
  survey: Survey
  open: readonly Question[]
  query: Asked
  onAsk: (query: AnswerQuery) => void
  found?: Answers
}

/** Which question, and which of its answers. */
export function AnswerBar({ survey, open, query, onAsk, found }: AnswerBarProps) {
  const field = useRef<HTMLInputElement>(null)
  const book = useCodebook()
  const list = comparable(survey, useSuspenseQuery(variables(useProjectId())).data)
  const [adding, setAdding] = useState(false)
  useHandlers({ 'survey.find': () => field.current?.focus() })
  const where = query.where ?? []
  const set = (next: string[]) => onAsk({ ...query, where: next.length ? next : undefined })
  return (
    <search className="cases-narrowing answer-bar">
      <div className="row wrap">
        <Choice
          label={m.surveys_question()}
          value={query.question}
          options={open.map(({ name, label }) => ({ value: name, name: label ? `${name}: ${label}` : name }))}
          onChange={(question) => onAsk({ ...query, question })}
        />
        <SearchField
          ref={field}
          label={m.surveys_searchAnswers()}
          value={query.q ?? ''}
          onChange={(q) => onAsk({ ...query, q: q || undefined })}
        />
        <Choice
          label={m.surveys_withCode()}
          any={m.surveys_anyCode()}
          value={query.code ?? ''}
          options={book.walk().map(({ code, depth }) => optionOf(code, depth))}
          onChange={(code) => onAsk({ ...query, code: code || undefined })}
        />
        <Segmented
          label={m.surveys_codedOrNot()}
          value={query.coded ?? ''}
          options={[
            { value: '', name: m.surveys_all() },
            { value: 'yes', name: m.surveys_codedOnes() },
            { value: 'no', name: m.surveys_uncodedOnes() },
          ]}
          onChange={(coded) => onAsk({ ...query, coded: coded || undefined })}
        />
        {list.length && !adding ? (
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            <Icon name="filter" />
            {m.cases_filter()}
          </button>
        ) : null}
        <ShowMenu list={list} shown={query.show ?? []} onChange={(show) => onAsk({ ...query, show })} />
        <p className="push soft" aria-live="polite">
          {found ? foundWords(query, found) : null}
        </p>
      </div>
      <Conditions where={where} variables={list} onChange={set} adding={adding} onAdded={() => setAdding(false)} />
    </search>
  )
}

const foundWords = (query: Asked, { items, total }: Answers): string =>
  narrows(query) || items.length < total
    ? m.surveys_ofAnswers({ n: figure(items.length), all: figure(total) })
    : m.surveys_nAnswers({ n: total })
