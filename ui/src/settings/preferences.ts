import { useSyncExternalStore } from 'react'
import type { Draft } from '../codebook/staging'

/** How one person likes to work, on this computer, in every project. */
export interface Preferences {
  /** Until it is said, the system decides. */
  language?: 'en' | 'de'
  theme?: 'light' | 'dark'
  density?: 'compact' | 'roomy'
  text?: 'small' | 'large'
  /** Whether the rail is folded on pages, and where one works in panels; until it is said, the width decides. */
  railFolded?: boolean
  deskRailFolded?: boolean
  inspector: boolean
  /** The retrieved passages below the text. */
  dock: boolean
  /** Single letters as keys. */
  singleKeys: boolean
  /** Linear reading, which screen readers need. */
  linear: boolean
  /** The numbers of the turns beside them. */
  numbers: boolean
  /** Whether the pages of a file stand beside its text, or in its place. */
  pages?: 'text' | 'both' | 'pages'
  /** Widths of panels in px, by name. */
  widths: Readonly<Record<string, number>>
  /** By project. */
  places: Readonly<Record<string, Place>>
}

/** Where one was in a project. */
export interface Place {
  /** The source that was read last. */
  source?: string
  /** Where in each source, in code points. */
  at?: Readonly<Record<string, number>>
  /** When each source was left last, RFC 3339. */
  left?: Readonly<Record<string, string>>
  /** Codes used, newest first. */
  recent?: readonly string[]
  /** The retrieved passages that were listed last, as the address writes them. */
  list?: string
  /** Codes on the keys 1 to 9. */
  favourites?: Readonly<Record<string, string>>
  /** Codes whose children are folded away. */
  folded?: readonly string[]
  /** Columns of the sheet of cases that are hidden, and widths of others in px. */
  sheet?: { hidden?: readonly string[]; widths?: Readonly<Record<string, number>> }
  /** A reorganisation of the codebook that has not been made yet. */
  draft?: Draft
}

const KEPT = 'selvedge.preferences' // public/appearance.js reads it too
const initial: Preferences = {
  inspector: true,
  dock: false,
  singleKeys: true,
  linear: false,
  numbers: false,
  widths: {},
  places: {},
}

let now: Preferences = { ...initial, ...kept() }
const listeners = new Set<() => void>()

function kept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}')
  } catch {
    return {} // what can't be read is as good as nothing kept
  }
}

export const preferences = (): Preferences => now

/** Changes preferences, shows them and keeps them. */
export function prefer(change: Partial<Preferences>): void {
  now = { ...now, ...change }
  try {
    localStorage.setItem(KEPT, JSON.stringify(now))
  } catch {
    // a browser that keeps nothing still shows it
  }
  show()
  for (const tell of listeners) tell()
}

function show(): void {
  const root = document.documentElement
  for (const name of ['theme', 'density', 'text'] as const) {
    const value = now[name]
    if (value) root.dataset[name] = value
    else delete root.dataset[name]
  }
}

export const isDark = (): boolean =>
  now.theme ? now.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches

export const placeIn = (project: string): Place => now.places[project] ?? {}

export function keepPlace(project: string, change: Partial<Place>): void {
  prefer({ places: { ...now.places, [project]: { ...placeIn(project), ...change } } })
}

/** Puts a code at the head of those used. */
export function keepRecent(project: string, code: string): void {
  const others = placeIn(project).recent?.filter((one) => one !== code) ?? []
  keepPlace(project, { recent: [code, ...others].slice(0, 12) })
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences)
