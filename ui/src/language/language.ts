import { useSyncExternalStore } from 'react'
import { preferences } from '../settings/preferences'
import { sayFrom } from './say'

/** The languages that Selvedge speaks, by their own names. */
export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de' }

let now: Language = 'en'
const listeners = new Set<() => void>()

/** The language that is spoken now. */
export const language = (): Language => now

/** What dates, numbers and alphabets go by. */
export const locale = (): string => locales[now]

/** Fetches and speaks the language that is preferred. */
export async function speak(): Promise<void> {
  const wanted = preferences().language ?? ofSystem()
  sayFrom(wanted === 'de' ? await import('../paraglide/de') : undefined)
  now = wanted
  document.documentElement.lang = locale()
  for (const tell of listeners) tell()
}

/** The first of the system's languages that Selvedge speaks. */
function ofSystem(): Language {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  return (spoken.find((tag) => tag in languages) as Language | undefined) ?? 'en'
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** The language that is spoken now; what uses it is drawn anew when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, language)
