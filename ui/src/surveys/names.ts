import type { QuestionKind } from '../data/surveys'
import { m } from '../paraglide/messages'

export const kindNames: Record<QuestionKind, () => string> = {
  single: m.surveys_kindSingle,
  multiple: m.surveys_kindMultiple,
  scale: m.surveys_kindScale,
  number: m.surveys_kindNumber,
  date: m.surveys_kindDate,
  open: m.surveys_kindOpen,
  text: m.surveys_kindText,
  ignore: m.surveys_kindIgnore,
}

/** Whether the answers are chosen from a list. */
export const isListed = (kind: QuestionKind): boolean => kind === 'single' || kind === 'multiple' || kind === 'scale'

/** Whether the answers can be a variable of cases too. */
export const isCopyable = ({ kind }: { kind: QuestionKind }): boolean => kind !== 'open' && kind !== 'ignore'

export const kindOptions = (kinds: readonly QuestionKind[]) =>
  kinds.map((value) => ({ value, name: kindNames[value]() }))
