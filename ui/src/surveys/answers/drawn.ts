import type { Answer, Answers } from '../../api/names'

/** What is shown before the server has done it: a code on some answers, or codings that are gone. */
export interface Drawn {
  /** By response. */
  add?: ReadonlyMap<string, Answer['codes'][number]>
  remove?: ReadonlySet<string>
}

/** The answers with it; those that it leaves as they are stay the same objects. */
export const drawn = (list: Answers, { add, remove }: Drawn): Answers => ({
  ...list,
  items: list.items.map((one) => {
    const more = add?.get(one.response)
    if (more) return { ...one, codes: [...one.codes, more] }
    if (!remove || !one.codes.some(({ coding }) => remove.has(coding))) return one
    return { ...one, codes: one.codes.filter(({ coding }) => !remove.has(coding)) }
  }),
})
