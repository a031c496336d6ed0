import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Report, ReportDone, ReportPages, ReportPart } from '../api/names'
import { currentOf } from '../kit/versions'
import { keys } from './keys'

const place = '/api/projects/{project}/reports'
const one = '/api/projects/{project}/reports/{report}'

/** The reports that the team keeps, by name. */
export const reports = (project: string) =>
  queryOptions({
    queryKey: keys.reports(project),
    queryFn: async (): Promise<Report[]> => (await ask(api.GET(place, { params: { path: { project } } }))).items ?? [],
  })

/** All that stands in a report today; what changes excerpts changes it. The pages before stay while new ones are read. */
export const reportPages = (project: string, report: string) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'report', report],
    queryFn: ({ signal }): Promise<ReportPages> =>
      ask(api.GET(`${one}/pages`, { params: { path: { project, report } }, signal })),
    placeholderData: (before) => (before?.report === report ? before : undefined),
  })

/** Excerpts of the codes and filters of a part that no part of the report holds. */
export const reportUnused = (project: string, report: string, part: string) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'report', report, 'unused', part],
    queryFn: ({ signal }) =>
      ask(api.GET(`${one}/parts/{part}/unused`, { params: { path: { project, report, part } }, signal })),
    placeholderData: (before) => before,
  })

/** Where a report is fetched as a file. */
export const reportFile = (project: string, report: string, file: string): string =>
  `/api/projects/${project}/reports/${report}/${file}`

const refresh = (cache: QueryClient, project: string, report: string) =>
  Promise.all([
    cache.invalidateQueries({ queryKey: keys.reports(project) }),
    cache.invalidateQueries({ queryKey: [...keys.excerpts(project), 'report', report] }),
  ])

/** Keeps a report under a name. */
export function useAddReport(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; parts: ReportPart[] }) =>
      ask(api.POST(place, { params: { path: { project } }, body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.reports(project) }),
  })
}

interface Changing {
  seen: Report
  name?: string
  /** What becomes of the parts, of those that are seen or of those that others left meanwhile. */
  parts?: (parts: readonly ReportPart[]) => ReportPart[]
}

/** Renames a report, or changes its parts. What others changed meanwhile stays: the change is made again on top of it. */
export function useChangeReport(project: string) {
  const cache = useQueryClient()
  const send = ({ seen, name, parts }: Changing): Promise<ReportDone> =>
    ask(
      api.PATCH(one, {
        params: { path: { project, report: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
        body: { ...(name !== undefined && { name }), ...(parts && { parts: parts(seen.parts) }) },
      }),
    )
  return useMutation({
    mutationFn: (changing: Changing) =>
      send(changing).catch((error) => {
        const now = currentOf<Report>(error)
        if (!now) throw error
        return send({ ...changing, seen: now })
      }),
    onSuccess: ({ seq: _, ...saved }) =>
      cache.setQueryData<Report[]>(keys.reports(project), (list) =>
        list?.map((other) => (other.id === saved.id ? saved : other)),
      ),
    onSettled: (_, __, { seen }) => refresh(cache, project, seen.id),
  })
}

/** Puts a part at the end of a report, before its lists of sources and codes. */
export function useAddPart(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ report, part }: { report: string; part: ReportPart }) =>
      ask(api.POST(`${one}/parts`, { params: { path: { project, report } }, body: part })),
    onSuccess: (_, { report }) => refresh(cache, project, report),
  })
}

/** Puts passages at the end of a part whose excerpts are chosen by hand; those that stand there already stay where they are. */
export function usePickForReport(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ report, part, passages }: { report: string; part: string; passages: string[] }) =>
      ask(
        api.POST(`${one}/parts/{part}/excerpts`, {
          params: { path: { project, report, part } },
          body: { passages },
        }),
      ),
    onSuccess: (_, { report }) => refresh(cache, project, report),
  })
}

/** Deletes a report; what it quotes stays. The answer's journal number brings it back. */
export function useRemoveReport(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (report: string) => ask(api.DELETE(one, { params: { path: { project, report } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.reports(project) }),
  })
}
