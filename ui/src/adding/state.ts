import type { Candidate } from './candidate'
import type { Naming } from './cast'

/** All that is known of the files that are being added. */
export interface State {
  files: readonly Candidate[]
  /** Where all go that don't say otherwise: a strand, or BY_NAME. */
  strand: string
  selected?: string
  /** Names that hold in all files, those still to be read too; by the key of their label. */
  names: ReadonlyMap<string, Naming>
}
