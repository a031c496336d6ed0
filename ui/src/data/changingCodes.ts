import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Code, CodeChange, NewCode } from '../api/names'
import type { Codebook } from '../codebook/codebook'
import type { Step } from '../codebook/steps'
import { wordsOf } from '../codebook/stepWords'
import { randomId } from '../kit/randomId'
import { atOnce, type Done } from './atOnce'
import { codes } from './codes'
import { stepsOf, withSteps } from './drawingCodes'
import type { StepsChange } from './gesture'
import { keys } from './keys'
import { reorganise } from './sendingSteps'
import { useOutbox } from './useOutbox'

/** What can be said of a code when it is made. */
type Making = Pick<NewCode, 'name' | 'parent'>

/** Creates a code, and has it in the codebook at once, so that it can be coded with. */
export function useAddCode(project: string) {
  const { make, settled } = useMaking(project)
  return useMutation({
    mutationFn: async ({ name, parent }: Making) => {
      const id = randomId()
      const params = { path: { project } }
      const post = () => ask(api.POST('/api/projects/{project}/codes', { params, body: { id, name, parent } }))
      return { ...(await make([{ code: id, create: true, name, parent }], post)), id, name }
    },
    onSettled: settled,
  })
}

interface Changing extends CodeChange {
  seen: Code
}

/** Renames, describes, recolours, moves or nests a code; shown at once, taken back when the server refuses. */
export function useChangeCode(project: string) {
  const { make, settled } = useMaking(project)
  return useMutation({
    mutationFn: ({ seen, ...body }: Changing) =>
      make([{ code: seen.id, version: seen.version, ...body }], undefined, seen),
    onSettled: settled,
  })
}

/** Makes changes of the tree as one action, shown at once; the answer's journal number takes it back. */
export function useReorganise(project: string) {
  const { make, settled } = useMaking(project)
  return useMutation({
    mutationFn: (steps: readonly Step[]) => make(steps),
    onSettled: settled,
  })
}

/** Makes steps on the codebook as it is shown, or keeps them. */
function useMaking(project: string) {
  const cache = useQueryClient()
  const box = useOutbox(project)
  const { queryKey } = codes(project)
  const shown = () => withSteps(cache.getQueryData(queryKey) ?? [], stepsOf(box.outgoing().drawn))
  const make = (steps: readonly Step[], post?: () => Promise<{ seq: number }>, seen?: Code): Promise<Done> => {
    const book = shown()
    const change = changeOf(book, steps, seen)
    return atOnce(box, wordsOf(book, steps), change, post ?? ((known) => reorganise(project, known.steps))).then(
      (done) => {
        if (!done.kept && steps.some(takesCodings)) void cache.invalidateQueries({ queryKey: keys.all(project) })
        return done
      },
    )
  }
  const settled = (done?: Done) => (done?.kept ? undefined : cache.invalidateQueries({ queryKey }))
  return { make, settled }
}

const takesCodings = ({ mergeInto, remove }: Step): boolean => Boolean(mergeInto || remove)

/** Steps with what they rest on: the values that were seen, and the codes that go along. */
function changeOf(book: Codebook, steps: readonly Step[], seen?: Code): StepsChange {
  const [step] = steps
  const gone = steps.flatMap(({ code, remove }) => (remove ? book.withDescendants(code) : []))
  const code = seen ?? book.get(step?.code)
  const known = steps.length === 1 && step?.version && code?.version === step.version
  return {
    do: 'steps',
    steps,
    ...(known && { seen: picked(code, Object.keys(step)) }),
    ...(gone.length && { gone }),
  }
}

const picked = (code: Code, fields: readonly string[]): Partial<Code> =>
  Object.fromEntries(fields.flatMap((field) => (field in code ? [[field, code[field as keyof Code]]] : [])))
