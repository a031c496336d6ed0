import type { Question, SurveyColumn, SurveyPreview } from '../../api/names'
import type { Definition, QuestionAsk, QuestionKind } from '../../data/surveys'
import { isCopyable } from '../names'

/** What somebody has said of a table so far: of the whole, and question by question. */
export interface Draft {
  settings: Omit<Definition, 'questions'>
  asks: readonly QuestionAsk[]
}

export const noDraft: Draft = { settings: {}, asks: [] }

/** What a question is known by while it has no id: its columns. */
export const keyOf = ({ columns }: { columns: readonly string[] }): string => columns.join('\u0001')

export const definitionOf = ({ settings, asks }: Draft): Definition => ({
  ...settings,
  ...(asks.length && { questions: [...asks] }),
})

/** What the server has to be asked about again: it reads the table otherwise, or guesses other options. */
export const readingOf = ({ settings, asks }: Draft): string => {
  const { name: _name, weight: _weight, least: _least, strand: _strand, ...read } = settings
  return JSON.stringify([
    read,
    asks.map(({ columns, kind, missing, caseVariable }) => ({ columns, kind, missing, caseVariable })),
  ])
}

const said = (draft: Draft, asks: readonly QuestionAsk[]): Draft => ({
  ...draft,
  asks: [...new Map([...draft.asks, ...asks].map((one) => [keyOf(one), one])).values()],
})

/** The same with more said of some questions; then they are as they are shown. */
export const asked = (draft: Draft, questions: readonly Question[], change: Partial<Question>): Draft =>
  said(
    draft,
    questions.map((one) => ({ ...one, ...change })),
  )

/** Another kind of question has other options, which are guessed again. */
export function ofKind(draft: Draft, questions: readonly Question[], kind: QuestionKind): Draft {
  const may = questions.filter(({ columns }) => columns.length === 1 || kind === 'multiple' || kind === 'ignore')
  return said(
    draft,
    may.map(({ id, columns, name, label, caseVariable }) => ({
      id,
      columns,
      name,
      label,
      kind,
      ...(caseVariable && { caseVariable: isCopyable({ kind }) ? caseVariable : '' }),
    })),
  )
}

/** The sheet or its head is another: what was said of questions is void. */
export const reread = (draft: Draft, settings: Draft['settings']): Draft => ({
  settings: { ...draft.settings, key: undefined, nameColumn: undefined, ...settings },
  asks: [],
})

const without = (draft: Draft, columns: readonly string[]): Draft => ({
  ...draft,
  asks: draft.asks.filter((one) => !one.columns.some((column) => columns.includes(column))),
})

/** Several questions as one, each of their columns an option of it. */
export function joined(draft: Draft, questions: readonly Question[]): Draft {
  const columns = questions.flatMap((one) => one.columns)
  const rest = without(draft, columns)
  const name = beginning(questions.map((one) => one.name))
  return { ...rest, asks: [...rest.asks, { columns, kind: 'multiple', ...(name && { name }) }] }
}

/** A question of several columns as one each. */
export function apart(draft: Draft, { columns }: Question): Draft {
  const rest = without(draft, columns)
  return { ...rest, asks: [...rest.asks, ...columns.map((column) => ({ columns: [column], kind: 'single' as const }))] }
}

/** What names have in common at their beginning, up to the end of a word. */
export function beginning(names: readonly string[]): string {
  const [first = '', ...others] = names
  let length = first.length
  for (const other of others) while (length && !other.startsWith(first.slice(0, length))) length--
  return first.slice(0, length).replace(/[\s_.:[(-]+$/u, '')
}

/** The questions as they are to be: those of the server with what was said since. */
export function shown({ definition: { questions } }: SurveyPreview, { asks }: Draft): Question[] {
  const changed = new Map(asks.map((one) => [keyOf(one), one]))
  return questions.map((one) => ({ ...one, ...changed.get(keyOf(one)) }))
}

/** A question with what was found in its columns. */
export interface ColumnLine {
  key: string
  question: Question
  columns: SurveyColumn[]
  /** Rows with something in it: of several columns, in the fullest. */
  filled: number
  distinct: number
  examples: string[]
  warnings: string[]
  personal: boolean
}

export function linesOf(preview: SurveyPreview, draft: Draft): ColumnLine[] {
  const found = new Map(preview.columns.map((one) => [one.column, one]))
  return shown(preview, draft).map((question) => {
    const columns = question.columns.flatMap((column) => found.get(column) ?? [])
    return {
      key: keyOf(question),
      question,
      columns,
      filled: Math.max(0, ...columns.map((one) => one.filled)),
      distinct: columns.length > 1 ? columns.length : (columns[0]?.distinct ?? 0),
      examples: [...new Set(columns.flatMap((one) => one.examples))].slice(0, 5),
      warnings: [...new Set(columns.flatMap((one) => one.warnings))],
      personal: columns.some((one) => one.personal === true),
    }
  })
}

/** Which lines are shown. */
export interface Narrowed {
  words: string
  kind: QuestionKind | ''
  /** Only those with a warning. */
  warned: boolean
}

export function narrowed(lines: readonly ColumnLine[], { words, kind, warned }: Narrowed): ColumnLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return lines.filter(({ question, warnings }) => {
    const text = [question.name, question.label, ...question.columns].join(' ').toLowerCase()
    const fits = wanted.every((word) => text.includes(word))
    return fits && (!kind || question.kind === kind) && (!warned || warnings.length > 0)
  })
}
