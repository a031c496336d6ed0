import type { FoundSpeaker, Preview } from '../api/names'
import type { SpeakerRule } from '../data/adding'
import { listed } from '../kit/words'
import { m } from '../paraglide/messages'

/** Someone who speaks in a file: as they were found, and what they are to be called. */
export interface Voice {
  /** As they stand in the file; the first is shown. */
  labels: readonly string[]
  found: string
  turns: number
  /** Empty leaves them out: the label stays part of the text. */
  name: string
  moderator: boolean
  foundModerator: boolean
  /** The case that they are tied to. */
  tied?: { id: string; name: string }
  /** Who chose name and moderator. */
  by: 'file' | 'hand' | 'other file'
}

export const voiceOf = ({ labels, name, turns, moderator }: FoundSpeaker): Voice => ({
  labels,
  found: name,
  turns,
  name: nobody(name) ? '' : name,
  moderator,
  foundModerator: moderator,
  by: 'file',
})

/** A label that says only that someone could not be made out. */
const nobody = (name: string): boolean => /^\?+$/.test(name)

export const labelOf = (voice: Voice): string => voice.labels[0] ?? voice.found

/** What two spellings of one label have in common. */
export const keyOf = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()

const keysOf = (voice: Voice): Set<string> => new Set(voice.labels.map(keyOf))

/** Whether somebody changed what the file says. */
const differs = (voice: Voice): boolean =>
  voice.name.trim() !== voice.found || voice.moderator !== voice.foundModerator || !!voice.tied

/** What the server is told about the speakers: nothing when all is as it was found. */
export function rulesOf(voices: readonly Voice[]): SpeakerRule[] | undefined {
  if (!voices.some(differs)) return undefined
  return voices.flatMap(({ labels, name, moderator, tied }) =>
    labels.map((label) => ({ label, name: name.trim(), moderator, ...(tied && { case: tied.id }) })),
  )
}

/** Those who become one speaker, because they have the same name. */
export function merges(voices: readonly Voice[]): Voice[][] {
  const byName = new Map<string, Voice[]>()
  for (const voice of voices) {
    const key = keyOf(voice.name)
    if (key) byName.set(key, [...(byName.get(key) ?? []), voice])
  }
  return [...byName.values()].filter((same) => same.length > 1)
}

/** How many speakers there will be. */
export const speakersIn = (voices: readonly Voice[]): number =>
  new Set(voices.map((one) => keyOf(one.name)).filter(Boolean)).size

export const mergeSentence = (same: readonly Voice[]): string =>
  m.adding_merged({
    labels: listed(same.map((one) => m.kit_quoted({ text: labelOf(one) }))),
    name: same[0]?.name.trim() ?? '',
  })

/** Those nobody has said anything about, who could not be made out. */
export const unnamed = (voices: readonly Voice[]): Voice[] =>
  voices.filter((one) => !one.name.trim() && one.by === 'file')

/** A first turn as it will read with the names that were given. */
export interface Line {
  who: string
  moderator: boolean
  fromMs?: number
  text: string
  /** Spoken by someone without a name yet. */
  unclear: boolean
}

export function linesOf(first: Preview['first'], voices: readonly Voice[]): Line[] {
  const byFound = new Map(voices.map((voice) => [voice.found, voice]))
  const moderators = new Set(voices.filter(({ moderator }) => moderator).map(({ name }) => keyOf(name)))
  return (first ?? []).map(({ speaker, fromMs, text }) => {
    const voice = speaker ? byFound.get(speaker) : undefined
    if (!voice) return { who: speaker ?? '', moderator: false, fromMs, text, unclear: false }
    if (voice.name.trim())
      return { who: voice.name.trim(), moderator: moderators.has(keyOf(voice.name)), fromMs, text, unclear: false }
    return { who: '', moderator: false, fromMs, text: `${labelOf(voice)}: ${text}`, unclear: voice.by === 'file' }
  })
}

/** Who speaks under a label in all files that have it. */
export interface Naming {
  label: string
  name: string
  moderator: boolean
}

/** Names from another file for the labels that occur here too. What someone chose by hand here stays. */
export function named(voices: readonly Voice[], names: ReadonlyMap<string, Naming>): Voice[] {
  return voices.map((voice) => {
    const label = [...keysOf(voice)].find((key) => names.has(key))
    if (label === undefined || voice.by === 'hand') return voice
    const { name, moderator } = names.get(label) as Naming
    return { ...voice, name, moderator, by: 'other file' as const }
  })
}

/** As the file says, for those whose names came from another file. */
export const unnamedAgain = (voices: readonly Voice[], labels: ReadonlySet<string>): Voice[] =>
  voices.map((voice) =>
    voice.by === 'other file' && [...keysOf(voice)].some((key) => labels.has(key))
      ? { ...voice, name: nobody(voice.found) ? '' : voice.found, moderator: voice.foundModerator, by: 'file' as const }
      : voice,
  )

/** How the labels of some voices are called. */
export function namesIn(voices: readonly Voice[]): Map<string, Naming> {
  const names = new Map<string, Naming>()
  for (const { labels, name, moderator } of voices)
    for (const label of labels) names.set(keyOf(label), { label, name, moderator })
  return names
}

/** Those of a file that speak under the same label in others. */
export function sharedIn(voices: readonly Voice[], others: readonly (readonly Voice[])[]): Voice[] {
  const elsewhere = new Set(others.flat().flatMap((voice) => [...keysOf(voice)]))
  return voices.filter((voice) => !nobody(voice.found) && [...keysOf(voice)].some((key) => elsewhere.has(key)))
}

/** The labels that speak in some files, the most frequent first. */
export function labelsIn(files: readonly (readonly Voice[])[]): { label: string; files: number }[] {
  const known = new Map<string, { label: string; files: number }>()
  for (const voice of files.flat()) {
    const label = labelOf(voice)
    const files = known.get(keyOf(label))?.files ?? 0
    if (!nobody(voice.found)) known.set(keyOf(label), { label, files: files + 1 })
  }
  return [...known.values()].sort((a, b) => b.files - a.files)
}

/** How many of the others some voices speak in. */
export function filesWith(voices: readonly Voice[], others: readonly (readonly Voice[])[]): number {
  const wanted = new Set(voices.flatMap((voice) => [...keysOf(voice)]))
  return others.filter((list) => list.some((voice) => [...keysOf(voice)].some((key) => wanted.has(key)))).length
}

/** Voices that were found anew, with what someone said about them before. */
export function kept(voices: readonly Voice[], before: readonly Voice[]): Voice[] {
  const known = new Map(before.filter(({ by }) => by === 'hand').map((voice) => [keyOf(labelOf(voice)), voice]))
  return voices.map((voice) => {
    const same = known.get(keyOf(labelOf(voice)))
    return same ? { ...voice, name: same.name, moderator: same.moderator, tied: same.tied, by: same.by } : voice
  })
}
