import type { Code } from '../api/names'
import type { CodeActions } from './useCodeActions'

/** What a box needs to know of the codes it is about. */
export interface About {
  ids: readonly string[]
  actions: CodeActions
  onClose: () => void
}

/** A code as a line of a select, indented as deep as it stands. */
export const optionOf = ({ id, name }: Code, depth: number, more = '') => ({
  value: id,
  name: `${'\u2003'.repeat(depth)}${name} ${more}`.trimEnd(),
})
