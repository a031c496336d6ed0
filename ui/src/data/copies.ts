import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'
import { stale } from './stale'
import { refresh } from './surveys'

/** Which answers become values of cases: questions by name, each with the variable that takes them. */
export interface CopyAsk {
  questions: { question: string; variable: string }[]
  /** Values of cases that differ give way. */
  replace: boolean
}

/** What copying answers to cases would change; nothing is kept. */
export const copiesPreview = (project: string, survey: string, body: CopyAsk) =>
  queryOptions({
    queryKey: [...keys.surveys(project), 'copies', survey, body],
    queryFn: async ({ signal }) =>
      (
        await ask(
          api.POST('/api/projects/{project}/surveys/{survey}/copies/preview', {
            params: { path: { project, survey } },
            body,
            signal,
          }),
        )
      ).items,
    enabled: body.questions.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })

/** Makes answers values of cases, as one action. */
export function useCopyAnswers(project: string, survey: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: CopyAsk) =>
      ask(api.POST('/api/projects/{project}/surveys/{survey}/copies', { params: { path: { project, survey } }, body })),
    onSuccess: () => {
      stale(cache, project, ['variables'])
      return refresh(cache, project)
    },
  })
}
