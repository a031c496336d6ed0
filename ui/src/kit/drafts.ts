const KEPT = 'selvedge.draft.'

/** What was typed and not saved, by a name of its own; kept in this browser. */
export function readDraft<T>(key: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEPT + key) ?? 'null') ?? undefined
  } catch {
    return undefined // what can't be read is as good as nothing kept
  }
}

/** Keeps what was typed until it is saved, or forgets it. */
export function writeDraft(key: string, draft: unknown): void {
  try {
    if (draft) localStorage.setItem(KEPT + key, JSON.stringify(draft))
    else localStorage.removeItem(KEPT + key)
  } catch {
    // a browser that keeps nothing still lets one write
  }
}
