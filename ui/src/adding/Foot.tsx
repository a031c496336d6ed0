import { Link } from '@tanstack/react-router'
import { useProjectId } from '../app/project'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { type Candidate, isReady, nextToCheck } from './candidate'
import type { PanelProps } from './FilePanel'

/** What comes next: the next file to check, or all that are ready. */
export function Foot({ batch, state, totals, one }: PanelProps) {
  const project = useProjectId()
  const following = nextToCheck(state.files, one.id)
  const goOn = () => {
    batch.change(one.id, { checked: true })
    if (following) batch.select(following.id)
  }
  return (
    <footer className="ff">
      <span className="cap grow">
        {totals.homeless ? m.adding_chooseTheStrand({ n: totals.homeless }) : sizeOf(one)}
      </span>
      {totals.toCheck && isReady(one) ? (
        <button type="button" className="btn" onClick={goOn}>
          {following ? m.adding_nextToCheck() : m.adding_checked()}
        </button>
      ) : null}
      {one.source && !totals.ready ? (
        <Link className="btn primary" to="/p/$project/sources/$source" params={{ project, source: one.source }}>
          {m.adding_openText()}
        </Link>
      ) : (
        <Add batch={batch} ready={totals.ready - totals.homeless} isAdding={totals.adding > 0} />
      )}
    </footer>
  )
}

function Add({ batch, ready, isAdding }: Pick<PanelProps, 'batch'> & { ready: number; isAdding: boolean }) {
  const name = ready ? m.adding_addNow({ ready: figure(ready) }) : isAdding ? m.adding_addingNow() : m.adding_add()
  return (
    <button type="button" className="btn primary" disabled={!ready} onClick={() => batch.addReady()}>
      {name}
    </button>
  )
}

const sizeOf = ({ found }: Candidate): string =>
  found ? m.adding_size({ turns: count(found.turns, 'turn'), words: count(found.words, 'word') }) : ''
