import { useQuery } from '@tanstack/react-query'
import { Link as Goto } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Refusal } from '../api/refusal'
import { useProjectId } from '../app/project'
import { oneCase } from '../data/cases'
import { ThingGone } from './ThingGone'

/** A way to a case, by its name. */
export function CaseLink({ id, children }: { id: string; children?: ReactNode }) {
  const project = useProjectId()
  const { data, error } = useQuery({ ...oneCase(project, id), retry: false })
  if (error instanceof Refusal && error.status === 404) return <ThingGone kind="case">{children}</ThingGone>
  return (
    <Goto to="/p/$project/cases/$case" params={{ project, case: id }}>
      {children ?? data?.name}
    </Goto>
  )
}
