import type { Source } from '../api/names'
import { usePreferences } from '../settings/preferences'
import { useMe, useProjectId, useSources } from './project'

/** The source to go on with: the one read last, else the first without a coding of mine, else the first. */
export function useResume(): Source | undefined {
  const project = useProjectId()
  const sources = useSources()
  const me = useMe().id
  const last = usePreferences().places[project]?.source
  return (
    sources.find((source) => source.id === last) ?? sources.find((source) => !source.coders.includes(me)) ?? sources[0]
  )
}
