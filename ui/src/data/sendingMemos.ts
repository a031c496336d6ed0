import { api, ask } from '../api/client'
import type { Memo, MemoChange, NewMemo } from '../api/names'
import { isGone, isRefused } from '../api/refusal'
import { clashing, currentOf } from '../kit/versions'
import type { MemoWork } from './gesture'
import { mergedLinks } from './links'
import type { Answer } from './outbox'

type Does<D> = Extract<MemoWork, { do: D }>

/** Has the server write a memo. Under the id of one of mine that is there it answers with that. */
export const writeMemo = (project: string, id: string, body: NewMemo) =>
  ask(api.POST('/api/projects/{project}/memos', { params: { path: { project } }, body: { ...body, id } }))

/** Has the server change a memo on top of a version; 0 when it was not told of one yet. */
export function rewriteMemo(project: string, memo: string, version: number, body: MemoChange) {
  const header = version ? { 'If-Match': `"${version}"` } : {}
  const params = { path: { project, memo }, header }
  return ask(api.PATCH('/api/projects/{project}/memos/{memo}', { params, body }))
}

export const discardMemo = (project: string, memo: string) =>
  ask(api.DELETE('/api/projects/{project}/memos/{memo}', { params: { path: { project, memo } } }))

/** Sends what was done to a memo. */
export async function sendMemo(project: string, change: MemoWork): Promise<Answer> {
  if (change.do === 'write') return answered(await writeMemo(project, change.memo, change.body))
  if (change.do === 'rewrite') return rewrite(project, change)
  try {
    return answered(await discardMemo(project, change.memo))
  } catch (error) {
    if (isGone(error)) return answered({ seq: 0 })
    throw error
  }
}

const answered = ({ seq }: { seq: number }): Answer => ({ seq, ids: {} })

/** Where the memo was changed since, what was not changed meanwhile is sent on top of that. */
async function rewrite(project: string, { memo, seen, mine }: Does<'rewrite'>): Promise<Answer> {
  try {
    return answered(await rewriteMemo(project, memo, seen.version, mine))
  } catch (error) {
    const current = isRefused(error) ? currentOf<Memo>(error) : undefined
    const { links, ...words } = mine
    if (!current || clashing(seen, words as Partial<Memo>, current).length) throw error
    const merged = links && mergedLinks(seen.links ?? [], links, current.links ?? [])
    const then = { do: 'rewrite', memo, seen: { ...seen, version: current.version } } as const
    return rewrite(project, { ...then, mine: { ...words, ...(merged && { links: merged }) } })
  }
}
