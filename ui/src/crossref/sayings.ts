import { m } from '../paraglide/messages'
import { type Asking, type Count, isPair, kindOf, NEAR } from './asked'
import { eachOf } from './kinds'

const ofCodes: Record<Count, (by: { by: string }) => string> = {
  cases: m.crossref_casesOfCodes,
  passages: m.crossref_passagesOfCodes,
  sources: m.crossref_sourcesOfCodes,
  words: m.crossref_wordsOfCodes,
}

const crossed: Record<Count, (by: { row: string; column: string }) => string> = {
  cases: m.crossref_casesCrossed,
  passages: m.crossref_passagesCrossed,
  sources: m.crossref_sourcesCrossed,
  words: m.crossref_wordsCrossed,
}

/** What the cells count, in a sentence. */
function countedIn(asking: Asking): string {
  const { rows, columns, count, together, turns } = asking
  if (isPair(asking)) {
    if (count === 'cases') return m.crossref_bothCases()
    if (count === 'sources' || together === 'source') return m.crossref_bothSources()
    if (together === 'turn') return m.crossref_bothTurns()
    return together === 'near' ? m.crossref_bothNear({ n: String(turns ?? NEAR) }) : m.crossref_bothOverlap()
  }
  if (kindOf(rows) === 'codes') return ofCodes[count]({ by: eachOf(columns) })
  if (kindOf(columns) === 'codes') return ofCodes[count]({ by: eachOf(rows) })
  return crossed[count]({ row: eachOf(rows), column: eachOf(columns) })
}

/** What the table says, and whose words are left out. */
export const aboutOf = (asking: Asking): string =>
  [countedIn(asking), asking.moderators ? m.crossref_moderatorsIn() : m.crossref_moderatorsOut()].join(' ')
