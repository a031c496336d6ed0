import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useProjectId } from '../app/project'
import { said } from '../cases/said'
import type { Sample } from '../data/analyses'
import { saidBy } from '../data/excerpts'
import { responses } from '../data/responses'
import { Icon } from '../kit/marks'
import { Failure, Late, Lines } from '../kit/states'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { BesidePanel } from './BesidePanel'
import { conditionsOf } from './conditions'
import { asComparable } from './known'
import { Passage } from './Passage'
import { useKnown, useSurvey } from './useSurvey'

interface BehindProps {
  /** The conditions of what was opened. */
  at: readonly string[]
  sample: Sample
  onClose: () => void
}

/** Who stands behind a figure, and what they said. */
export function Behind({ at, sample: { where = [] }, onClose }: BehindProps) {
  const project = useProjectId()
  const survey = useSurvey()
  const { data, error, refetch } = useQuery(responses(project, survey.id, conditionsOf(useKnown(), where, at)))
  const cases = [...new Set(data?.items.flatMap((one) => (one.case ? [one.case] : [])))]
  const few = data !== undefined && data.total < survey.least
  return (
    <BesidePanel label={m.relations_behind()} focus={at.join('\n')} onClose={onClose} head={<Title at={at} />}>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {few ? <Few least={survey.least} /> : null}
      {data ? (
        <>
          <h3>{m.relations_respondents({ n: data.total })}</h3>
          <ul className="who">
            {data.items.map(({ id, key, name, case: tied }) => (
              <li key={id}>
                {tied ? (
                  <Link to="/p/$project/cases/$case" params={{ project, case: tied }}>
                    {name || key}
                  </Link>
                ) : (
                  name || key
                )}
              </li>
            ))}
          </ul>
          {data.items.length < data.total ? (
            <p className="cap">{m.relations_first({ n: figure(data.items.length), all: figure(data.total) })}</p>
          ) : null}
          <Said cases={cases} />
        </>
      ) : (
        <Late>
          <Lines />
        </Late>
      )}
    </BesidePanel>
  )
}

/** The conditions as one says them. */
function Title({ at }: { at: readonly string[] }) {
  const variables = useKnown().map(asComparable)
  return at.map((text) => said(text, variables)).join('; ')
}

export const Few = ({ least }: { least: number }) => (
  <p className="banner warn">
    <Icon name="warn" />
    {m.relations_fewWarning({ least: figure(least) })}
  </p>
)

/** The coded passages of some cases. */
function Said({ cases }: { cases: readonly string[] }) {
  const { data, error } = useQuery(saidBy(useProjectId(), cases))
  if (!cases.length) return <p className="soft">{m.relations_noCases()}</p>
  if (error) return <Failure error={error} />
  if (!data)
    return (
      <Late>
        <Lines />
      </Late>
    )
  if (!data.length) return <p className="soft">{m.relations_nothingSaid()}</p>
  return (
    <>
      <h3>{m.relations_said({ n: data.length })}</h3>
      <ul className="ps">
        {data.map((one) => (
          <Passage
            key={one.passage}
            source={one.source}
            title={one.title}
            speaker={one.speaker}
            span={one}
            text={one.text}
            codes={[...new Set([...one.codings.map(({ code }) => code), ...one.others])]}
          />
        ))}
      </ul>
    </>
  )
}
