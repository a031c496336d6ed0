import { m } from '../paraglide/messages'

/** What is written about a code, in the order in which it is read. */
export const proses = [
  { field: 'definition', label: m.codes_definition, hint: m.codes_definitionHint },
  { field: 'include', label: m.codes_include, hint: m.codes_includeHint },
  { field: 'exclude', label: m.codes_exclude, hint: m.codes_excludeHint },
  { field: 'example', label: m.codes_example, hint: m.codes_exampleHint, of: 'exampleOf' },
  { field: 'nearMiss', label: m.codes_nearMiss, hint: m.codes_nearMissHint, of: 'nearMissOf' },
] as const

export type Prose = (typeof proses)[number]

/** The two that can be picked from passages, and where the passage is kept. */
export type Picked = Extract<Prose, { of: string }>
