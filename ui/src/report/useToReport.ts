import { useNavigate } from '@tanstack/react-router'
import { useProjectId } from '../app/project'
import type { Action } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** The way to a report, and to a part of it, from where something was put into it. */
export function useToReport(): (report: string, part?: string) => Action {
  const project = useProjectId()
  const navigate = useNavigate()
  return (report, part) => ({
    label: m.report_open(),
    run: () => void navigate({ to: '/p/$project/report', params: { project }, search: { report, part } }),
  })
}
