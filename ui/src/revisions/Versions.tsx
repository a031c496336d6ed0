import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Source } from '../api/names'
import { useProjectId } from '../app/project'
import { revisions } from '../data/revisions'
import { Dialog } from '../kit/dialog'
import { Failure, Late, Lines } from '../kit/states'
import { m } from '../paraglide/messages'
import { Differences } from './Differences'
import { Former } from './Former'
import { VersionRow } from './VersionRow'
import './revisions.css'

/** Versions of a source's text: who made which and why, what is different between two, a former one as it was. */
export default function Versions({ source, onClose }: { source: Source; onClose: () => void }) {
  const { data: list = [], error, isPending, refetch } = useQuery(revisions(useProjectId(), source.id))
  const [reading, read] = useState<number>()
  const footer = (
    <button type="button" className="btn" onClick={onClose}>
      {m.kit_close()}
    </button>
  )
  return (
    <Dialog title={m.revisions_heading({ title: source.title })} onClose={onClose} footer={footer} wide>
      <div className="rev">
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        {isPending ? (
          <Late>
            <Lines count={4} />
          </Late>
        ) : null}
        <ol>
          {list.map((one) => (
            <VersionRow key={one.number} source={source} version={one} onRead={() => read(one.number)} />
          ))}
        </ol>
        {list.length === 1 ? <p className="soft">{m.revisions_onlyOne()}</p> : null}
        {reading ? <Former source={source} number={reading} onClose={() => read(undefined)} /> : null}
        {list.length > 1 && !reading ? <Differences key={source.revision} source={source} list={list} /> : null}
      </div>
    </Dialog>
  )
}
