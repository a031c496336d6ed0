import type { Change, Entry } from '../api/names'
import { roleName } from '../kit/people'
import { count, shorten } from '../kit/words'
import type { Marked } from '../language/say'
import { m } from '../paraglide/messages'
import { after, before, changed, changesOf, first, gone, made, state, text } from './changes'
import {
  changedCode,
  changedSource,
  codePart,
  filled,
  listOf,
  type Names,
  number,
  type Part,
  sourcePart,
} from './parts'

/** Tells what some entries of one verb did, after the name of who did it. */
export type Teller = (group: readonly Entry[], names: Names) => Part[]

/** Longest quotation of a memo. */
const QUOTE = 90

export function codings(group: readonly Entry[], names: Names, verb: 'coded' | 'removed'): Part[] {
  const all = changesOf(group, 'coding')
  const used = new Set(all.map((change) => text(state(change).code)))
  const code = used.size === 1 ? codePart([...used][0] ?? '', names) : undefined
  const place = whereOf(all, names)
  if (verb === 'removed') return filled(m.journal_uncoded(), { what: code ?? number(all.length, 'coding'), place })
  if (code && all.length === 1) return filled(m.journal_codedOne(), { code, place })
  const passages = number(all.length, 'passage')
  return code
    ? filled(m.journal_codedWith(), { passages, code, place })
    : filled(m.journal_coded(), { passages, place })
}

function whereOf(all: readonly Change[], names: Names): Part {
  const sources = new Set(all.map((change) => text(state(change).source)))
  return sources.size === 1 ? sourcePart([...sources][0] ?? '', names) : count(sources.size, 'source')
}

const codesOf = (all: readonly Change[], names: Names): Part[] =>
  listOf(all, 'code', (change) => changedCode(change, names))

function renamedCode(group: readonly Entry[], names: Names): Part[] {
  const change = changed(group, 'code', 'name')
  return filled(m.journal_renamed({ was: text(before(change)?.name) }), { is: changedCode(change, names) })
}

function movedCode(group: readonly Entry[], names: Names): Part[] {
  const change = changed(group, 'code', 'parent')
  const parent = text(after(change)?.parent)
  const code = changedCode(change, names)
  if (text(before(change)?.parent) === parent) return filled(m.journal_moved(), { code })
  if (!parent) return filled(m.journal_movedToTop(), { code })
  return filled(m.journal_movedUnder(), { code, parent: codePart(parent, names) })
}

function deletedCode(group: readonly Entry[], names: Names): Part[] {
  const lost = changesOf(group, 'coding').length
  const what = codesOf(changesOf(group, 'code').filter(gone), names)
  if (!lost) return filled(m.journal_deleted(), { what })
  return filled(m.journal_deletedWith({ codings: count(lost, 'coding') }), { what })
}

function mergedCodes(group: readonly Entry[], names: Names): Part[] {
  const from = changesOf(group, 'code').find(gone) ?? first(group, 'code')
  const memo = changesOf(group, 'memo').find((change) => text(after(change)?.target))
  const into = memo ? codePart(text(after(memo)?.target), names) : m.journal_anotherCode()
  return filled(m.journal_merged({ from: text(state(from).name) }), { into })
}

function reorganised(group: readonly Entry[]): Part[] {
  const codes = changesOf(group, 'code')
  const parts = [
    [codes.filter(made), m.journal_someCreated],
    [codes.filter((change) => !made(change) && !gone(change)), m.journal_someChanged],
    [codes.filter(gone), m.journal_someGone],
  ] as const
  const told = parts.flatMap(([some, says]) => (some.length ? [says({ codes: count(some.length, 'code') })] : []))
  return [m.journal_reorganised({ what: told.join(', ') })]
}

function changedOneSource(group: readonly Entry[], names: Names): Part[] {
  const change = first(group, 'source')
  const [was, is] = [before(change), after(change)]
  const source = changedSource(change, names)
  if (was?.title !== is?.title) return filled(m.journal_renamed({ was: text(was?.title) }), { is: source })
  if (was?.strand === is?.strand) return filled(m.journal_changed(), { what: source })
  const strand = names.strand(text(is?.strand)) ?? m.journal_anotherStrand()
  return filled(m.journal_movedToStrand({ strand }), { source })
}

function changedSpeaker(group: readonly Entry[], names: Names): Part[] {
  const change = first(group, 'speaker')
  const [was, is] = [text(before(change)?.name), text(after(change)?.name)]
  return filled(saidOfSpeaker(was, is, Boolean(after(change)?.moderator)), {
    source: sourcePart(text(state(change).source), names),
  })
}

function saidOfSpeaker(was: string, is: string, moderates: boolean): Marked {
  if (was !== is) return m.journal_renamedSpeaker({ was, is })
  return moderates ? m.journal_moderates({ name: is }) : m.journal_moderatesNot({ name: is })
}

/** What is told of a memo without and with its words. */
const wrote = { bare: m.journal_wroteMemo, quoted: m.journal_wroteMemoSaying }
const rewrote = { bare: m.journal_rewroteMemo, quoted: m.journal_rewroteMemoSaying }
const deleted = { bare: m.journal_deletedMemo, quoted: m.journal_deletedMemoSaying }

const memo =
  ({ bare, quoted }: typeof wrote): Teller =>
  (group, names) => {
    const { targetKind, target, title, body } = state(first(group, 'memo'))
    const quote = text(title) || shorten(text(body), QUOTE)
    return filled(quote ? quoted({ quote }) : bare(), { on: targetOf(text(targetKind), text(target), names) })
  }

function targetOf(kind: string, id: string, names: Names): Part {
  if (kind === 'code') return codePart(id, names)
  if (kind === 'source') return sourcePart(id, names)
  if (kind === 'strand') return names.strand(id) ?? m.journal_onStrand()
  if (kind === 'case') return m.journal_aCase()
  return kind === 'passage' ? m.journal_onPassage() : m.journal_onProject()
}

/** Tells what was done to a record that has a name. */
const named =
  (kind: string, says: (of: { name: string }) => string): Teller =>
  (group) => [says({ name: text(state(first(group, kind)).name) })]

const pseudonym =
  (says: (of: { name: string }) => string): Teller =>
  (group) => [says({ name: text(state(first(group, 'pseudonym')).pseudonym) })]

/** How many records of a kind some entries made, changed or removed, also those that they only count. */
const counted = (group: readonly Entry[], kind: string, how: 'made' | 'changed' | 'removed'): number =>
  changesOf(group, kind).filter((change) => how === (made(change) ? 'made' : gone(change) ? 'removed' : 'changed'))
    .length +
  group.flatMap(({ aside }) => aside ?? []).reduce((n, one) => n + (one.kind === kind ? (one[how] ?? 0) : 0), 0)

function changedValues(group: readonly Entry[]): Part[] {
  const n = counted(group, 'case', 'changed')
  const name = text(state(first(group, 'case')).name)
  return [n === 1 ? m.journal_changedValuesOf({ name }) : m.journal_changedValues({ cases: count(n, 'case') })]
}

/** Tells of a table by how many of its rows are new, and how many changed something. */
const imported =
  (kind: 'case' | 'code' | 'response', says: (of: { made: string; changed: string }) => string): Teller =>
  (group) => {
    const of = (how: 'made' | 'changed') => count(counted(group, kind, how), kind)
    return [says({ made: of('made'), changed: of('changed') })]
  }

function importedSurvey(group: readonly Entry[]): Part[] {
  const name = text(state(first(group, 'survey')).name)
  return [m.journal_importedSurvey({ name, responses: count(counted(group, 'response', 'made'), 'response') })]
}

function tiedResponse(group: readonly Entry[]): Part[] {
  const { name, key } = state(first(group, 'response'))
  return [m.journal_tiedResponse({ name: text(name) || text(key) })]
}

const tied =
  (says: () => Marked): Teller =>
  (group, names) => {
    const { source, targetKind } = state(first(group, 'tie'))
    const part = sourcePart(text(source), names)
    const inside = { speaker: m.journal_tieSpeaker, passage: m.journal_tiePassage }[text(targetKind)]
    return filled(says(), { what: inside ? filled(inside(), { source: part }) : part })
  }

const memberOf = (group: readonly Entry[], names: Names): string =>
  names.member(first(group, 'member').id) ?? m.journal_someone()
const roleOf = (group: readonly Entry[]): string => roleName(text(state(first(group, 'member')).role))

/** Kinds of records as an undo tells that it changed one. */
const kinds: Readonly<Record<string, () => string>> = {
  bookmark: m.journal_aBookmark,
  case: m.journal_aCase,
  response: m.journal_aResponse,
  survey: m.journal_aSurvey,
  tie: m.journal_aTie,
  variable: m.journal_aVariable,
  pseudonym: m.journal_aPseudonym,
  code: m.journal_aCode,
  'code set': m.journal_aCodeSet,
  'saved search': m.journal_aSavedSearch,
  report: m.journal_aReport,
  coding: m.journal_aCoding,
  member: m.journal_aMember,
  memo: m.journal_aMemo,
  passage: m.journal_aPassage,
  project: m.journal_aProject,
  recording: m.journal_aRecording,
  review: m.journal_aReview,
  source: m.journal_aSource,
  speaker: m.journal_aSpeaker,
  strand: m.journal_aStrand,
}

/** What became of codings that were given another code, or other words. */
function changedCodings(group: readonly Entry[], names: Names): Part[] {
  const all = changesOf(group, 'coding').filter((change) => before(change) && after(change))
  const [only] = all
  const where = whereOf(all, names)
  if (!only || all.length > 1)
    return filled(m.journal_changedCodings(), { codings: number(all.length, 'coding'), where })
  const [was, is] = [text(before(only)?.code), text(after(only)?.code)]
  if (was === is) return filled(m.journal_movedCoding(), { code: codePart(is, names), where })
  return filled(m.journal_recoded(), { was: codePart(was, names), is: codePart(is, names), where })
}

const passages =
  (says: () => Marked): Teller =>
  (group, names) =>
    filled(says(), { where: whereOf(changesOf(group, 'passage'), names) })

const recorded = (group: readonly Entry[], names: Names, says: Marked): Part[] =>
  filled(says, { source: sourcePart(text(state(first(group, 'recording')).source), names) })

const reviewed =
  (says: () => Marked): Teller =>
  (group, names) =>
    filled(says(), { where: whereOf(changesOf(group, 'review'), names) })

/** Tells what was done to the text of a source; without a new text it gave its speakers other names. */
const onSource =
  (says: () => Marked): Teller =>
  (group, names) => {
    const speaker = text(state(first(group, 'speaker')).source)
    return filled(says(), { source: sourcePart(text(first(group, 'source')?.id) || speaker, names) })
  }

/** What an undo or a redo did, told by what came back or went. */
function reverted(group: readonly Entry[], names: Names): Part[] {
  const whole = (kind: string) => changesOf(group, kind).filter((change) => made(change) || gone(change))
  const [source] = whole('source')
  const [survey] = whole('survey')
  const codes = whole('code')
  const [coding] = whole('coding')
  const back = (change: Change) => (made(change) ? m.journal_broughtBack() : m.journal_tookOut())
  if (survey) return filled(back(survey), { what: m.journal_surveyNamed({ name: text(state(survey).name) }) })
  if (source) return filled(back(source), { what: changedSource(source, names) })
  if (codes[0]) return filled(back(codes[0]), { what: codesOf(codes, names) })
  if (coding) return codings(group, names, made(coding) ? 'coded' : 'removed')
  const aside = group[0]?.aside ?? []
  const many = aside.find(({ kind }) => kind === 'case' || kind === 'response') ?? aside[0]
  const counting = (n: number) => ({ what: number(n, many?.kind === 'response' ? 'response' : 'case') })
  if (many?.made) return filled(m.journal_broughtBack(), counting(many.made))
  if (many?.removed) return filled(m.journal_tookOut(), counting(many.removed))
  const what = kinds[many?.kind ?? group[0]?.changes[0]?.kind ?? '']
  return [what ? m.journal_changedBack({ what: what() }) : m.journal_changedSomethingBack()]
}

export const tellers: Readonly<Record<string, Teller>> = {
  coded: (group, names) => codings(group, names, 'coded'),
  'removed a coding': (group, names) => codings(group, names, 'removed'),
  recoded: changedCodings,
  'moved a coding': changedCodings,
  'changed codings': changedCodings,
  'looked at codings again': (group, names) => {
    const all = changesOf(group, 'coding')
    return filled(m.journal_lookedAgain(), { codings: number(all.length, 'coding'), where: whereOf(all, names) })
  },
  'resized a passage': passages(m.journal_resizedPassage),
  'split a passage': passages(m.journal_splitPassage),
  'joined passages': passages(m.journal_joinedPassages),
  'created a code': (group, names) =>
    filled(m.journal_created(), { what: codesOf(changesOf(group, 'code').filter(made), names) }),
  'renamed a code': renamedCode,
  'recoloured a code': (group, names) =>
    filled(m.journal_recoloured(), { code: changedCode(changed(group, 'code', 'color'), names) }),
  'described a code': (group, names) =>
    filled(m.journal_described(), { code: changedCode(first(group, 'code'), names) }),
  'moved a code': movedCode,
  'deleted a code': deletedCode,
  'merged two codes': mergedCodes,
  'reorganised the codebook': reorganised,
  'made a code set': named('code set', m.journal_madeSet),
  'changed a code set': named('code set', m.journal_changedSet),
  'deleted a code set': named('code set', m.journal_deletedSet),
  'saved a search': named('saved search', m.journal_savedSearch),
  'changed a saved search': named('saved search', m.journal_changedSearch),
  'deleted a saved search': named('saved search', m.journal_deletedSearch),
  'made a report': named('report', m.journal_madeReport),
  'changed a report': named('report', m.journal_changedReport),
  'added excerpts to a report': named('report', m.journal_addedToReport),
  'deleted a report': named('report', m.journal_deletedReport),
  'imported a source': (group, names) =>
    filled(m.journal_added(), {
      what: listOf(changesOf(group, 'source').filter(made), 'source', (change) => changedSource(change, names)),
    }),
  'changed a source': changedOneSource,
  'deleted a source': (group) => [m.journal_deletedSource({ title: text(state(first(group, 'source')).title) })],
  'changed a speaker': changedSpeaker,
  'attached a recording': (group, names) => recorded(group, names, m.journal_attachedRecording()),
  'removed a recording': (group, names) => recorded(group, names, m.journal_removedRecording()),
  'set times': (group, names) => filled(m.journal_setTimes(), { source: sourcePart(first(group, 'source').id, names) }),
  'corrected a text': onSource(m.journal_correctedText),
  'restored a text': onSource(m.journal_restoredText),
  'accepted a place': reviewed(m.journal_acceptedPlace),
  'removed a passage': reviewed(m.journal_removedPassage),
  'wrote a memo': memo(wrote),
  'changed a memo': memo(rewrote),
  'deleted a memo': memo(deleted),
  'added a variable': named('variable', m.journal_addedVariable),
  'changed a variable': named('variable', m.journal_changedVariable),
  'deleted a variable': named('variable', m.journal_deletedVariable),
  'added a case': named('case', m.journal_addedCase),
  'changed a case': named('case', m.journal_changedCase),
  'deleted a case': (group) => [
    m.journal_deletedCase({ name: text(state(changesOf(group, 'case').find(gone) ?? first(group, 'case')).name) }),
  ],
  'changed values': changedValues,
  'imported a codebook': imported('code', m.journal_importedCodebook),
  'imported cases': imported('case', m.journal_importedCases),
  'imported a survey': importedSurvey,
  'brought a newer table': imported('response', m.journal_broughtSurvey),
  'copied answers to cases': (group) => [
    m.journal_copiedAnswers({ cases: count(counted(group, 'case', 'changed'), 'case') }),
  ],
  'changed a survey': named('survey', m.journal_changedSurvey),
  'deleted a survey': named('survey', m.journal_deletedSurvey),
  'tied a response': tiedResponse,
  'tied to a case': tied(m.journal_tied),
  'took from a case': tied(m.journal_untied),
  'refused a tie': tied(m.journal_refusedTie),
  'set a bookmark': () => [m.journal_setBookmark()],
  'named a bookmark': named('bookmark', m.journal_namedBookmark),
  'removed a bookmark': () => [m.journal_removedBookmark()],
  'added a pseudonym': pseudonym(m.journal_addedPseudonym),
  'changed a pseudonym': pseudonym(m.journal_changedPseudonym),
  'removed a pseudonym': pseudonym(m.journal_removedPseudonym),
  'replaced names': (group) => {
    const sources = new Set(changesOf(group, 'source').map(({ id }) => id))
    return [m.journal_replacedNames({ sources: count(sources.size, 'source') })]
  },
  "erased a participant's words": () => [m.journal_erasedWords()],
  'erased an uploaded file': (group, names) =>
    filled(m.journal_erasedOriginal(), { what: changedSource(first(group, 'source'), names) }),
  'added a strand': named('strand', m.journal_addedStrand),
  'changed a strand': named('strand', m.journal_changedStrand),
  'removed a strand': named('strand', m.journal_removedStrand),
  'began the project': () => [m.journal_began()],
  'imported the project': () => [m.journal_importedProject()],
  'merged a copy': (group) => [m.journal_mergedCopy({ codings: count(changesOf(group, 'coding').length, 'coding') })],
  'opened the archive': () => [m.journal_openedArchive()],
  'changed the project': () => [m.journal_changedProject()],
  'changed the stop list': () => [m.journal_changedStopList()],
  joined: (group) => [m.journal_joined({ role: roleOf(group) })],
  'added a member': (group, names) => [m.journal_addedMember({ name: memberOf(group, names), role: roleOf(group) })],
  'changed a role': (group, names) => [m.journal_changedRole({ name: memberOf(group, names), role: roleOf(group) })],
  'removed a member': (group, names) => [m.journal_removedMember({ name: memberOf(group, names) })],
  undid: (group, names) => filled(m.journal_undid(), { what: reverted(group, names) }),
  redid: (group, names) => filled(m.journal_redid(), { what: reverted(group, names) }),
}
