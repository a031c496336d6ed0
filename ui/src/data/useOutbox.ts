import { type QueryClient, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { setSignedOut } from '../account/signedOut'
import { api, ask } from '../api/client'
import type { Passage } from '../api/names'
import { isSignedOut } from '../api/refusal'
import { onConnected } from '../live/connection'
import { session } from './account'
import { codes } from './codes'
import { type Drawer, draw, settle } from './drawing'
import { stepsOf, withSteps } from './drawingCodes'
import { drawMemos } from './drawingMemos'
import { isHeard } from './entries'
import { type CodingChange, type Gesture, isOfCodings, type StepsChange } from './gesture'
import { Kept } from './kept'
import { memos } from './memos'
import { type Answer, Outbox, type Outgoing } from './outbox'
import { send } from './sending'
import { content, passages } from './sources'
import { stale } from './stale'

/** One for each person and project that was open on this page. */
const outboxes = new Map<string, { kept: Kept; box: Outbox }>()

function outboxOf(cache: QueryClient, project: string, me: string) {
  const name = `selvedge.outbox/${me}/${project}`
  const known = outboxes.get(name)
  if (known) return known
  const kept = new Kept(name)
  const box = new Outbox(kept, {
    revisionOf: (of) => revisionOf(cache, project, of),
    send: (gesture) => send(project, gesture).catch(noticing),
    undo: (seq) => undo(project, seq),
    arrived: (gesture, answer) => arrived(cache, project, me, gesture, answer),
  })
  const made = { kept, box }
  outboxes.set(name, made)
  return made
}

/** The revision of a source's text as it is on the screen; of a coding's source, when it is a coding's id. */
function revisionOf(cache: QueryClient, project: string, of: string): number | undefined {
  const known = cache.getQueryData(content(project, of).queryKey)
  if (known) return known.revision
  const holds = (list?: Passage[]) => list?.some(({ codings }) => codings.some(({ id }) => id === of))
  const lists = cache.getQueriesData<Passage[]>({ queryKey: ['p', project, 'passages'] })
  const source = lists.find(([, list]) => holds(list))?.[0][3] as string | undefined
  return source === undefined ? undefined : cache.getQueryData(content(project, source).queryKey)?.revision
}

/** The page hears that nobody is signed in any more. */
function noticing(error: unknown): never {
  if (isSignedOut(error)) setSignedOut()
  throw error
}

const undo = (project: string, seq: number) =>
  seq
    ? ask(api.POST('/api/projects/{project}/journal/{seq}/undo', { params: { path: { project, seq } } }))
    : ask(api.POST('/api/projects/{project}/undo', { params: { path: { project } } }))

const drawerOf = (cache: QueryClient, project: string, me: string, source: string): Drawer => {
  const text = cache.getQueryData(content(project, source).queryKey)?.positions
  return { me, source, words: (span) => text?.slice(span) ?? '' }
}

/**
 * Puts what the server has done where it was drawn before; unless the journal was faster, and may have told more since.
 * Where the server had done it before, nobody knows what was done since, and the passages are read again.
 */
function arrived(cache: QueryClient, project: string, me: string, gesture: Gesture, { seq, ids }: Answer): void {
  if (seq && isHeard(project, seq)) return
  const { change } = gesture
  if (change.do === 'steps')
    cache.setQueryData(codes(project).queryKey, (list) => list && [...withSteps(list, stepsOf([gesture])).codes])
  else if (!isOfCodings(change))
    cache.setQueryData(memos(project).queryKey, (list) => list && drawMemos(list, [gesture], me))
  if (!seq || !isOfCodings(change)) stale(cache, project, ['passages', 'memos'])
  for (const [queryKey, list] of cache.getQueriesData<Passage[]>({ queryKey: ['p', project, 'passages'] })) {
    if (list)
      cache.setQueryData(queryKey, settle(list, gesture, ids, drawerOf(cache, project, me, queryKey[3] as string)))
  }
  stale(cache, project, ['codes', 'sources', 'project', 'excerpts'])
}

export const useMyId = (): string => useSuspenseQuery(session).data.id

/** My outbox of a project. */
export function useOutbox(project: string): Outbox {
  const me = useMyId()
  return outboxOf(useQueryClient(), project, me).box
}

/** A gesture and the words that tell it, as in "‘Trust’ on “my cousin came back”". */
interface Told {
  told: string
  change: CodingChange | StepsChange
}

/** Changes codings, and makes codes to code with: drawn at once, kept on this computer until the server has it. */
export function useChangeCodings(project: string): (gesture: Told) => Promise<Answer> {
  const box = useOutbox(project)
  return ({ told, change }) => box.put(told, change)
}

/** What waits in it, and whether it is on its way. */
export function useOutgoing(project: string): Outgoing {
  const box = useOutbox(project)
  return useSyncExternalStore(box.subscribe, box.outgoing)
}

/** Sends what waits for as long as the project is open: at once, when the connection is back, and what another tab left. */
export function useSending(project: string): void {
  const me = useMyId()
  const cache = useQueryClient()
  useEffect(() => {
    const { kept, box } = outboxOf(cache, project, me)
    const read = () => {
      box.read()
      box.wake()
    }
    read()
    const ends = [kept.watch(read), onConnected(box.wake)]
    window.addEventListener('online', box.wake)
    return () => {
      window.removeEventListener('online', box.wake)
      for (const end of ends) end()
    }
  }, [cache, project, me])
}

/** The passages of a source: what the server has, and over it what I have done since. */
export function usePassages(project: string, source: string): Passage[] {
  const cache = useQueryClient()
  const me = useMyId()
  const { data } = useSuspenseQuery(passages(project, source))
  const { drawn } = useOutgoing(project)
  return useMemo(
    () => (drawn.length ? draw(data, drawn, drawerOf(cache, project, me, source)) : data),
    [cache, project, me, source, data, drawn],
  )
}
