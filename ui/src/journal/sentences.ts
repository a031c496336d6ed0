import type { Change, Entry } from '../api/names'

/** A piece of a sentence: words, something that can be opened, or a code. */
export type Part =
  | string
  | { what: 'source'; id: string; name: string }
  | { what: 'code'; id: string; name: string; color: string }
  | { what: 'count'; text: string }

/** What a sentence needs to know beyond the journal. */
export interface Names {
  source(id: string): string | undefined
  code(id: string): { name: string; color: string } | undefined
  strand(id: string): string | undefined
  member(id: string): string | undefined
}

/** Entries of one person that are told in one sentence. */
export interface Told {
  seq: number
  at: string
  actor: string
  entries: Entry[]
  parts: Part[]
}

type Fields = Record<string, unknown> & { id: string }

const before = (change: Change) => change.before as Fields | undefined
const after = (change: Change) => change.after as Fields | undefined
const state = (change: Change): Fields => after(change) ?? before(change) ?? { id: change.id }
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** Tells entries, newest first, as sentences. Codings of one person in one source, close in time, are told together. */
export function tell(entries: readonly Entry[], names: Names): Told[] {
  return together(entries).map((group) => {
    const [first] = group as [Entry, ...Entry[]]
    return { seq: first.seq, at: first.at, actor: first.actor, entries: group, parts: sentence(group, names) }
  })
}

/** How far apart codings may be and still be told together, in ms. */
const APART = 30 * 60_000

function together(entries: readonly Entry[]): Entry[][] {
  const groups: Entry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last && belongs(last, entry)) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

function belongs(group: readonly Entry[], entry: Entry): boolean {
  const last = group.at(-1) as Entry
  if (entry.actor !== last.actor || entry.verb !== last.verb) return false
  if (Date.parse(last.at) - Date.parse(entry.at) > APART) return false
  if (entry.verb === 'imported a source') return true
  return (entry.verb === 'coded' || entry.verb === 'removed a coding') && sourceOf(entry) === sourceOf(last)
}

const changesOf = (group: readonly Entry[], kind: string) =>
  group.flatMap((entry) => entry.changes).filter((change) => change.kind === kind)

const sourceOf = (entry: Entry): string => {
  const change = changesOf([entry], 'coding')[0]
  return change ? text(state(change).source) : ''
}

function sentence(group: readonly Entry[], names: Names): Part[] {
  const [entry] = group as [Entry, ...Entry[]]
  return (tellers[entry.verb] ?? plainly)(group, names)
}

const plainly = ([entry]: readonly Entry[]): Part[] => [entry?.verb ?? '']

type Teller = (group: readonly Entry[], names: Names) => Part[]

const tellers: Record<string, Teller> = {
  coded: (group, names) => codings(group, names, 'coded', 'in'),
  'removed a coding': (group, names) => codings(group, names, 'removed', 'from'),
  'created a code': (group, names) => ['created ', ...list(changesOf(group, 'code').filter((c) => !before(c)), names)],
  'renamed a code': (group, names) => {
    const change = changed(group, 'code', 'name')
    return ['renamed “', text(before(change)?.name), '” to ', codeOf(change, names)]
  },
  'recoloured a code': (group, names) => ['recoloured ', codeOf(changed(group, 'code', 'color'), names)],
  'described a code': (group, names) => ['described ', codeOf(first(group, 'code'), names)],
  'moved a code': (group, names) => moved(changed(group, 'code', 'parent'), names),
  'deleted a code': (group, names) => [...gone(group, 'deleted ', names)],
  'merged two codes': (group, names) => merged(group, names),
  'imported a source': (group, names) => imported(group, names),
  'changed a source': (group, names) => changedSource(first(group, 'source'), names),
  'deleted a source': (group) => ['deleted “', text(state(first(group, 'source')).title), '”'],
  'changed a speaker': (group, names) => {
    const change = first(group, 'speaker')
    const [was, is] = [text(before(change)?.name), text(after(change)?.name)]
    const done = was === is ? [`said that ${is} ${after(change)?.moderator ? 'moderates' : 'doesn’t moderate'} in `] : [`renamed the speaker “${was}” to “${is}” in `]
    return [...done, source(text(state(change).source), names)]
  },
  'wrote a memo': (group, names) => ['wrote a memo ', ...onWhat(first(group, 'memo'), names)],
  'changed a memo': (group, names) => ['rewrote a memo ', ...onWhat(first(group, 'memo'), names)],
  'deleted a memo': (group, names) => ['deleted a memo ', ...onWhat(first(group, 'memo'), names)],
  'added a strand': (group) => ['added the strand “', text(state(first(group, 'strand')).name), '”'],
  'changed a strand': (group) => ['changed the strand “', text(state(first(group, 'strand')).name), '”'],
  'removed a strand': (group) => ['removed the strand “', text(state(first(group, 'strand')).name), '”'],
  'changed the project': () => ['changed the name or the aim of the project'],
  joined: (group) => [`joined as ${text(state(first(group, 'member')).role)}`],
  'added a member': (group, names) => ['added ', person(group, names), ` as ${text(state(first(group, 'member')).role)}`],
  'changed a role': (group, names) => ['made ', person(group, names), ` ${text(state(first(group, 'member')).role)}`],
  'removed a member': (group, names) => ['took ', person(group, names), ' off the team'],
  undid: (group, names) => ['undid: ', ...inverse(group, names)],
  redid: (group, names) => ['did again: ', ...inverse(group, names)],
}

const first = (group: readonly Entry[], kind: string): Change => changesOf(group, kind)[0] ?? { kind, id: '' }

/** The change in which a field became another one; moving one code renumbers its siblings too. */
function changed(group: readonly Entry[], kind: string, field: string): Change {
  const all = changesOf(group, kind)
  return all.find((c) => before(c)?.[field] !== after(c)?.[field]) ?? first(group, kind)
}

function codeOf(change: Change, names: Names): Part {
  const { name, color } = state(change)
  const known = names.code(change.id)
  return { what: 'code', id: change.id, name: known?.name ?? text(name), color: known?.color ?? text(color) }
}

const code = (id: string, names: Names): Part => {
  const known = names.code(id)
  return known ? { what: 'code', id, ...known } : 'a code that is gone'
}

const source = (id: string, names: Names): Part => {
  const name = names.source(id)
  return name ? { what: 'source', id, name } : 'a source that is gone'
}

function list(changes: readonly Change[], names: Names): Part[] {
  if (changes.length > 3) return [{ what: 'count', text: plural(changes.length, 'code') }]
  return changes.flatMap((change, i) => (i ? [', ', codeOf(change, names)] : [codeOf(change, names)]))
}

function codings(group: readonly Entry[], names: Names, verb: string, where: string): Part[] {
  const all = changesOf(group, 'coding')
  const used = new Set(all.map((change) => text(state(change).code)))
  const sources = new Set(all.map((change) => text(state(change).source)))
  const place: Part[] = sources.size === 1 ? [` ${where} `, source([...sources][0] as string, names)] : [` ${where} ${plural(sources.size, 'source')}`]
  const passages: Part = { what: 'count', text: plural(all.length, 'passage') }
  if (used.size > 1) return verb === 'coded' ? ['coded ', passages, ...place] : ['removed ', { what: 'count', text: plural(all.length, 'coding') }, ...place]
  const named = code([...used][0] ?? '', names)
  if (verb === 'removed') return ['removed ', named, ...place]
  return all.length === 1 ? ['coded ', named, ...place] : ['coded ', passages, ' with ', named, ...place]
}

function moved(change: Change, names: Names): Part[] {
  const parent = text(after(change)?.parent)
  if (text(before(change)?.parent) === parent) return ['moved ', codeOf(change, names)]
  return parent ? ['moved ', codeOf(change, names), ' under ', code(parent, names)] : ['moved ', codeOf(change, names), ' to the top of the codebook']
}

function gone(group: readonly Entry[], verb: string, names: Names): Part[] {
  const removed = changesOf(group, 'code').filter((change) => !after(change))
  const codingCount = changesOf(group, 'coding').length
  return [verb, ...list(removed, names), ...(codingCount ? [` and ${plural(codingCount, 'coding')}`] : [])]
}

function merged(group: readonly Entry[], names: Names): Part[] {
  const from = changesOf(group, 'code').find((change) => !after(change)) ?? first(group, 'code')
  const into = changesOf(group, 'memo').map((change) => text(after(change)?.target)).find(Boolean)
  return ['merged “', text(state(from).name), '” into ', into ? code(into, names) : 'another code']
}

function imported(group: readonly Entry[], names: Names): Part[] {
  const all = changesOf(group, 'source').filter((change) => !before(change))
  if (all.length > 3) return ['added ', { what: 'count', text: plural(all.length, 'source') }]
  return ['added ', ...all.flatMap((change, i) => [...(i ? [', '] : []), named(change, names)])]
}

const named = (change: Change, names: Names): Part =>
  names.source(change.id) ? source(change.id, names) : `“${text(state(change).title)}”`

function changedSource(change: Change, names: Names): Part[] {
  const [was, is] = [before(change), after(change)]
  if (was?.title !== is?.title) return [`renamed “${text(was?.title)}” to `, named(change, names)]
  if (was?.strand !== is?.strand) return ['moved ', named(change, names), ` to ${names.strand(text(is?.strand)) ?? 'another strand'}`]
  return ['changed ', named(change, names)]
}

function onWhat(change: Change, names: Names): Part[] {
  const { targetKind, target, title, body } = state(change)
  const quote = text(title) || shorten(text(body))
  const said = quote ? `: “${quote}”` : ''
  if (targetKind === 'code') return ['on ', code(text(target), names), said]
  if (targetKind === 'source') return ['on ', source(text(target), names), said]
  if (targetKind === 'strand') return [`on ${names.strand(text(target)) ?? 'a strand'}`, said]
  return [targetKind === 'passage' ? 'on a passage' : 'on the project', said]
}

const person = (group: readonly Entry[], names: Names): Part => names.member(first(group, 'member').id) ?? 'someone'

function shorten(long: string): string {
  const flat = long.replace(/\s+/g, ' ').trim()
  return flat.length > 90 ? `${flat.slice(0, 88).replace(/\s\S*$/, '')}…` : flat
}

/** What an undo did, told by what it changed. */
function inverse(group: readonly Entry[], names: Names): Part[] {
  const coding = changesOf(group, 'coding')
  const sources = changesOf(group, 'source').filter((c) => !before(c) || !after(c))
  const codesGone = changesOf(group, 'code').filter((c) => !before(c) || !after(c))
  if (sources[0]) return [after(sources[0]) ? 'brought back ' : 'took out ', named(sources[0], names)]
  if (codesGone[0]) return [after(codesGone[0]) ? 'brought back ' : 'took out ', ...list(codesGone, names)]
  if (coding.length) return codings(group, names, after(coding[0] as Change) ? 'coded' : 'removed', after(coding[0] as Change) ? 'in' : 'from')
  const kind = group[0]?.changes[0]?.kind
  return [kind ? `a change to a ${kind}` : 'a change']
}
