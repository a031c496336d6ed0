import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { isSignedOut } from '../api/refusal'
import { session } from '../data/account'
import { Announcer } from '../kit/announce'
import { Toasts } from '../kit/toasts'

interface Context {
  cache: QueryClient
}

export const root = createRootRouteWithContext<Context>()({
  component: () => (
    <>
      <Outlet />
      <Toasts />
      <Announcer />
    </>
  ),
})

/** Everything that needs someone to be signed in. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context: { cache }, location }) => {
    try {
      await cache.ensureQueryData(session)
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: '/signin', search: { to: location.href } })
      throw error
    }
  },
})
