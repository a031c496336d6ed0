import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Entry } from '../api/names'
import { applyAnswer } from '../live/apply'
import { keys } from './keys'
import type { Outbox } from './outbox'
import { useOutbox } from './useOutbox'

const PAGE = 40
const NEWEST = Number.MAX_SAFE_INTEGER

/** What a look back through the journal finds; without any of it, everything. */
export interface Lookback {
  /** A person. */
  by?: string
  /** What it changed, or what names that. */
  about?: string
  kind?: Kind
  /** Only what took something away. */
  removed?: boolean
  /** From this time on, and before that one; RFC 3339. */
  from?: string
  to?: string
  /** From this entry backwards. */
  at?: number
}

export const kinds = [
  'coding',
  'passage',
  'code',
  'code set',
  'saved search',
  'report',
  'memo',
  'source',
  'speaker',
  'strand',
  'member',
] as const
export type Kind = (typeof kinds)[number]

/** The journal, newest first, page by page. */
export const journal = (project: string) =>
  infiniteQueryOptions({
    queryKey: keys.journal(project),
    queryFn: async ({ pageParam }) => {
      const query = { before: pageParam, limit: PAGE }
      return (await ask(api.GET('/api/projects/{project}/journal', { params: { path: { project }, query } }))).items
    },
    initialPageParam: NEWEST,
    getNextPageParam: (last: Entry[]) => (last.length < PAGE ? undefined : last[last.length - 1]?.seq),
  })

/** A narrowed look back, newest first, page by page. */
export const lookback = (project: string, { at, ...narrowed }: Lookback) =>
  infiniteQueryOptions({
    queryKey: [...keys.lookback(project), { at, ...narrowed }],
    queryFn: async ({ pageParam }) => {
      const query = { ...narrowed, before: pageParam, limit: PAGE }
      return (await ask(api.GET('/api/projects/{project}/journal', { params: { path: { project }, query } }))).items
    },
    initialPageParam: at ? at + 1 : NEWEST,
    getNextPageParam: (last: Entry[]) => (last.length < PAGE ? undefined : last[last.length - 1]?.seq),
  })

/** What my next undo and redo would take back. */
export const steps = (project: string) =>
  queryOptions({
    queryKey: keys.steps(project),
    queryFn: () => ask(api.GET('/api/projects/{project}/undo', { params: { path: { project } } })),
  })

const post = {
  undo: (project: string) => ask(api.POST('/api/projects/{project}/undo', { params: { path: { project } } })),
  redo: (project: string) => ask(api.POST('/api/projects/{project}/redo', { params: { path: { project } } })),
}

const entered = (cache: QueryClient, project: string) => (entry: Entry) => applyAnswer(cache, project, entry)

/** One at a time. */
const inOrder = (project: string) => ({ scope: { id: `undo ${project}` } })

/** Waits until what was done before has gone to the server: in the outbox, and by itself. */
async function settled(cache: QueryClient, project: string, box: Outbox): Promise<void> {
  await box.settled()
  const mutations = cache.getMutationCache()
  const own = inOrder(project).scope.id
  const others = () => mutations.find({ status: 'pending', predicate: ({ options }) => options.scope?.id !== own })
  while (others()) {
    await new Promise<void>((heard) => {
      const stop = mutations.subscribe(() => {
        stop()
        heard()
      })
    })
  }
}

/** Takes my newest action back, or does it again. */
export function useStep(project: string, direction: 'undo' | 'redo') {
  const cache = useQueryClient()
  const box = useOutbox(project)
  return useMutation({
    ...inOrder(project),
    mutationFn: () => settled(cache, project, box).then(() => post[direction](project)),
    onSuccess: entered(cache, project),
  })
}

/** Takes one entry back. */
export function useUndoEntry(project: string) {
  const cache = useQueryClient()
  const box = useOutbox(project)
  return useMutation({
    ...inOrder(project),
    mutationFn: async (seq: number) => {
      await settled(cache, project, box)
      return ask(api.POST('/api/projects/{project}/journal/{seq}/undo', { params: { path: { project, seq } } }))
    },
    onSuccess: entered(cache, project),
  })
}
