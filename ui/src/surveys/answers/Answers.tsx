import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DataGridHandle } from 'react-data-grid'
import type { Answer, Question, Survey } from '../../api/names'
import { useProjectId } from '../../app/project'
import { useHandlers } from '../../commands/registry'
import { type AnswerQuery, answers } from '../../data/surveys'
import { CodeBox } from '../../excerpts/CodeBox'
import { announce } from '../../kit/announce'
import { Failure, Late, Lines } from '../../kit/states'
import { m } from '../../paraglide/messages'
import { AnswerBar } from './AnswerBar'
import { AnswerGrid } from './AnswerGrid'
import { Beside } from './Beside'
import { NoAnswers } from './NoAnswers'
import { nextUncoded } from './rows'
import { TickedAnswers } from './TickedAnswers'
import { useAnswerActs } from './useAnswerActs'
import '../../adding/adding.css'
import '../../cases/cases.css'
import '../../excerpts/excerpts.css'

export type Asked = AnswerQuery & { question: string }

interface AnswersProps {
  survey: Survey
  open: readonly Question[]
  query: Asked
  onAsk: (query: AnswerQuery) => void
}

/** The answers to one question, and what is done with them. */
export function Answers({ survey, open, query, onAsk }: AnswersProps) {
  const project = useProjectId()
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...answers(project, survey.id, query),
    placeholderData: keepPreviousData,
  })
  const rows = data?.items ?? none
  const work = useWork(rows, data?.source ?? '', data?.revision)
  const { ticked, setTicked, current, acts, beside, setBeside } = work
  return (
    <div className={beside && current ? 'imp survey-answers' : 'imp bare survey-answers'}>
      <section aria-label={m.surveys_answers()} aria-busy={isFetching}>
        <AnswerBar survey={survey} open={open} query={query} onAsk={onAsk} found={data} />
        {ticked.size ? (
          <TickedAnswers
            n={ticked.size}
            may={acts.may}
            onCode={work.ask}
            onRemove={work.remove}
            onUntick={() => setTicked(new Set())}
          />
        ) : null}
        {error && !data ? <Failure error={error} retry={() => void refetch()} /> : null}
        {isPending ? (
          <Late>
            <Lines count={8} />
          </Late>
        ) : null}
        {data && !rows.length ? <NoAnswers query={query} onAsk={onAsk} /> : null}
        {rows.length ? (
          <AnswerGrid
            ref={work.grid}
            survey={survey}
            query={query}
            rows={rows}
            ticked={ticked}
            onTick={setTicked}
            onSort={(sort) => onAsk({ ...query, sort })}
            onCurrent={work.setCurrent}
            keys={work.keys}
          />
        ) : null}
      </section>
      {beside && current ? (
        <Beside
          survey={survey}
          source={data?.source ?? ''}
          answer={current}
          acts={acts}
          onClose={() => setBeside(false)}
        />
      ) : null}
      {work.asking ? (
        <CodeBox
          title={m.surveys_codeAnswers({ n: work.asking.length })}
          onClose={() => work.setAsking(undefined)}
          onPick={work.code}
        />
      ) : null}
    </div>
  )
}

const none: Answer[] = []

/** What is ticked, where one is, and what the keys do with it. */
function useWork(rows: readonly Answer[], source: string, revision?: number) {
  const grid = useRef<DataGridHandle>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [at, setCurrent] = useState<string>()
  const [asking, setAsking] = useState<readonly Answer[]>()
  const [beside, setBeside] = useState(false)
  const acts = useAnswerActs(source, revision)
  const current = rows.find(({ response }) => response === at)
  const chosen = () => (ticked.size ? rows.filter(({ response }) => ticked.has(response)) : current ? [current] : [])
  const ask = () => {
    const meant = chosen()
    if (acts.may && meant.length) setAsking(meant)
  }
  const remove = () => {
    if (!acts.may) return
    acts.remove(chosen())
    setTicked(new Set())
  }
  const uncoded = () => {
    const next = nextUncoded(rows, current ? rows.indexOf(current) : -1)
    if (next < 0) return announce(m.surveys_allCoded())
    grid.current?.selectCell({ rowIdx: next, idx: 1 }, { shouldFocusCell: true })
  }
  const code = (id: string) => {
    if (asking) acts.code(asking, id)
    setAsking(undefined)
    setTicked(new Set())
  }
  const keys = new Map([
    ['c', ask],
    ['u', remove],
    ['n', uncoded],
    ['Enter', () => setBeside((open) => !open)],
    ['Mod+a', () => setTicked(new Set(rows.map(({ response }) => response)))],
  ])
  useHandlers({ 'code.find': ask, 'coding.remove': remove, 'coding.next': uncoded })
  return {
    grid,
    ticked,
    setTicked,
    current,
    setCurrent,
    asking,
    setAsking,
    beside,
    setBeside,
    acts,
    ask,
    remove,
    code,
    keys,
  }
}
