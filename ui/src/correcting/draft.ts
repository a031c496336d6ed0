import type { Edits } from './edits'

/** Corrections that are not saved yet, of one revision of a text; kept in this browser. */
export interface Draft {
  revision: number
  edits: Edits
  /** Speakers who are to be called otherwise, by id. */
  names: Readonly<Record<string, string>>
  /** Why, in one's own words. */
  why: string
}

/** Where the draft of a source is kept. */
export const draftKey = (source: string): string => `correct.${source}`
