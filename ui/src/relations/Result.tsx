import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useProjectId } from '../app/project'
import { type AnalysisKind, type AnswerOf, type AskingOf, analysis, analysisFile } from '../data/analyses'
import { Icon } from '../kit/marks'
import { Failure, Late, Lines } from '../kit/states'
import { m } from '../paraglide/messages'
import { Download } from './Download'
import { useSurvey } from './useSurvey'

interface ResultProps<K extends AnalysisKind> {
  kind: K
  asking: AskingOf<K>
  /** Files of it, beside the R script. */
  files?: ReactNode
  children: (answer: AnswerOf<K>) => ReactNode
}

/** An analysis with what it says of itself, and ways to take it away. */
export function Result<K extends AnalysisKind>({ kind, asking, files, children }: ResultProps<K>) {
  const project = useProjectId()
  const { id } = useSurvey()
  const { data, error, refetch, isPlaceholderData } = useQuery(analysis(project, id, kind, asking))
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Late>
        <Lines />
      </Late>
    )
  return (
    <section className="result" aria-label={m.relations_result()} aria-busy={isPlaceholderData}>
      <Says answer={data} />
      <div className="row wrap tight">
        {kind === 'joint' ? null : (
          <Download to={analysisFile(project, id, kind, asking, 'R')}>{m.relations_script()}</Download>
        )}
        {files}
      </div>
      {children(data)}
    </section>
  )
}

/** What every analysis says of itself. */
type Basis = Pick<AnswerOf<'frequencies'>, 'says' | 'cautions' | 'method'>

/** What an analysis shows and doesn't, the last sentence on how many, and how it was made. */
function Says({ answer: { says, cautions, method } }: { answer: Basis }) {
  return (
    <>
      <div className="says" role="status">
        {says.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {cautions.length ? (
        <div className="banner warn">
          <Icon name="warn" />
          <div>
            {cautions.map((caution) => (
              <p key={caution}>{caution}</p>
            ))}
          </div>
        </div>
      ) : null}
      <p className="cap">{m.relations_made({ method })}</p>
    </>
  )
}
