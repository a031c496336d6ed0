import type { Change, Entry } from '../api/names'
import { count, shorten } from '../kit/words'
import { after, before, changed, changesOf, first, gone, made, state, text } from './changes'
import { changedCode, changedSource, codePart, listOf, type Names, number, type Part, sourcePart } from './parts'

/** Tells what some entries of one verb did, after the name of who did it. */
export type Teller = (group: readonly Entry[], names: Names) => Part[]

/** Longest quotation of a memo. */
const QUOTE = 90

export function codings(group: readonly Entry[], names: Names, verb: 'coded' | 'removed'): Part[] {
  const all = changesOf(group, 'coding')
  const used = new Set(all.map((change) => text(state(change).code)))
  const named = used.size === 1 ? codePart([...used][0] ?? '', names) : undefined
  const place = [` ${verb === 'coded' ? 'in' : 'from'} `, whereOf(all, names)]
  if (verb === 'removed') return ['removed ', named ?? number(all.length, 'coding'), ...place]
  if (named && all.length === 1) return ['coded ', named, ...place]
  return ['coded ', number(all.length, 'passage'), ...(named ? [' with ', named] : []), ...place]
}

function whereOf(all: readonly Change[], names: Names): Part {
  const sources = new Set(all.map((change) => text(state(change).source)))
  return sources.size === 1 ? sourcePart([...sources][0] ?? '', names) : count(sources.size, 'source')
}

const codesOf = (all: readonly Change[], names: Names): Part[] =>
  listOf(all, 'code', (change) => changedCode(change, names))

function renamedCode(group: readonly Entry[], names: Names): Part[] {
  const change = changed(group, 'code', 'name')
  return ['renamed “', text(before(change)?.name), '” to ', changedCode(change, names)]
}

function movedCode(group: readonly Entry[], names: Names): Part[] {
  const change = changed(group, 'code', 'parent')
  const parent = text(after(change)?.parent)
  const moved: Part[] = ['moved ', changedCode(change, names)]
  if (text(before(change)?.parent) === parent) return moved
  return parent ? [...moved, ' under ', codePart(parent, names)] : [...moved, ' to the top of the codebook']
}

function deletedCode(group: readonly Entry[], names: Names): Part[] {
  const lost = changesOf(group, 'coding').length
  return [
    'deleted ',
    ...codesOf(changesOf(group, 'code').filter(gone), names),
    lost ? ` and ${count(lost, 'coding')}` : '',
  ]
}

function mergedCodes(group: readonly Entry[], names: Names): Part[] {
  const from = changesOf(group, 'code').find(gone) ?? first(group, 'code')
  const memo = changesOf(group, 'memo').find((change) => text(after(change)?.target))
  const into = memo ? codePart(text(after(memo)?.target), names) : 'another code'
  return ['merged “', text(state(from).name), '” into ', into]
}

function reorganised(group: readonly Entry[]): Part[] {
  const codes = changesOf(group, 'code')
  const of = (some: readonly Change[], what: string) => (some.length ? [`${count(some.length, 'code')} ${what}`] : [])
  const parts = [
    ...of(codes.filter(made), 'created'),
    ...of(
      codes.filter((change) => !made(change) && !gone(change)),
      'changed',
    ),
    ...of(codes.filter(gone), 'merged or deleted'),
  ]
  return [`reorganised the codebook: ${parts.join(', ')}`]
}

const codeSet =
  (verb: string): Teller =>
  (group) => [`${verb} the code set “${text(state(first(group, 'code set')).name)}”`]

function changedOneSource(group: readonly Entry[], names: Names): Part[] {
  const change = first(group, 'source')
  const [was, is] = [before(change), after(change)]
  if (was?.title !== is?.title) return ['renamed “', text(was?.title), '” to ', changedSource(change, names)]
  if (was?.strand === is?.strand) return ['changed ', changedSource(change, names)]
  return ['moved ', changedSource(change, names), ` to ${names.strand(text(is?.strand)) ?? 'another strand'}`]
}

function changedSpeaker(group: readonly Entry[], names: Names): Part[] {
  const change = first(group, 'speaker')
  const [was, is] = [text(before(change)?.name), text(after(change)?.name)]
  const moderates = `said that ${is} ${after(change)?.moderator ? 'moderates' : 'doesn’t moderate'} in `
  return [
    was === is ? moderates : `renamed the speaker “${was}” to “${is}” in `,
    sourcePart(text(state(change).source), names),
  ]
}

function memo(group: readonly Entry[], names: Names): Part[] {
  const { targetKind, target, title, body } = state(first(group, 'memo'))
  const quote = text(title) || shorten(text(body), QUOTE)
  const said = quote ? `: “${quote}”` : ''
  if (targetKind === 'code') return ['on ', codePart(text(target), names), said]
  if (targetKind === 'source') return ['on ', sourcePart(text(target), names), said]
  if (targetKind === 'strand') return [`on ${names.strand(text(target)) ?? 'a strand'}`, said]
  return [targetKind === 'passage' ? 'on a passage' : 'on the project', said]
}

const strand =
  (verb: string): Teller =>
  (group) => [`${verb} the strand “${text(state(first(group, 'strand')).name)}”`]
const member = (group: readonly Entry[], names: Names): string => names.member(first(group, 'member').id) ?? 'someone'
const role = (group: readonly Entry[]): string => text(state(first(group, 'member')).role)

/** What an undo or a redo did, told by what came back or went. */
function reverted(group: readonly Entry[], names: Names): Part[] {
  const whole = (kind: string) => changesOf(group, kind).filter((change) => made(change) || gone(change))
  const [source] = whole('source')
  const codes = whole('code')
  const [coding] = whole('coding')
  if (source) return [made(source) ? 'brought back ' : 'took out ', changedSource(source, names)]
  if (codes[0]) return [made(codes[0]) ? 'brought back ' : 'took out ', ...codesOf(codes, names)]
  if (coding) return codings(group, names, made(coding) ? 'coded' : 'removed')
  const kind = group[0]?.changes[0]?.kind
  return [kind ? `changed a ${kind} back` : 'changed something back']
}

export const tellers: Readonly<Record<string, Teller>> = {
  coded: (group, names) => codings(group, names, 'coded'),
  'removed a coding': (group, names) => codings(group, names, 'removed'),
  'created a code': (group, names) => ['created ', ...codesOf(changesOf(group, 'code').filter(made), names)],
  'renamed a code': renamedCode,
  'recoloured a code': (group, names) => ['recoloured ', changedCode(changed(group, 'code', 'color'), names)],
  'described a code': (group, names) => ['described ', changedCode(first(group, 'code'), names)],
  'moved a code': movedCode,
  'deleted a code': deletedCode,
  'merged two codes': mergedCodes,
  'reorganised the codebook': reorganised,
  'made a code set': codeSet('made'),
  'changed a code set': codeSet('changed'),
  'deleted a code set': codeSet('deleted'),
  'imported a source': (group, names) => [
    'added ',
    ...listOf(changesOf(group, 'source').filter(made), 'source', (change) => changedSource(change, names)),
  ],
  'changed a source': changedOneSource,
  'deleted a source': (group) => [`deleted “${text(state(first(group, 'source')).title)}”`],
  'changed a speaker': changedSpeaker,
  'wrote a memo': (group, names) => ['wrote a memo ', ...memo(group, names)],
  'changed a memo': (group, names) => ['rewrote a memo ', ...memo(group, names)],
  'deleted a memo': (group, names) => ['deleted a memo ', ...memo(group, names)],
  'added a strand': strand('added'),
  'changed a strand': strand('changed'),
  'removed a strand': strand('removed'),
  'changed the project': () => ['changed the name or the aim of the project'],
  joined: (group) => [`joined as ${role(group)}`],
  'added a member': (group, names) => [`added ${member(group, names)} as ${role(group)}`],
  'changed a role': (group, names) => [`made ${member(group, names)} ${role(group)}`],
  'removed a member': (group, names) => [`took ${member(group, names)} off the team`],
  undid: (group, names) => ['undid: ', ...reverted(group, names)],
  redid: (group, names) => ['did again: ', ...reverted(group, names)],
}
