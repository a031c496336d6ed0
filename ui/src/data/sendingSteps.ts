import { api, ask } from '../api/client'
import type { Code } from '../api/names'
import { isRefused, type Refusal } from '../api/refusal'
import { Codebook, plain } from '../codebook/codebook'
import type { Step } from '../codebook/steps'
import { clashing, currentOf } from '../kit/versions'
import type { StepsChange } from './gesture'
import type { Answer } from './outbox'

/** Has the server change the codebook. One step has a route, and a sentence in the journal, of its own. */
export function reorganise(project: string, steps: readonly Step[]): Promise<{ seq: number }> {
  const [step, ...more] = steps
  if (!step || more.length || step.create) return ask(postSteps(project, steps, false))
  const { code, create: _, mergeInto, remove, version, ...body } = step
  const params = { path: { project, code } }
  if (remove) return ask(api.DELETE('/api/projects/{project}/codes/{code}', { params }))
  if (mergeInto)
    return ask(api.POST('/api/projects/{project}/codes/{code}/merge', { params, body: { into: mergeInto } }))
  const header = version ? { 'If-Match': `"${version}"` } : {}
  return ask(api.PATCH('/api/projects/{project}/codes/{code}', { params: { ...params, header }, body }))
}

export const postSteps = (project: string, steps: readonly Step[], preview: boolean) =>
  api.POST('/api/projects/{project}/codes/reorganise', {
    params: { path: { project }, query: { preview } },
    body: { steps: [...steps] },
  })

/** Sends what was done to the codebook; `again` when the server may have it. */
export async function sendSteps(project: string, change: StepsChange, again: boolean): Promise<Answer> {
  try {
    return { seq: (await reorganise(project, change.steps)).seq, ids: {} }
  } catch (error) {
    if (!isRefused(error)) throw error
    const current = currentOf<Code>(error)
    return current ? sendOnTop(project, change, current, error) : sendRest(project, change, again, error)
  }
}

/** Someone, or I myself, changed the code since: what was not changed meanwhile is sent on top of that. */
function sendOnTop(project: string, { steps, seen }: StepsChange, current: Code, error: Refusal): Promise<Answer> {
  const [step] = steps as [Step]
  const { code: _, version: __, ...mine } = step
  if (!seen || clashing(seen, mine, current).length) throw error
  return sendSteps(project, { do: 'steps', steps: [{ ...step, version: current.version }], seen }, false)
}

/**
 * What is there already, or gone already, counts as done; the rest is sent again. Where someone has made a code of the
 * name of a new one meanwhile, that one takes its place in what was done since.
 */
async function sendRest(project: string, change: StepsChange, again: boolean, error: Refusal): Promise<Answer> {
  const params = { path: { project } }
  const book = new Codebook((await ask(api.GET('/api/projects/{project}/codes', { params }))).items)
  const done = change.steps.filter((step) => isDone(book, step, again))
  const gone = new Set(done.filter(({ create }) => !create).map(({ code }) => code))
  const rest = change.steps.filter((step) => !done.includes(step) && !gone.has(step.code))
  if (!rest.length) return { seq: 0, ids: {} }
  if (rest.length < change.steps.length) return sendSteps(project, { ...change, steps: rest }, again)
  const [only] = rest
  const same = rest.length === 1 && only?.create && named(book, only)
  if (!same) throw error
  return { seq: 0, ids: { [only.code]: same.id } }
}

/** The code that has the name and the place of a new one. */
const named = (book: Codebook, { name = '', parent = '' }: Step): Code | undefined =>
  book.children(parent).find((one) => plain(one.name) === plain(name))

function isDone(book: Codebook, { code, create, remove, mergeInto }: Step, again: boolean): boolean {
  const there = book.get(code) !== undefined
  if (create) return there
  return !there && (remove === true || (again && mergeInto !== undefined))
}
