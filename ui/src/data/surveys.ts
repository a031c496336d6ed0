import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Answers, ResponsesImported, Survey, SurveyChange, SurveyImported, SurveyPreview } from '../api/names'
import { keys } from './keys'
import { stale } from './stale'
import { type Progress, upload } from './upload'

export const questionKinds = ['single', 'multiple', 'scale', 'number', 'date', 'open', 'text', 'ignore'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** The surveys of a project, without their questions. */
export const surveys = (project: string) =>
  queryOptions({
    queryKey: keys.surveys(project),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/surveys', { params: { path: { project } } }))).items,
  })

/** A survey with its questions and scales. */
export const oneSurvey = (project: string, survey: string) =>
  queryOptions({
    queryKey: [...keys.surveys(project), 'one', survey],
    queryFn: () => ask(api.GET('/api/projects/{project}/surveys/{survey}', { params: { path: { project, survey } } })),
  })

/**
 * What was said of a question, which is known by its columns. The server guesses its name where there is none, and
 * where there are none the options and what counts as missing.
 */
export type QuestionAsk = Partial<Survey['questions'][number]> & { columns: string[] }

/** How a table is read, as far as somebody has said. */
export type Definition = Partial<
  Pick<Survey, 'name' | 'sheet' | 'header' | 'key' | 'nameColumn' | 'caseKind' | 'weight' | 'least' | 'strand'> & {
    language: string
    labels: { file?: boolean; sheet: string; variable: string; value?: string; label: string; missing?: string }
    questions: QuestionAsk[]
  }
>

const still: Progress = () => {}

/** A table, and a code list that is a file of its own. */
export interface TableFiles {
  file: File
  codes?: File
}

const send = <T>(
  url: string,
  { file, codes }: TableFiles,
  definition: object,
  signal: AbortSignal,
  progress: Progress,
): Promise<T> => {
  const form = new FormData()
  form.append('definition', JSON.stringify(definition)) // before the file, which the server reads as it comes
  if (codes) form.append('codes', codes)
  form.append('file', file)
  return upload<T>('POST', url, form, signal, progress)
}

/** How a table would be read, and the first of it; nothing is kept. */
export const previewSurvey = (project: string, files: TableFiles, definition: Definition, signal: AbortSignal) =>
  send<SurveyPreview>(`/api/projects/${project}/surveys/preview`, files, definition, signal, still)

interface Importing {
  files: TableFiles
  definition: Definition
  signal: AbortSignal
  progress: Progress
}

/** Makes a survey of a table, with its respondents, their cases and the sources of open answers, as one action. */
export function useImportSurvey(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ files, definition, signal, progress }: Importing) =>
      send<SurveyImported>(`/api/projects/${project}/surveys`, files, definition, signal, progress),
    onSuccess: () => refresh(cache, project),
  })
}

/** What a newer table of the same survey changes, by key; with `preview` it is only said. */
export function bringNewer(
  project: string,
  survey: string,
  file: File,
  preview: boolean,
  signal: AbortSignal,
  progress: Progress = still,
): Promise<ResponsesImported> {
  const url = `/api/projects/${project}/surveys/${survey}/responses${preview ? '/preview' : ''}`
  return send<ResponsesImported>(url, { file }, {}, signal, progress)
}

/** Responses make cases, and open answers sources. */
export function refresh(cache: QueryClient, project: string) {
  stale(cache, project, ['answers', 'cases', 'sources'])
  return cache.invalidateQueries({ queryKey: keys.surveys(project) })
}

interface Changing extends SurveyChange {
  seen: Survey
}

/**
 * Changes what a survey is called, its weight, its scales or its questions: shown at once, and sent one after the
 * other, each on top of what the one before has made.
 */
export function useChangeSurvey(project: string) {
  const cache = useQueryClient()
  const keyOf = ({ id }: Survey) => oneSurvey(project, id).queryKey
  return useMutation({
    scope: { id: project },
    mutationFn: ({ seen, ...body }: Changing) => {
      const version = cache.getQueryData(keyOf(seen))?.version ?? seen.version
      const params = { path: { project, survey: seen.id }, header: { 'If-Match': `"${version}"` } }
      return ask(api.PATCH('/api/projects/{project}/surveys/{survey}', { params, body }))
    },
    onMutate: ({ seen, ...body }) => cache.setQueryData(keyOf(seen), (now) => now && withChange(now, body)),
    onSuccess: ({ survey }) => cache.setQueryData(keyOf(survey), survey),
    onSettled: () => refresh(cache, project),
  })
}

function withChange(survey: Survey, { questions = [], scales: _, ...rest }: SurveyChange): Survey {
  const changes = new Map(questions.map((one) => [one.id, one]))
  return { ...survey, ...rest, questions: survey.questions.map((one) => ({ ...one, ...changes.get(one.id) })) }
}

/** Deletes a survey with its responses, open answers and their codings. The answer's journal number brings it back. */
export function useRemoveSurvey(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (survey: string) =>
      ask(api.DELETE('/api/projects/{project}/surveys/{survey}', { params: { path: { project, survey } } })),
    onSuccess: () => refresh(cache, project),
  })
}

/** Which answers to an open question are shown, and in which order. */
export interface AnswerQuery {
  question?: string
  /** Words that all stand in the answer. */
  q?: string
  /** Such as `sector=Food` or `employees>=10`. */
  where?: string[]
  code?: string
  coded?: 'yes' | 'no'
  sort?: string
  /** Names of the questions, scales or variables of cases that are shown beside. */
  show?: string[]
}

/** The answers to an open question, all that the filters let through. */
export const answers = (project: string, survey: string, query: AnswerQuery & { question: string }) =>
  queryOptions({
    queryKey: [...keys.answers(project), survey, query],
    queryFn: ({ signal }): Promise<Answers> =>
      ask(
        api.GET('/api/projects/{project}/surveys/{survey}/answers', {
          params: { path: { project, survey }, query },
          signal,
        }),
      ),
    gcTime: 0,
  })
