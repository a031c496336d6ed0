import type { Bearer, VariableKind } from '../data/variables'
import { m } from '../paraglide/messages'

export const kindNames: Record<VariableKind, () => string> = {
  text: m.cases_kindText,
  integer: m.cases_kindInteger,
  decimal: m.cases_kindDecimal,
  yesno: m.cases_kindYesNo,
  date: m.cases_kindDate,
  one: m.cases_kindOne,
  several: m.cases_kindSeveral,
}

export const bearerNames: Record<Bearer, () => string> = {
  both: m.cases_ofBoth,
  firm: m.cases_firms,
  person: m.cases_persons,
}

/** What a case is. */
export const kindName = (kind: 'firm' | 'person'): string => (kind === 'firm' ? m.cases_firm() : m.cases_person())
