import type { components } from './schema'

/** The server writes an empty list as null in places; `ask` makes it a list, and this is its type. */
export type Whole<T> = T extends readonly (infer U)[]
  ? Whole<NonNullable<U>>[]
  : T extends object
    ? { [K in keyof T]: null extends T[K] ? Whole<NonNullable<T[K]>> : Whole<T[K]> }
    : T

type Schemas = components['schemas']
type Named<K extends keyof Schemas> = Whole<Schemas[K]>

export type Account = Named<'Account'>
export type Answer = Named<'AnswerView'>
export type Answers = Named<'Answers'>
export type Bookmark = Named<'Bookmark'>
export type CaseCounts = Named<'CaseCounts'>
export type Case = Named<'CaseView'>
export type CasesImported = Named<'CasesImported'>
export type CaseDetail = Named<'CaseDetail'>
export type CaseEvent = Named<'CaseEvent'>
export type CaseChange = Named<'CaseChangeBody'>
export type Cell = Named<'Cell'>
export type Change = Named<'Change'>
export type Code = Named<'CountedCode'>
export type CodebookChange = Named<'CodebookChange'>
export type CodebookImported = Named<'CodebookImported'>
export type CodeSet = Named<'CodeSet'>
export type SavedSearch = Named<'SavedSearch'>
export type CodeChange = Named<'CodeChangeBody'>
export type NewCode = Named<'NewCodeBody'>
export type ColumnPlan = Named<'ColumnPlan'>
export type Coded = Named<'Coded'>
export type NewCase = Named<'NewCaseBody'>
export type NewTie = Named<'NewTieBody'>
export type NewVariable = Named<'NewVariableBody'>
export type NewCoding = Named<'NewCoding'>
export type Page = Named<'Page'>
export type PageWord = Named<'PageWord'>
export type RowCoding = Named<'CodedWords'>
export type CopyReport = Named<'CopyReport'>
export type Entry = Named<'Entry'>
export type Erasing = Named<'Erasing'>
export type ErasureReport = Named<'ErasureReport'>
export type Excerpt = Named<'Excerpt'>
export type ExcerptGroup = Named<'ExcerptGroup'>
export type ExcerptList = Named<'ExcerptList'>
export type FacetCount = Named<'FacetCount'>
export type Facets = Named<'Facets'>
export type FirstTurn = Named<'FirstTurn'>
export type Found = Named<'Found'>
export type FoundSpeaker = Named<'FoundSpeaker'>
export type HitRange = Named<'HitRange'>
export type Hit = Named<'Hit'>
export type Imported = Named<'Imported'>
export type Invitation = Named<'Invitation'>
export type Invited = Named<'Invited'>
export type NarrowedBy = Named<'NarrowedBy'>
export type NewerReport = Named<'ResponsesReport'>
export type QueryPart = Named<'QueryPart'>
export type Question = Named<'Question'>
export type Recording = Named<'Recording'>
export type Line = Named<'Line'>
export type NamedHit = Named<'NamedHit'>
export type NamedHits = Named<'NamedHits'>
export type NameFound = Named<'NameFound'>
export type NamesInSource = Named<'NamesInSource'>
export type Place = Named<'Place'>
export type Pseudonym = Named<'Named'>
export type Replacing = Named<'Replacing'>
export type Member = Named<'TeamMember'>
export type Memo = Named<'MemoView'>
/** Names a thing that a memo is about. */
export type Link = Named<'Link'>
export type NewMemo = Named<'NewMemoBody'>
export type MemoChange = Named<'MemoChangeBody'>
export type OpenSession = Named<'OpenSession'>
export type Passage = Named<'Passage'>
export type PassageCoding = Named<'PassageCoding'>
export type Presence = Named<'Presence'>
export type Preview = Named<'Preview'>
export type Project = Named<'ProjectSummary'>
export type ResponsesImported = Named<'ResponsesImported'>
export type Review = Named<'ReviewView'>
export type Revision = Named<'RevisionHead'>
export type Source = Named<'SourceView'>
export type Speaker = Named<'Speaker'>
export type Strand = Named<'Strand'>
export type Survey = Named<'SurveyView'>
export type SurveyChange = Named<'SurveyChangeBody'>
export type SurveyColumn = Named<'ColumnFound'>
export type SurveyHead = Named<'SurveyHead'>
export type SurveyImported = Named<'SurveyImported'>
export type SurveyPreview = Named<'SurveyPreview'>
export type TableFound = Named<'TableFound'>
export type TableRule = Named<'TableRule'>
export type TextChange = Named<'TextChange'>
export type Suggestion = Named<'Suggestion'>
export type Tie = Named<'TieView'>
export type Token = Named<'Token'>
export type Turn = Named<'SpokenTurn'>
export type Variable = Named<'VariableView'>
export type VariableChange = Named<'VariableChangeBody'>
export type Welcome = Named<'Welcome'>
