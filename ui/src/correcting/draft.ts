import { readDraft, writeDraft } from '../kit/drafts'
import type { Edits } from './edits'

/** Corrections that are not saved yet, of one revision of a text; kept in this browser for one account. */
export interface Draft {
  revision: number
  edits: Edits
  /** Speakers who are to be called otherwise, by id. */
  names: Readonly<Record<string, string>>
  /** Why, in one's own words. */
  why: string
}

/** Whether there is nothing to save. */
export const isEmpty = ({ edits, names }: Draft): boolean => !edits.length && !Object.keys(names).length

const nameOf = (source: string): string => `correct.${source}`

/** What an account has not saved of a source. */
export const keptDraft = (account: string, source: string): Draft | undefined =>
  readDraft<Draft>(account, nameOf(source))

/** Keeps what is not saved, and forgets what is empty. */
export const keepDraft = (account: string, source: string, draft?: Draft): void =>
  writeDraft(account, nameOf(source), draft && !isEmpty(draft) ? draft : undefined)
