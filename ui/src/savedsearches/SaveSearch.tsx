import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useMay, useProjectId } from '../app/project'
import { askedBy, asksTheSame, savedSearches, useLookAtSearch } from '../data/savedSearches'
import type { Query } from '../data/search'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { SaveDialog } from './SaveDialog'

interface SaveSearchProps {
  query: Query
  /** How many turns were found; undefined until they are. */
  total?: number
}

/** Keeps what is asked under a name, or says under which it is kept. Whoever sees what it finds has looked at it. */
export function SaveSearch({ query, total }: SaveSearchProps) {
  const project = useProjectId()
  const may = useMay().code
  const { data: list = [] } = useQuery(savedSearches(project))
  const { mutate: look } = useLookAtSearch(project)
  const [open, setOpen] = useState(false)
  const kept = list.find((one) => asksTheSame(askedBy(one), query))
  const shown = total === undefined ? undefined : kept?.id
  useEffect(() => {
    if (shown && total !== undefined) look(shown)
  }, [shown, total, look])
  if (kept)
    return (
      <span className="row tight cap" title={m.savedsearches_keptAs({ name: kept.name })}>
        <Icon name="star" small />
        <span className="cut">{kept.name}</span>
      </span>
    )
  if (!may) return null
  return (
    <>
      <button type="button" className="btn quiet sm" onClick={() => setOpen(true)}>
        {m.savedsearches_save()}
      </button>
      {open ? <SaveDialog query={query} list={list} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
