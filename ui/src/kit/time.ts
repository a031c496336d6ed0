import { locale } from '../language/language'
import { m } from '../paraglide/messages'

const DAY = 24 * 3600_000

const formats = {
  weekday: { weekday: 'long' },
  date: { day: 'numeric', month: 'long' },
  dateAndYear: { day: 'numeric', month: 'long', year: 'numeric' },
  hour: { hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const kept = new Map<string, Intl.DateTimeFormat>()

function format(at: Date, name: keyof typeof formats): string {
  const key = `${locale()} ${name}`
  const one = kept.get(key) ?? new Intl.DateTimeFormat(locale(), formats[name])
  kept.set(key, one)
  return one.format(at)
}

const midnight = (day: Date): number => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
const daysAgo = (then: Date, now: Date): number => Math.round((midnight(now) - midnight(then)) / DAY)

/** A day as people say it: today, yesterday, Tuesday, 12 May, 12 May 2025. */
export function dayOf(at: string, now = new Date()): string {
  const then = new Date(at)
  const days = daysAgo(then, now)
  if (days === 0) return m.kit_today()
  if (days === 1) return m.kit_yesterday()
  if (days > 1 && days < 7) return format(then, 'weekday')
  return format(then, then.getFullYear() === now.getFullYear() ? 'date' : 'dateAndYear')
}

export const timeOf = (at: string): string => format(new Date(at), 'hour')

/** Today the time, otherwise the day: for narrow columns. */
export const dayOrTime = (at: string, now = new Date()): string =>
  daysAgo(new Date(at), now) === 0 ? timeOf(at) : dayOf(at, now)

/** Day and time: "Tuesday 16:21". */
export const dayAndTime = (at: string, now = new Date()): string =>
  m.kit_dayAndTime({ day: dayOf(at, now), time: timeOf(at) })

/** A time in a recording as people read it: 0:02:58. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
