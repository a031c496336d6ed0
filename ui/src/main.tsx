import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setSignedOut } from './account/signedOut'
import { isSignedOut, Unreachable } from './api/refusal'
import { makeRouter } from './app/routes'
import { listen } from './commands/registry'
import { keys } from './data/keys'
import { toastError } from './kit/toasts'
import { speak, useLanguage } from './language/language'
import './look/index.css'

const cache: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    mutations: { networkMode: 'always' }, // what can't be done without a connection says so, and does not wait unseen
    queries: { staleTime: 30_000, retry: (times, error) => error instanceof Unreachable && times < 3 },
  },
})
const router = makeRouter(cache)

/** Who is signed out while working in a project is asked over the page; elsewhere one comes back to the same place. */
function onError(error: Error): void {
  if (!isSignedOut(error) || /^\/(signin|join)/.test(location.pathname)) return
  if (/^\/p\//.test(location.pathname) && cache.getQueryData(keys.session)) {
    setSignedOut()
  } else {
    cache.removeQueries({ queryKey: keys.session })
    void router.navigate({ to: '/signin', search: { to: location.pathname + location.search } })
  }
}

/** Drawn anew in another language. */
const Selvedge = () => <RouterProvider key={useLanguage()} router={router} />

listen()
await speak().catch(toastError) // what can't be fetched is said in English
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <Selvedge />
    </QueryClientProvider>
  </StrictMode>,
)
