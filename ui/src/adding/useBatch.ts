import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { useProjectId, useStrands } from '../app/project'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { Batch } from './batch'
import { isBusy } from './candidate'
import { type Chosen, isZip, unpacked } from './gather'
import type { State } from './state'

const batches = new Map<string, Batch>()

/** The files that are being added to a project now. */
function batchOf(project: string, cache: QueryClient): Batch {
  const known = batches.get(project)
  if (known) return known
  const batch = new Batch(project, cache)
  batches.set(project, batch)
  return batch
}

/** The files that are being added to the project that is open. */
export function useBatch(): { batch: Batch; state: State } {
  const project = useProjectId()
  const cache = useQueryClient()
  const batch = batchOf(project, cache)
  return { batch, state: useSyncExternalStore(batch.subscribe, () => batch.state) }
}

/** Asks before the window is closed while files are on their way. Other pages of the app don't stop them. */
export function useStay({ files }: State): void {
  const busy = files.some(isBusy)
  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])
}

/** Where there is but one strand, that is where files go. */
export function useOnlyStrand(batch: Batch, { strand }: State): void {
  const strands = useStrands()
  const only = strands.length === 1 ? strands[0]?.id : undefined
  useEffect(() => {
    if (only && !strand) batch.setStrand(only)
  }, [batch, only, strand])
}

/** Takes files into the list, with what is in archives, and says when some were there already. */
export async function takeInto(batch: Batch, chosen: readonly Chosen[]): Promise<void> {
  if (!chosen.length) return toast(m.adding_emptyFolder())
  if (chosen.some(({ file }) => isZip(file))) toast(m.adding_unpacking())
  const known = await batch.add(await unpacked(chosen))
  if (known) toast(m.adding_known({ n: known }))
}
