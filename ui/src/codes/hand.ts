import type { NewCode } from '../api/names'
import { useCodebook, useMay, useProjectId } from '../app/project'
import type { Codebook } from '../codebook/codebook'
import type { Mark } from '../codebook/staging'
import type { Step } from '../codebook/steps'
import { useAddCode, useReorganise } from '../data/changingCodes'

/** What changes the tree: at once, or in a draft. */
export interface Hand {
  /** The codebook as it is shown. */
  book: Codebook
  may: boolean
  /** What a draft changes about codes; none when changes are made at once. */
  marks?: ReadonlyMap<string, Mark>
  /** Makes changes as one action. The journal number takes them back; 0 in a draft. */
  make(steps: readonly Step[]): Promise<{ seq: number }>
  /** Makes a code, and gives its id. */
  create(code: NewCode): Promise<string>
}

/** Changes the codebook at once. */
export function useHand(): Hand {
  const book = useCodebook()
  const { change: may } = useMay()
  const project = useProjectId()
  const { mutateAsync } = useReorganise(project)
  const add = useAddCode(project)
  return { book, may, make: mutateAsync, create: (code) => add.mutateAsync(code).then(({ id }) => id) }
}
