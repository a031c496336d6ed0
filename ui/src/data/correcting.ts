import { queryOptions, useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'

/** What becomes of turns of a text, counted in the revision that was seen; and who is called otherwise from now on. */
export interface Correction {
  revision: number
  turns: { turn: number; parts: { text: string; speaker?: string; newSpeaker?: string }[] }[]
  rename: { speaker: string; name: string }[]
  why?: string
}

const send = (project: string, source: string, body: Correction & { dryRun?: boolean }) =>
  ask(api.POST('/api/projects/{project}/sources/{source}/revisions', { params: { path: { project, source } }, body }))

/** What a correction would make of the passages; nothing is saved. */
export const correctionPreview = (project: string, source: string, correction: Correction) =>
  queryOptions({
    queryKey: [...keys.content(project, source), 'correction', correction],
    queryFn: () => send(project, source, { ...correction, dryRun: true }),
    retry: false,
    gcTime: 0,
  })

/** Saves a correction as a new revision; the answer's number undoes it. Told when it is saved, whoever still looks. */
export function useCorrect(project: string, source: string, onSuccess: () => void) {
  const cache = useQueryClient()
  return useMutation({
    mutationKey: saving(project, source),
    mutationFn: (correction: Correction) => send(project, source, correction),
    onSuccess,
    onSettled: () =>
      Promise.all(
        [keys.content(project, source), keys.passages(project, source), keys.sources(project)].map((queryKey) =>
          cache.invalidateQueries({ queryKey, exact: true }),
        ),
      ),
  })
}

const saving = (project: string, source: string) => [...keys.content(project, source), 'correcting']

/** Whether a correction is on its way, and nothing can be added to it. */
export const useIsCorrecting = (project: string, source: string): boolean =>
  useIsMutating({ mutationKey: saving(project, source) }) > 0
