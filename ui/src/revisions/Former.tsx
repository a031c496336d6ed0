import { useQuery } from '@tanstack/react-query'
import type { Source } from '../api/names'
import { useProjectId } from '../app/project'
import { revisionText } from '../data/revisions'
import { Failure, Late, Lines } from '../kit/states'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Positions } from '../surface'

interface FormerProps {
  source: Source
  number: number
  onClose: () => void
}

/** One version, read whole. */
export function Former({ source, number, onClose }: FormerProps) {
  const { data, error, isPending, refetch } = useQuery(revisionText(useProjectId(), source.id, number))
  const positions = data && new Positions(data.text)
  return (
    <section aria-label={m.revisions_version({ n: figure(number) })}>
      <h3>{m.revisions_version({ n: figure(number) })}</h3>
      <button type="button" className="btn sm" onClick={onClose}>
        {m.revisions_back()}
      </button>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {isPending ? (
        <Late>
          <Lines />
        </Late>
      ) : null}
      {data?.turns.map((turn) => (
        <p key={turn.index} className="serif">
          {turn.speaker ? <b>{turn.speaker}: </b> : null}
          {positions?.slice(turn)}
        </p>
      ))}
    </section>
  )
}
