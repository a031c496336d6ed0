import type { Report, ReportPart } from '../api/names'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeReport } from '../data/reports'
import { toastError } from '../kit/toasts'
import { changed } from './parts'

/** What can be done to the parts of a report. What is said stands beside a way back. */
export function useReportActs(report: Report) {
  const { mutate } = useChangeReport(useProjectId())
  const undoable = useUndoToast()
  const change = (parts: (parts: readonly ReportPart[]) => ReportPart[], said?: string) =>
    mutate({ seen: report, parts }, { onSuccess: ({ seq }) => said && undoable(said, seq), onError: toastError })
  const set = (id: string | undefined, some: Partial<ReportPart>) => change((parts) => changed(parts, id ?? '', some))
  return { change, set }
}

export type ReportActs = ReturnType<typeof useReportActs>
