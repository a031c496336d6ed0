import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { ImportedProject, MergeDifference, Merged } from '../api/names'
import { keys } from './keys'
import { type Progress, upload } from './upload'

/** Makes a project of a file of another program, or with `preview` says only what would become of it. */
export function importProject(
  file: File,
  preview: boolean,
  signal: AbortSignal,
  progress: Progress,
): Promise<ImportedProject> {
  const form = new FormData()
  form.append('file', file, file.name)
  return upload<ImportedProject>(
    'POST',
    `/api/projects/import${preview ? '?preview=true' : ''}`,
    form,
    signal,
    progress,
  )
}

/** Of what differs, by ids, which version stays; the rest stays as the plan says. */
export type Take = Record<string, MergeDifference['take']>

/** Merges a copy of a project into it, or with `preview` says only what would come of it. */
export function mergeProject(
  project: string,
  file: File,
  take: Take,
  preview: boolean,
  signal: AbortSignal,
  progress: Progress,
): Promise<Merged> {
  const form = new FormData()
  form.append('take', JSON.stringify(take))
  form.append('file', file, file.name)
  const at = `/api/projects/${project}/merge${preview ? '?preview=true' : ''}`
  return upload<Merged>('POST', at, form, signal, progress)
}

/** What of a project other programs can't be told. */
export const losses = (project: string) =>
  queryOptions({
    queryKey: [...keys.project(project), 'losses'],
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/export/losses', { params: { path: { project } } }))).items,
  })

/** Where the project is as a file for other programs. */
export const exchangeAddress = (project: string) => `/api/projects/${project}/export.qdpx`

/** Where the codebook is as a file for other programs. */
export const exchangedCodebook = (project: string) => `/api/projects/${project}/codebook.qdc`

/** Where the project is whole, for another Selvedge. */
export const archiveAddress = (project: string) => `/api/projects/${project}/archive`
