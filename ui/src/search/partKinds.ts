import { useQuery } from '@tanstack/react-query'
import type { QueryPart, Variable } from '../api/names'
import { useCodebook, useProjectId, useSources, useStrands } from '../app/project'
import type { Comparable, Condition, Sign } from '../cases/asked'
import { choicesOf } from '../cases/options'
import { plain } from '../codebook/codebook'
import { someCases } from '../data/cases'
import { variables } from '../data/variables'
import { m } from '../paraglide/messages'
import { relation } from './inWords'
import { type How, hows } from './writing'

/** The fields whose values are names of the project. */
export const namedFields = ['speaker', 'strand', 'source', 'code', 'coder', 'case'] as const
export type NamedField = (typeof namedFields)[number]

/** What a menu can make: words as they are written, names, values of variables, and how passages lie to others. */
export type Kind = 'words' | 'near' | 'memo' | 'variable' | NamedField | How

export const isNamed = (kind: Kind): kind is NamedField => namedFields.some((one) => one === kind)
export const isHow = (kind: Kind): kind is How => hows.some((one) => one === kind)

const gap = { values: '…', of: '…', to: '…', n: '…' }

const names: Record<Exclude<Kind, How>, () => string> = {
  words: m.search_askWords,
  near: m.search_askNear,
  variable: m.search_askVariable,
  speaker: () => m.search_readSpeaker(gap),
  strand: () => m.search_readStrand(gap),
  source: () => m.search_readSource(gap),
  code: () => m.search_readCode(gap),
  coder: () => m.search_readCoder(gap),
  case: () => m.search_readCase(gap),
  memo: () => m.search_readMemo(gap),
}

/** A kind as the beginning of a sentence, with gaps where something is to be chosen. */
export const askName = (kind: Kind): string =>
  isHow(kind) ? m.search_readPassages({ passages: relation[kind](gap) }) : names[kind]()

/** The kinds for which the project has something to choose. */
export function useKinds(): readonly Kind[] {
  const has: Partial<Record<Kind, boolean>> = {
    strand: useStrands().length > 0,
    source: useSources().length > 0,
    variable: useVariables().length > 0,
    case: Boolean(useQuery(someCases(useProjectId(), '')).data?.total),
  }
  const codes = useCodebook().codes.length > 0
  const all: Kind[] = ['words', ...namedFields, 'variable', 'memo', 'near', ...hows]
  return all.filter((kind) => has[kind] ?? (codes || !(isHow(kind) || kind === 'code' || kind === 'coder')))
}

export const useVariables = (): readonly Variable[] => useQuery(variables(useProjectId())).data ?? []

/** In which form a part is changed; what no other form holds is changed as it is written. */
export function kindOf({ kind, field, how, values }: QueryPart): Kind {
  const single = values?.length === 1
  if (kind === 'relation') return hows.find((one) => one === how) ?? 'words'
  if (kind === 'near') return 'near'
  if (kind !== 'field') return 'words'
  if (field === 'memo') return single ? 'memo' : 'words'
  return namedFields.find((one) => one === field) ?? (single ? 'variable' : 'words')
}

/** What a part asks of a variable, where a form can hold that. */
export function conditionOf(
  { field = '', values, less }: QueryPart,
  list: readonly Comparable[],
): Condition | undefined {
  const variable = list.find(({ name }) => plain(name) === plain(field))
  const [, sign = '=', text = ''] = /^(>=|<=|>|<)?(.*)$/.exec(values?.[0] ?? '') ?? []
  if (!variable || text.includes('..') || (less && (sign !== '=' || !text))) return undefined
  const choices = choicesOf(variable)
  const chosen = choices.find(({ value, name }) => plain(value) === plain(text) || plain(name) === plain(text))
  if (text && choices.length && !chosen) return undefined
  return { variable: variable.name, sign: less ? '!=' : (sign as Sign), value: chosen?.value ?? text }
}
