import type { Entry, Presence } from '../api/names'
import { setConnected } from './connection'

/** How long entries are gathered before they are shown, in ms: a burst of codings costs one painting. */
const GATHER = 30
const RETRY = 3000

interface Heard {
  onEntries: (entries: Entry[]) => void
  /** A colleague came, moved or left. */
  onHere: (one: Presence) => void
  /** From now on everything is heard: at the beginning, and after a connection that was lost. */
  onOpen: () => void
}

/** Follows the journal of a project from an entry on, with none missing, and where colleagues are, until it is stopped. */
export function follow(project: string, after: number, { onEntries, onHere, onOpen }: Heard): () => void {
  let last = after
  let events: EventSource
  let gathered: Entry[] = []
  let timer = 0
  let stopped = false

  const show = () => {
    timer = 0
    const entries = gathered
    gathered = []
    onEntries(entries)
  }
  const take = (event: MessageEvent<string>) => {
    const entry = JSON.parse(event.data) as Entry
    if (entry.seq <= last) return
    last = entry.seq
    gathered.push({ ...entry, changes: entry.changes ?? [] })
    timer ||= window.setTimeout(show, GATHER)
  }
  const open = () => {
    if (stopped) return
    events = new EventSource(`/api/projects/${project}/events?after=${last}`)
    events.addEventListener('entry', take)
    events.addEventListener('here', (event: MessageEvent<string>) => onHere(JSON.parse(event.data)))
    events.onopen = () => {
      setConnected(true)
      onOpen()
    }
    events.onerror = () => {
      setConnected(false)
      if (events.readyState === EventSource.CLOSED) window.setTimeout(open, RETRY) // else the browser resumes by itself
    }
  }
  open()
  return () => {
    stopped = true
    window.clearTimeout(timer)
    events.close()
    setConnected(true) // nothing is followed that could be lost
  }
}
