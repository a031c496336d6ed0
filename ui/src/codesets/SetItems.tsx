import { useQuery } from '@tanstack/react-query'
import type { CodeSet } from '../api/names'
import { useProjectId } from '../app/project'
import { codeSets } from '../data/codeSets'
import { MenuItem, MenuSeparator } from '../kit/menu'
import { m } from '../paraglide/messages'
import { useAddToSet } from './useAddToSet'

interface SetItemsProps {
  /** The codes that are selected. */
  ids: readonly string[]
  /** Makes a new set of them. */
  onKeep: () => void
}

/** Keeps the codes as a set, or puts them into one that lacks some of them. */
export function SetItems({ ids, onKeep }: SetItemsProps) {
  const { data = [] } = useQuery(codeSets(useProjectId()))
  const add = useAddToSet()
  const lacks = ({ codes }: CodeSet) => ids.some((id) => !codes.includes(id))
  return (
    <>
      <MenuSeparator />
      <MenuItem onClick={onKeep}>{m.codesets_keepAsAsk()}</MenuItem>
      {data.filter(lacks).map((set) => (
        <MenuItem key={set.id} onClick={() => add(set, ids)}>
          <span className="cut">{m.codesets_addTo({ name: set.name })}</span>
        </MenuItem>
      ))}
    </>
  )
}
