import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Survey } from '../api/names'
import { useProjectId } from '../app/project'
import { oneSurvey } from '../data/surveys'
import { variables } from '../data/variables'
import { type Known, knownOf } from './known'

/** The survey that is open. */
export function useSurvey(): Survey {
  const project = useProjectId()
  const { survey } = useParams({ from: '/inside/p/$project/surveys/$survey' })
  return useSuspenseQuery(oneSurvey(project, survey)).data
}

/** Everything of the survey that is open that can be analysed. */
export function useKnown(): Known[] {
  const survey = useSurvey()
  const { data } = useQuery(variables(useProjectId()))
  return useMemo(() => knownOf(survey, data ?? []), [survey, data])
}
