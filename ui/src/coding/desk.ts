import { createContext, type RefObject, use } from 'react'
import type { Source } from '../api/names'
import type { May } from '../app/project'
import type { Codebook } from '../codebook/codebook'
import type { Content } from '../data/sources'
import type { Coding, Selected, Span, Surface } from '../surface'
import type { Standing } from './placing'
import type { Acts } from './useActs'
import type { useCodesDrawer } from './useCodesDrawer'
import type { useInspector } from './useInspector'
import type { Modes } from './useModes'
import type { useShowing } from './useShowing'

/** What a code is looked for: to be put on the words, or in the place of the lit coding's; '' when none is. */
export type Finding = '' | 'put' | 'replace'

/** Everything the panes of the coding view share. */
export interface Desk {
  project: string
  source: Source
  content: Content
  book: Codebook
  may: May
  me: string
  surface: Surface | null
  /** Holds the text and what stands at its words. */
  doc: RefObject<HTMLDivElement | null>
  /** In the order of the text; shown is what the view leaves. */
  codings: readonly Coding[]
  shown: readonly Coding[]
  /** What is selected in the text, also while the focus is in a field. */
  selected: Selected | null
  standing: Standing | null
  /** Says where the selected words stand, when that is not in the text. */
  stand(at: Standing): void
  lit: Coding | undefined
  /** The code whose codings are all lit; '' for none. */
  litCode: string
  lightCode(code: string): void
  /** The words that an action is about: those selected, else those of the lit coding. */
  words: Span | null
  /** The code that is chosen in the tree. */
  chosen: string
  choose(code: string): void
  /** Where a code is put: on the turns of one speaker, or on the words. */
  onto: readonly Span[]
  /** What stays in the hand from one gesture to the next. */
  modes: Modes
  finding: Finding
  find(what: Finding): void
  /** The words that a memo is being written on; they stay whatever is lit or selected meanwhile. */
  writing: Span | null
  write(on: Span | null): void
  /** Gives the focus back to the text, with the words selected that were. */
  back(): void
  /** Which codings are shown. */
  view: ReturnType<typeof useShowing>
  inspector: ReturnType<typeof useInspector>
  codes: ReturnType<typeof useCodesDrawer>
  acts: Acts
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('There is no desk here.')
  return desk
}

/** The coding that is lit in the text. A key may come before the page around the text has drawn it as lit. */
export const litNow = ({ surface, codings }: Desk): Coding | undefined => {
  const lit = surface?.lit()
  return codings.find(({ id }) => id === lit)
}
