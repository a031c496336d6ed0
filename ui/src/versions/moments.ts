/** A moment as a field for date and time has it, in the zone of who reads: 2026-05-12T09:30. */
export function fieldOf(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** A field's moment as the server reads it; undefined when it is empty or no moment. */
export function momentOf(field: string | undefined): string | undefined {
  const at = field ? new Date(field) : undefined
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined
}

/** The beginning of the day some days before. */
export function daysBefore(days: number, now = new Date()): string {
  return fieldOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days))
}
