import type { CodingChange, StepsChange } from './gesture'
import type { Answer } from './outbox'
import { useOutbox } from './useOutbox'

/** A gesture and the words that tell it, as in "‘Trust’ on “my cousin came back”". */
interface Told {
  told: string
  change: CodingChange | StepsChange
}

/** Changes codings, and makes codes to code with: drawn at once, kept on this computer until the server has it. See outbox.ts. */
export function useChangeCodings(project: string): (gesture: Told) => Promise<Answer> {
  const box = useOutbox(project)
  return ({ told, change }) => box.put(told, change)
}
