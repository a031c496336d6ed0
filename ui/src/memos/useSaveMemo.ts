import type { ReactNode } from 'react'
import type { Link, Memo } from '../api/names'
import { Refusal } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import type { Done } from '../data/atOnce'
import { useAddMemo, useChangeMemo } from '../data/changingMemos'
import { mergedLinks } from '../data/links'
import type { MemoKind } from '../data/memos'
import { announce } from '../kit/announce'
import { useBothVersions } from '../kit/BothVersions'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'
import type { Typed, useDraft } from './drafts'
import { chosenLinks, sameLinks } from './links'
import { kindNames } from './names'
import { asTarget, type Standing } from './standing'

interface Saving {
  draft: ReturnType<typeof useDraft>
  /** What a new memo stands on. */
  on?: Standing
  onSaved: () => void
}

/** Saves what is typed; when someone changed the memo meanwhile, both versions are shown. */
export function useSaveMemo({ draft: { typed, seen, drop }, on, onSaved }: Saving) {
  const project = useProjectId()
  const add = useAddMemo(project)
  const change = useChangeMemo(project)
  const { mutateAsync } = change
  const undoable = useUndoToast()
  const leave = () => {
    drop()
    onSaved()
  }
  const done = ({ seq, kept }: Done) => {
    if (kept === 'page') return onSaved() // the draft is all that outlives this page
    if (kept) toast(m.together_keptHere())
    else announce(m.memos_saved())
    if (!seen && !kept) undoable(m.memos_saved(), seq)
    leave()
  }
  const send = (state: Memo, mine: Partial<Memo>): Promise<boolean> => {
    const { kind, title, body, targetKind, target } = mine
    const links = seen && mine.links && mergedLinks(chosenLinks(seen), mine.links, chosenLinks(state))
    const change = { seen: state, kind, title, body, links, ...(target && { targetKind, target }) }
    return mutateAsync(change).then(
      (answer) => {
        done(answer)
        return true
      },
      (error) => versions.take(error, state, mine) ?? false,
    )
  }
  const versions = useBothVersions<Memo, 'kind' | 'title' | 'body'>({
    what: m.memos_thisMemo(),
    fields: [
      { field: 'title', label: m.memos_title() },
      { field: 'body', label: m.memos_body(), prose: true },
      { field: 'kind', label: m.memos_kind(), shown: (kind) => kindNames[kind as MemoKind]() },
    ],
    send,
  })
  const save = (): void => {
    const { on: chosen, ...rest } = typed
    const mine = seen && { ...changed(seen, rest), ...moved(seen, chosen) }
    if (mine && !Object.keys(mine).length) leave()
    else if (mine) void send(seen, mine)
    else add.mutate({ ...rest, ...asTarget(chosen ?? on ?? { kind: 'project', id: project }) }, { onSuccess: done })
  }
  const error = seen ? change.error : add.error
  const isLate = error instanceof Refusal && error.current !== undefined
  const fields = error instanceof Refusal ? error.fields : {}
  return {
    save,
    saving: add.isPending || change.isPending,
    error: error && !isLate && !Object.keys(fields).length ? error : null,
    fields,
    conflict: versions.dialog as ReactNode,
  }
}

/** What was typed that is not as it was. */
function changed(seen: Memo, { kind, title, body, links }: Omit<Typed, 'on'>): Partial<Memo> {
  return {
    ...(kind !== seen.kind && { kind }),
    ...(title !== seen.title && { title }),
    ...(body !== seen.body && { body }),
    ...(!sameLinks(links, chosenLinks(seen)) && { links }),
  }
}

/** Where it shall stand from now on, if that was changed. */
const moved = (seen: Memo, on: Link | undefined): Partial<Memo> =>
  on && on.id !== seen.target ? { targetKind: on.kind, target: on.id } : {}
