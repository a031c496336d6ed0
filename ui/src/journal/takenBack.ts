/** The numbers of the entries that were taken back, and not done again; of entries newest first. */
export function takenBack(entries: readonly { seq: number; undoes?: number }[]): Set<number> {
  const gone = new Set<number>()
  for (const { seq, undoes } of entries) if (undoes && !gone.has(seq)) gone.add(undoes)
  return gone
}
