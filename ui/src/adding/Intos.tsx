import { useStrands } from '../app/project'
import { listed } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import { BY_NAME } from './list'
import { StrandSelect } from './StrandSelect'
import type { State } from './state'

/** Where all files go that don't say otherwise: one strand, or what their names tell. */
export function Intos({ batch, state }: { batch: Batch; state: State }) {
  const told = useTold(state)
  return (
    <div className="row tight">
      <span className="label" aria-hidden="true">
        {m.adding_intoStrand()}
      </span>
      <StrandSelect
        value={state.strand}
        also={told.length ? { value: BY_NAME, name: m.adding_byName({ told: listed(told) }) } : undefined}
        onChange={batch.setStrand}
      />
    </div>
  )
}

/** What names tell: "M → Mid-caps". */
function useTold({ files }: State): string[] {
  const strands = useStrands()
  const told = files.flatMap(({ found }) => {
    const strand = strands.find(({ id }) => id === found?.strand?.id)
    return strand && found?.strand ? [m.adding_tells({ part: found.strand.by, strand: strand.name })] : []
  })
  return [...new Set(told)]
}
