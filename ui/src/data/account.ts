import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'

/** Who is signed in. */
export const session = queryOptions({
  queryKey: keys.session,
  queryFn: async () => (await ask(api.GET('/api/session'))).account,
  staleTime: 5 * 60_000,
  retry: false,
})

export const sessions = queryOptions({
  queryKey: keys.sessions,
  queryFn: async () => (await ask(api.GET('/api/sessions'))).items,
})

export const tokens = queryOptions({
  queryKey: keys.tokens,
  queryFn: async () => (await ask(api.GET('/api/tokens'))).items,
})

export const invitation = (token: string) =>
  queryOptions({
    queryKey: keys.invitation(token),
    queryFn: () => ask(api.GET('/api/invitations/{token}', { params: { path: { token } } })),
    retry: false,
  })

/** Signs in, and puts the account where everything looks for it. */
export function useSignIn() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => ask(api.POST('/api/session', { body })),
    onSuccess: ({ account }) => cache.setQueryData(keys.session, account),
  })
}

export function useSignOut() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => ask(api.DELETE('/api/session')),
    onSuccess: () => cache.clear(),
  })
}

/** Joins a project, with a new account unless someone is signed in. */
export function useJoin(token: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { name?: string; email?: string; password?: string }) =>
      ask(api.POST('/api/invitations/{token}', { params: { path: { token } }, body })),
    onSuccess: () => cache.invalidateQueries(),
  })
}

export function useChangeAccount() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { name?: string; password?: string; currentPassword?: string }) =>
      ask(api.PATCH('/api/account', { body })),
    onSuccess: (account) => cache.setQueryData(keys.session, account),
  })
}

export function useEndSession() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => ask(api.DELETE('/api/sessions/{session}', { params: { path: { session: id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.sessions }),
  })
}

export function useAddToken() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => ask(api.POST('/api/tokens', { body: { name } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.tokens }),
  })
}

export function useRemoveToken() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => ask(api.DELETE('/api/tokens/{token}', { params: { path: { token: id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.tokens }),
  })
}
