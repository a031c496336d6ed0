import type { CodebookImported } from '../api/names'
import { upload } from './upload'

/** A codebook in a file, and how it is read. */
export interface CodebookFile {
  file: File
  /** An empty cell leaves what stands there; else it takes it away. */
  keepEmpty: boolean
  /** Of a workbook; the first when it is not said. */
  sheet?: string
}

/** Makes and changes codes by a codebook in a file, or with `preview` says only what would change. */
export function importCodebook(
  project: string,
  { file, keepEmpty, sheet }: CodebookFile,
  preview: boolean,
  signal: AbortSignal,
): Promise<CodebookImported> {
  const form = new FormData()
  form.append('file', file)
  if (keepEmpty) form.append('empty', 'keep')
  if (sheet) form.append('sheet', sheet)
  const url = `/api/projects/${project}/codebook${preview ? '?preview=true' : ''}`
  return upload<CodebookImported>('POST', url, form, signal, () => {})
}

/** Forms that the codebook is taken along in. */
export const codebookForms = [
  { ending: 'docx', name: 'Word' },
  { ending: 'xlsx', name: 'Excel' },
  { ending: 'csv', name: 'CSV' },
  { ending: 'qdc', name: 'REFI-QDA' },
] as const

/** Where the codebook is in a form. */
export const codebookAddress = (project: string, ending: string) => `/api/projects/${project}/codebook.${ending}`
