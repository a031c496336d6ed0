import type { AnswerQuery } from '../../data/surveys'
import { Empty } from '../../kit/states'
import { m } from '../../paraglide/messages'
import type { Asked } from './Answers'
import { narrows } from './asked'

/** Nothing was answered, or nothing like this. */
export function NoAnswers({ query, onAsk }: { query: Asked; onAsk: (query: AnswerQuery) => void }) {
  if (!narrows(query)) return <Empty title={m.surveys_noAnswers()} heading="h2" />
  const { question, sort, show } = query
  const all = (
    <button type="button" className="btn" onClick={() => onAsk({ question, sort, show })}>
      {m.surveys_showAll()}
    </button>
  )
  return <Empty title={m.surveys_noneLike()} heading="h2" actions={all} />
}
