import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Whole } from '../api/names'
import type { components, paths } from '../api/schema'
import { keys } from './keys'

/** Which responses an analysis is made of, and whether they are weighted. */
export interface Sample {
  /** Such as `sector=Food` or `employees>=10`. */
  where?: string[]
  /** The survey's own weight is left out. */
  weight?: 'none'
}

/** The analyses, as their addresses are called. */
export type AnalysisKind =
  | 'frequencies'
  | 'crosstab'
  | 'reliability'
  | 'groups'
  | 'correlations'
  | 'regression'
  | 'joint'

type At<K extends AnalysisKind> = `/api/projects/{project}/surveys/{survey}/${K}`

/** What is asked of an analysis: names of variables, and how. */
export type AskingOf<K extends AnalysisKind> = NonNullable<paths[At<K>]['get']['parameters']['query']>

export type AnswerOf<K extends AnalysisKind> = Whole<
  paths[At<K>]['get']['responses'][200]['content']['application/json']
>

type Schemas = components['schemas']
export type Interval = Schemas['Interval']
export type Figure = Schemas['Figure']
export type Effect = Schemas['Effect']
export type Test = Schemas['Test']
export type Frequency = AnswerOf<'frequencies'>['items'][number]
export type Crosstab = AnswerOf<'crosstab'>
export type Reliability = AnswerOf<'reliability'>
export type Groups = AnswerOf<'groups'>
export type Correlations = AnswerOf<'correlations'>
export type Regression = AnswerOf<'regression'>
export type Joint = AnswerOf<'joint'>
export type JointCell = Joint['rows'][number]['cells'][number]
export type Coefficient = Regression['coefficients'][number]

/** Where an analysis is fetched as a file; without the cells of few, which could tell who they are. */
export function analysisFile<K extends AnalysisKind>(
  project: string,
  survey: string,
  kind: K,
  asking: AskingOf<K>,
  ending: string,
  suppress = false,
): string {
  const query = new URLSearchParams(suppress ? { suppress: 'true' } : {})
  for (const [key, value] of Object.entries(asking))
    for (const one of [value ?? []].flat()) query.append(key, String(one))
  return `/api/projects/${project}/surveys/${survey}/${kind}.${ending}?${query}`
}

/** An analysis of a survey. While another is read, the one before stays. */
export const analysis = <K extends AnalysisKind>(project: string, survey: string, kind: K, asking: AskingOf<K>) =>
  queryOptions<AnswerOf<K>, Error, AnswerOf<K>, readonly unknown[]>({
    queryKey: [...keys.surveys(project), survey, kind, asking],
    queryFn: ({ signal }) => read(project, survey, kind, asking, signal),
    placeholderData: (before) => before,
    retry: false,
  })

/** One of the analyses stands for all: they differ in what they ask and answer, which goes by the kind. */
function read<K extends AnalysisKind>(
  project: string,
  survey: string,
  kind: K,
  asking: AskingOf<K>,
  signal: AbortSignal,
): Promise<AnswerOf<K>> {
  const address = `/api/projects/{project}/surveys/{survey}/${kind}` as At<'crosstab'>
  const query = asking as AskingOf<'crosstab'>
  const answer: Promise<unknown> = ask(api.GET(address, { params: { path: { project, survey }, query }, signal }))
  return answer as Promise<AnswerOf<K>>
}
