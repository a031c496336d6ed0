import { useQuery } from '@tanstack/react-query'
import type { Suggestion } from '../api/names'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { suggestions, useAddTie } from '../data/ties'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** Sources and speakers that are called as a case is: each is tied or refused by hand, never by itself. */
export function Suggestions() {
  const { data: list = [] } = useQuery(suggestions(useProjectId()))
  if (!list.length) return null
  return (
    <details className="case-suggestions">
      <summary>{m.cases_suggested({ n: list.length })}</summary>
      <ul>
        {list.map((one) => (
          <Line key={`${one.case} ${one.target}`} one={one} />
        ))}
      </ul>
    </details>
  )
}

function Line({ one: { case: id, caseName, targetKind, target, speaker, title } }: { one: Suggestion }) {
  const add = useAddTie(useProjectId())
  const undoable = useUndoToast()
  const voice = speaker ? m.cases_speakerIn({ speaker, title }) : title
  const answer = (refused: boolean) =>
    add.mutate(
      { case: id, targetKind, target, ...(refused && { refused }) },
      {
        onSuccess: ({ seq }) =>
          undoable(refused ? m.cases_refusedTie({ name: voice }) : m.cases_tied({ name: caseName }), seq),
        onError: toastError,
      },
    )
  return (
    <li className="row">
      <span className="grow">{m.cases_sameName({ voice, name: caseName })}</span>
      <button type="button" className="btn sm" onClick={() => answer(false)} disabled={add.isPending}>
        {m.cases_tieShort()}
      </button>
      <button type="button" className="btn quiet sm" onClick={() => answer(true)} disabled={add.isPending}>
        {m.cases_refuse()}
      </button>
    </li>
  )
}
