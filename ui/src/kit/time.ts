const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const dateAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

const DAY = 24 * 3600_000

const midnight = (day: Date): number => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
const daysAgo = (then: Date, now: Date): number => Math.round((midnight(now) - midnight(then)) / DAY)

/** A day as people say it: today, yesterday, Tuesday, 12 May, 12 May 2025. */
export function dayOf(at: string, now = new Date()): string {
  const then = new Date(at)
  const days = daysAgo(then, now)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days > 1 && days < 7) return weekday.format(then)
  return then.getFullYear() === now.getFullYear() ? date.format(then) : dateAndYear.format(then)
}

export const timeOf = (at: string): string => hour.format(new Date(at))

/** Today the time, otherwise the day: for narrow columns. */
export const dayOrTime = (at: string, now = new Date()): string => {
  const day = dayOf(at, now)
  return day === 'today' ? timeOf(at) : day
}

/** Day and time: "Tuesday 16:21". */
export const dayAndTime = (at: string, now = new Date()): string => `${dayOf(at, now)} ${timeOf(at)}`
