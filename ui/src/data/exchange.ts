import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { ImportedProject } from '../api/names'
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
