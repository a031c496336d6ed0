import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Recording } from '../api/names'
import { keys } from './keys'
import { type Progress, upload } from './upload'

/** Where the recording of a source is heard. Its address changes when another takes its place. */
export const recordingAddress = (project: string, { source, blob }: Pick<Recording, 'source' | 'blob'>): string =>
  `/api/projects/${project}/sources/${source}/recording?is=${blob.slice(0, 12)}`

/** Attaches a recording to a source, in the place of one that was there; the answer's number undoes it. */
export function putRecording(project: string, source: string, file: File, signal: AbortSignal, progress: Progress) {
  const data = new FormData()
  data.set('file', file, file.name)
  const url = `/api/projects/${project}/sources/${source}/recording`
  return upload<Recording & { seq: number }>('PUT', url, data, signal, progress)
}

/** Takes the recording of a source away; the answer's number brings it back. */
export function useRemoveRecording(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (source: string) =>
      ask(api.DELETE('/api/projects/{project}/sources/{source}/recording', { params: { path: { project, source } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.sources(project) }),
  })
}

/** Says when turns begin, in ms; null takes a time away. */
export function useSetTimes(project: string, source: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { revision: number; times: { turn: number; fromMs: number | null }[] }) =>
      ask(
        api.POST('/api/projects/{project}/sources/{source}/times', {
          params: { path: { project, source } },
          body,
        }),
      ),
    onSuccess: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.content(project, source) }),
        cache.invalidateQueries({ queryKey: keys.sources(project) }),
      ]),
  })
}
