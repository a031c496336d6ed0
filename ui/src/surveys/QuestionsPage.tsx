import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { Question, Survey } from '../api/names'
import { useProjectId } from '../app/project'
import { useHandlers } from '../commands/registry'
import { oneSurvey } from '../data/surveys'
import { SearchField } from '../kit/SearchField'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { QuestionPanel } from './QuestionPanel'
import { QuestionRow } from './QuestionRow'
import { useFrequencies } from './useFrequencies'
import '../adding/adding.css'

const route = getRouteApi('/inside/p/$project/surveys/$survey/')

/** The questions of a survey with how they were answered; one of them to look at, and to change. */
export function QuestionsPage() {
  const project = useProjectId()
  const { survey: id } = route.useParams()
  const { question: wanted, q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const survey = useSuspenseQuery(oneSurvey(project, id)).data
  const rows = withWords(survey.questions, q)
  const chosen = rows.find((one) => one.id === wanted) ?? rows[0]
  const ask = (search: { question?: string; q?: string }) => void navigate({ to: '.', search, replace: true })
  return (
    <div className={chosen ? 'imp survey-questions' : 'imp bare survey-questions'}>
      <section className="survey-table" aria-label={m.surveys_questions()}>
        <Narrowing words={q} onChange={(q) => ask({ q: q || undefined })} shown={rows.length} survey={survey} />
        <Rows
          survey={survey}
          rows={rows}
          chosen={chosen?.id}
          onChoose={(question) => ask({ q: q || undefined, question })}
        />
      </section>
      {chosen ? <QuestionPanel key={chosen.id} survey={survey} question={chosen} /> : null}
    </div>
  )
}

function withWords(questions: readonly Question[], words: string): Question[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return questions.filter(({ name, label, kind }) => {
    const text = `${name} ${label}`.toLowerCase()
    return kind !== 'ignore' && wanted.every((word) => text.includes(word))
  })
}

interface NarrowingProps {
  words: string
  onChange: (words: string) => void
  shown: number
  survey: Survey
}

function Narrowing({ words, onChange, shown, survey }: NarrowingProps) {
  const field = useRef<HTMLInputElement>(null)
  useHandlers({ 'survey.find': () => field.current?.focus() })
  const all = survey.questions.filter(({ kind }) => kind !== 'ignore').length
  return (
    <search className="row wrap survey-narrowing">
      <SearchField ref={field} label={m.surveys_search()} value={words} onChange={onChange} />
      <p className="push soft" aria-live="polite">
        {shown === all
          ? m.surveys_nQuestions({ n: all })
          : m.surveys_ofQuestions({ n: figure(shown), all: figure(all) })}
      </p>
    </search>
  )
}

interface RowsProps {
  survey: Survey
  rows: readonly Question[]
  chosen?: string
  onChoose: (id: string) => void
}

function Rows({ survey, rows, chosen, onChoose }: RowsProps) {
  const list = useRef<VListHandle>(null)
  const box = useRef<HTMLDivElement>(null)
  const found = useFrequencies(survey)
  const at = rows.findIndex(({ id }) => id === chosen)
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const next = rows[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? Number.NaN)]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    list.current?.scrollToIndex(rows.indexOf(next), { align: 'nearest' })
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-current] .fn')?.focus())
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't draw only the rows in view
    <div className="survey-columns" role="table" aria-label={m.surveys_questions()} aria-rowcount={rows.length + 1}>
      {/* biome-ignore lint/a11y: see above */}
      <div role="row" className="survey-question head" aria-rowindex={1}>
        {[m.surveys_name(), m.surveys_kind(), m.surveys_answered(), m.surveys_missingN(), m.surveys_howAnswered()].map(
          (name, i) => (
            // biome-ignore lint/a11y: see above
            <span role="columnheader" key={name} className={i === 2 || i === 3 ? 'num' : undefined}>
              {name}
            </span>
          ),
        )}
      </div>
      {/* biome-ignore lint/a11y: see above */}
      <div role="rowgroup" className="survey-rows" ref={box} onKeyDown={step}>
        <VList ref={list} data={rows} keepMounted={at < 0 ? [] : [at]}>
          {(question, i) => (
            <QuestionRow
              key={question.id}
              question={question}
              found={found.get(question.name)}
              index={i}
              chosen={question.id === chosen}
              onChoose={() => onChoose(question.id)}
            />
          )}
        </VList>
      </div>
    </div>
  )
}
