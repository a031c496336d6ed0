import { api, ask } from '../api/client'
import { useProjectId } from '../app/project'
import { useUndoEntry } from '../data/journal'
import { announce } from '../kit/announce'
import { toast, toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** How many of the newest entries are looked through. */
const NEWEST = 50

/** Says what was done to a record, with a button that finds exactly that in the journal and takes it back. */
export function useUndoLast(): (text: string, verb: string, id: string) => void {
  const project = useProjectId()
  const undo = useUndoEntry(project)
  const find = async (verb: string, id: string) => {
    const query = { before: Number.MAX_SAFE_INTEGER, limit: NEWEST }
    const { items } = await ask(api.GET('/api/projects/{project}/journal', { params: { path: { project }, query } }))
    return items.find((entry) => entry.verb === verb && entry.changes.some((change) => change.id === id))
  }
  const takeBack = async (verb: string, id: string) => {
    const entry = await find(verb, id)
    if (entry) undo.mutate(entry.seq, { onSuccess: () => announce(m.together_undone()), onError: toastError })
    else toast(m.journal_muchSince())
  }
  return (text, verb, id) => toast(text, { label: m.kit_undo(), run: () => void takeBack(verb, id).catch(toastError) })
}
