import { useRef } from 'react'
import type { Entry } from '../api/names'
import { useMe, useProjectId } from '../app/project'
import { heardAfter, newestOf } from '../data/entries'

/** The codings that colleagues have made since a list was opened, by what was heard of them. */
export function useFresh(): ReadonlySet<string> {
  const project = useProjectId()
  const me = useMe().id
  const fresh = useRef({ project, after: newestOf(project), codings: new Set<string>() })
  if (fresh.current.project !== project)
    fresh.current = { project, after: newestOf(project), codings: new Set<string>() }
  const { after, codings } = fresh.current
  for (const coding of madeByOthers(heardAfter(project, after), me)) codings.add(coding)
  fresh.current.after = newestOf(project)
  return codings
}

/** The codings that some entries of others have made. */
export const madeByOthers = (entries: readonly Entry[], me: string): string[] =>
  entries
    .filter(({ actor }) => actor !== me)
    .flatMap(({ changes }) => changes)
    .filter(({ kind, before, after }) => kind === 'coding' && after && !before)
    .map(({ id }) => id)
