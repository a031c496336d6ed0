import type { Code } from '../api/names'
import type { Codebook } from '../codebook/codebook'

/** A code that passages can be given to, and the key that does it. */
export interface Target {
  code: Code
  key?: string
}

/** The sub-codes of a code in order, then others that were asked for; the first nine have keys. */
export function targetsOf(book: Codebook, code: string, others: readonly string[]): Target[] {
  const more = others.map((id) => book.get(id)).filter((one): one is Code => one !== undefined)
  const codes = [...book.children(code), ...more].filter(({ codable }) => codable)
  return codes.map((one, at) => ({ code: one, key: at < 9 ? String(at + 1) : undefined }))
}

/** The key that takes passages back to the code itself. */
export const BACK = '0'

/** The code that a key gives passages to. */
export const targetOf = (targets: readonly Target[], code: string, key: string): string | undefined =>
  key === BACK ? code : targets.find((target) => target.key === key)?.code.id
