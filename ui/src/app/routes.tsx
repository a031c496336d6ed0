import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter } from '@tanstack/react-router'
import { invitation, session } from '../data/account'
import { projects } from '../data/projects'
import { Crash, Missing, PageLoading } from './boundaries'
import { fetchedPage } from './fetchedPage'
import { projectRoutes } from './project-routes'
import { inside, root } from './root'
import { formatQuery, type Params, parseQuery } from './search-params'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: ({ to }: Params): { to?: string } => (typeof to === 'string' && /^\/(?!\/)/.test(to) ? { to } : {}),
  component: fetchedPage(() => import('../account/SignIn'), 'SignIn'),
})

const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  loader: async ({ context: { cache }, params }) => {
    await cache.ensureQueryData(invitation(params.token))
    await cache.prefetchQuery(session)
  },
  component: fetchedPage(() => import('../account/Join'), 'Join'),
  errorComponent: fetchedPage(() => import('../account/Join'), 'NoInvitation'),
})

const all = createRoute({
  getParentRoute: () => inside,
  path: '/',
  loader: ({ context: { cache } }) => cache.ensureQueryData(projects),
  component: fetchedPage(() => import('../projects/Projects'), 'Projects'),
})

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: fetchedPage(() => import('../settings/AccountPage'), 'AccountPage'),
})

const tree = root.addChildren([signIn, join, inside.addChildren([all, account, projectRoutes])])

export const makeRouter = (cache: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { cache },
    parseSearch: parseQuery,
    stringifySearch: formatQuery,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0, // the query cache decides what is fresh
    defaultPendingMs: 200,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: Missing,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
