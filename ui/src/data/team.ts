import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Presence } from '../api/names'
import { keys } from './keys'

export const roles = ['lead', 'researcher', 'reader'] as const
export type Role = (typeof roles)[number]

export const members = (project: string) =>
  queryOptions({
    queryKey: keys.members(project),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/members', { params: { path: { project } } }))).items,
  })

export const invitations = (project: string) =>
  queryOptions({
    queryKey: keys.invitations(project),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/invitations', { params: { path: { project } } }))).items,
  })

/** What someone looks at. */
export interface Where {
  source?: string
  /** What is at the top of their view, in code points. */
  position?: number
}

/** How colleagues moved lately; more than come while one list is read. */
const moves: { project: string; one: Presence }[] = []
const MOST = 100

/** Hears that a colleague came, moved or left. */
export function hearHere(cache: QueryClient, project: string, one: Presence): void {
  moves.push({ project, one })
  if (moves.length > MOST) moves.shift()
  cache.setQueryData<Presence[]>(keys.here(project), (list) => list && withPresence(list, one))
}

/** Who else has the project open. Asking also tells that we are here, and where. */
export const here = (project: string, where: () => Where) =>
  queryOptions({
    queryKey: keys.here(project),
    queryFn: async () => {
      const last = moves.at(-1)
      const params = { path: { project } }
      const { items } = await ask(api.POST('/api/projects/{project}/here', { params, body: where() }))
      const since = last ? moves.lastIndexOf(last) + 1 : 0 // the answer may be older than what was heard meanwhile
      return moves
        .slice(since)
        .reduce((now, move) => (move.project === project ? withPresence(now, move.one) : now), items)
    },
    refetchInterval: 20_000,
    retry: false,
  })

/** Tells and asks anew. A question that is on its way is given up: it tells of another place. */
export async function tellHere(cache: QueryClient, project: string): Promise<void> {
  const queryKey = keys.here(project)
  await cache.cancelQueries({ queryKey })
  await cache.invalidateQueries({ queryKey })
}

/** The colleagues who are here after one of them came, moved or left. */
export function withPresence(list: readonly Presence[], one: Presence): Presence[] {
  const others = list.filter(({ account }) => account !== one.account)
  if (one.gone) return others
  const at = list.findIndex(({ account }) => account === one.account)
  return at < 0 ? [...others, one] : list.with(at, one)
}

export function useChangeRole(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ account, role }: { account: string; role: string }) =>
      ask(
        api.PATCH('/api/projects/{project}/members/{account}', {
          params: { path: { project, account } },
          body: { role },
        }),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.members(project) }),
  })
}

export function useRemoveMember(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (account: string) =>
      ask(api.DELETE('/api/projects/{project}/members/{account}', { params: { path: { project, account } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.members(project) }),
  })
}

export function useInvite(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (role: string) =>
      ask(api.POST('/api/projects/{project}/invitations', { params: { path: { project } }, body: { role } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.invitations(project) }),
  })
}

export function useRemoveInvitation(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (invitation: string) =>
      ask(
        api.DELETE('/api/projects/{project}/invitations/{invitation}', { params: { path: { project, invitation } } }),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.invitations(project) }),
  })
}
