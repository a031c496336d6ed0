import { api, ask } from '../api/client'
import type { Passage } from '../api/names'
import { isGone, isRefused } from '../api/refusal'
import { copyId, passageOn } from './drawing'
import { type CodingChange, type Gesture, type Ids, pendingId, sizeOf } from './gesture'
import type { Answer } from './outbox'
import { sendMemo } from './sendingMemos'
import { sendSteps } from './sendingSteps'

type Does<D> = Extract<CodingChange, { do: D }>

/**
 * Sends a gesture so that sending it twice does no harm: what is there already, or gone already, counts as done.
 * Throws what the server refuses.
 */
export function send(project: string, { id, change, sent = false }: Gesture): Promise<Answer> {
  switch (change.do) {
    case 'batch':
      return sendBatch(project, id, change)
    case 'resize':
      return resize(project, change)
    case 'split':
      return split(project, id, change)
    case 'join':
      return join(project, change)
    case 'steps':
      return sendSteps(project, change, sent)
    default:
      return sendMemo(project, change)
  }
}

async function sendBatch(project: string, id: string, batch: Does<'batch'>, from = 0): Promise<Answer> {
  const { do: _, ...body } = batch
  try {
    const { items, seq } = await ask(
      api.POST('/api/projects/{project}/codings/batch', { params: { path: { project } }, body }),
    )
    return { seq, ids: idsOf(id, batch, items, from) }
  } catch (error) {
    if (!isGone(error)) throw error
    if (sizeOf(batch) > 1) return oneByOne(project, id, batch)
    if (batch.remove?.length || batch.check?.length) return { seq: 0, ids: {} }
    throw error
  }
}

type Made = { id: string; passage: string }

/** The ids of what a batch has made and changed; `from` is the place of its first one in the whole gesture. */
function idsOf(id: string, { add = [], change = [] }: Does<'batch'>, items: readonly Made[], from: number): Ids {
  const ids: Record<string, string> = {}
  for (const [i, made] of items.slice(0, add.length).entries()) {
    ids[pendingId(id, from + i)] = made.id
    ids[pendingId(id, `passage ${from + i}`)] = made.passage
  }
  for (const [i, { coding }] of change.entries()) {
    const made = items[add.length + i]
    if (!made) continue
    ids[pendingId(id, `change ${from + i}`)] = made.passage
    if (coding !== made.id) ids[coding] = made.id // folded into one that said the same
  }
  return ids
}

/** Something of the batch is gone. What can still be done is done, each by itself; then the rest is refused. */
async function oneByOne(project: string, id: string, { add, change, remove, check }: Does<'batch'>): Promise<Answer> {
  const ids: Record<string, string> = {}
  let refused: unknown
  const one = async (single: Omit<Does<'batch'>, 'do'>, from: number) => {
    try {
      Object.assign(ids, (await sendBatch(project, id, { do: 'batch', ...single }, from)).ids)
    } catch (error) {
      if (!isGone(error)) throw error
      refused ??= error
    }
  }
  for (const [i, each] of (remove ?? []).entries()) await one({ remove: [each] }, i)
  for (const [i, each] of (change ?? []).entries()) await one({ change: [each] }, i)
  for (const [i, each] of (add ?? []).entries()) await one({ add: [each] }, i)
  for (const [i, each] of (check ?? []).entries()) await one({ check: [each] }, i)
  if (refused) throw refused
  return { seq: 0, ids }
}

async function resize(project: string, { source, passage, start, end, revision }: Does<'resize'>): Promise<Answer> {
  const params = { path: { project, passage } }
  const body = { start, end, revision }
  try {
    const done = await ask(api.PATCH('/api/projects/{project}/passages/{passage}', { params, body }))
    return { seq: done.seq, ids: became(passage, done.id) }
  } catch (error) {
    return unlessDone(error, project, source, (list) => list.some((one) => passageOn([one], body, one.createdBy)))
  }
}

async function split(project: string, id: string, { source, passage, at, revision }: Does<'split'>): Promise<Answer> {
  const params = { path: { project, passage } }
  try {
    const done = await ask(
      api.POST('/api/projects/{project}/passages/{passage}/split', { params, body: { at, revision } }),
    )
    const ids = copies(id, await read(project, source), done.passages)
    return { seq: done.seq, ids }
  } catch (error) {
    return unlessDone(error, project, source, (list) => list.some((one) => one.id === passage && one.end <= at))
  }
}

/** The codings that a split has made, by those they are copies of. */
function copies(gesture: string, list: readonly Passage[], [first, second]: readonly string[]): Ids {
  const codings = (id: string | undefined) => list.find((one) => one.id === id)?.codings ?? []
  const ids: Record<string, string> = second ? { [pendingId(gesture, 'passage')]: second } : {}
  for (const { id, code, coder } of codings(first)) {
    const copy = codings(second).find((one) => one.code === code && one.coder === coder)
    if (copy) ids[copyId(gesture, id)] = copy.id
  }
  return ids
}

async function join(project: string, { source, passages }: Does<'join'>): Promise<Answer> {
  const params = { path: { project } }
  const [first = ''] = passages
  try {
    const done = await ask(api.POST('/api/projects/{project}/passages/join', { params, body: { passages } }))
    return { seq: done.seq, ids: became(first, done.id) }
  } catch (error) {
    const left = (list: readonly Passage[]) => list.filter(({ id }) => passages.includes(id))
    return unlessDone(error, project, source, (list) => left(list).length === 1 && left(list)[0]?.id === first)
  }
}

/** A passage that met another on the same words became that one. */
const became = (passage: string, now: string): Ids => (passage === now ? {} : { [passage]: now })

const read = async (project: string, source: string): Promise<Passage[]> =>
  (await ask(api.GET('/api/projects/{project}/sources/{source}/passages', { params: { path: { project, source } } })))
    .items

/** A refusal stands, unless the source shows that the same was done before, and only the answer was lost. */
async function unlessDone(
  error: unknown,
  project: string,
  source: string,
  isDone: (list: readonly Passage[]) => boolean,
): Promise<Answer> {
  if (!isRefused(error)) throw error
  if (isDone(await read(project, source))) return { seq: 0, ids: {} }
  throw error
}
