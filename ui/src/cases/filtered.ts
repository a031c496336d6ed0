import { useQuery } from '@tanstack/react-query'
import { Refusal } from '../api/refusal'
import { useProjectId } from '../app/project'
import { oneCase } from '../data/cases'
import { variables } from '../data/variables'
import { m } from '../paraglide/messages'
import { said } from './said'

/** What a case is called; an ellipsis until that is known. */
export function useCaseName(id: string): string {
  const { data, error } = useQuery({ ...oneCase(useProjectId(), id), retry: false })
  return data?.name ?? (error instanceof Refusal && error.status === 404 ? m.cases_gone() : '…')
}

/** Says conditions on variables in words. */
export function useConditionWords(): (text: string) => string {
  const { data = [] } = useQuery(variables(useProjectId()))
  return (text) => said(text, data)
}
