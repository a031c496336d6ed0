import { useQuery } from '@tanstack/react-query'
import { useCodebook, useProjectId } from '../app/project'
import { type AskingOf, analysis } from '../data/analyses'
import { Failure, Late, Lines } from '../kit/states'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Few } from './Behind'
import { BesidePanel } from './BesidePanel'
import { Passage } from './Passage'
import { useSurvey } from './useSurvey'

interface JointBehindProps {
  asking: AskingOf<'joint'>
  code: string
  value: string
  onClose: () => void
}

/** The most passages that are shown of a cell; the server gives no more. */
const MOST = 200

/** What a group said that carries a code. */
export function JointBehind({ asking, code, value, onClose }: JointBehindProps) {
  const project = useProjectId()
  const survey = useSurvey()
  const name = useCodebook().get(code)?.name ?? ''
  const { data, error } = useQuery(analysis(project, survey.id, 'joint', { ...asking, code: [code], quotes: MOST }))
  const at = data?.groups.findIndex((group) => group.value === value) ?? -1
  const cell = data?.rows[0]?.code === code ? data.rows[0].cells[at] : undefined
  const group = data?.groups[at]
  return (
    <BesidePanel
      label={m.relations_behind()}
      focus={`${code} ${value}`}
      onClose={onClose}
      head={m.relations_codeIn({ code: name, group: group?.label || value })}
    >
      {error ? <Failure error={error} /> : null}
      {cell ? (
        <>
          <p className="cap">
            {m.relations_passagesCases({
              passages: figure(cell.passages),
              cases: figure(cell.cases),
              all: figure(group?.n ?? 0),
            })}
          </p>
          {cell.few ? <Few least={survey.least} /> : null}
          <ul className="ps">
            {cell.quotes.map((quote) => (
              <Passage
                key={quote.passage}
                source={quote.source}
                title={quote.caseName || m.relations_source()}
                span={quote}
                text={quote.text}
                codes={[]}
              />
            ))}
          </ul>
          {cell.quotes.length < cell.passages ? (
            <p className="cap">{m.relations_first({ n: figure(cell.quotes.length), all: figure(cell.passages) })}</p>
          ) : null}
        </>
      ) : (
        <Late>
          <Lines />
        </Late>
      )}
    </BesidePanel>
  )
}
