/** Accounts that share a browser don't see each other's. */
const nameOf = (account: string, key: string): string => `selvedge.draft.${account}.${key}`

/** What an account typed and did not save, by a name of its own; kept in this browser. */
export function readDraft<T>(account: string, key: string): T | undefined {
  try {
    localStorage.removeItem(`selvedge.draft.${key}`) // was kept once without saying whose it is
    return JSON.parse(localStorage.getItem(nameOf(account, key)) ?? 'null') ?? undefined
  } catch {
    return undefined // what can't be read is as good as nothing kept
  }
}

/** Keeps what was typed until it is saved, or forgets it. */
export function writeDraft(account: string, key: string, draft?: unknown): void {
  try {
    if (draft) localStorage.setItem(nameOf(account, key), JSON.stringify(draft))
    else localStorage.removeItem(nameOf(account, key))
  } catch {
    // a browser that keeps nothing still lets one write
  }
}
