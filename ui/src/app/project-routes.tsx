import { createRoute } from '@tanstack/react-router'
import { askedCases } from '../cases/asked'
import { type Showing, showingIn } from '../coding/showing'
import { askedTable } from '../crossref/asked'
import { oneCase } from '../data/cases'
import { codes } from '../data/codes'
import { journal } from '../data/journal'
import { memos } from '../data/memos'
import { project } from '../data/projects'
import type { ByCase, Part, Query } from '../data/search'
import { content, passages, sources } from '../data/sources'
import { strands } from '../data/strands'
import { oneSurvey, surveys } from '../data/surveys'
import { members } from '../data/team'
import { variables } from '../data/variables'
import { listingIn } from '../excerpts/listing'
import { askedOf } from '../memos/asked'
import { codedShown, wordsShown } from '../pictures/asked'
import { askedJoint, askedRelation } from '../relations/asked'
import { askedAnswers } from '../surveys/answers/asked'
import { TextLoading } from './boundaries'
import { fetchedPage } from './fetchedPage'
import { inside } from './root'
import { byCaseIn, filterIn, lookbackIn, type Params, spanIn, wordIn } from './search-params'

/** A project; what nearly every page of it needs is read first. */
const one = createRoute({
  getParentRoute: () => inside,
  path: '/p/$project',
  loader: ({ context: { cache }, params: { project: id } }) =>
    Promise.all([
      cache.ensureQueryData(project(id)),
      cache.ensureQueryData(members(id)),
      cache.ensureQueryData(strands(id)),
      cache.ensureQueryData(sources(id)),
      cache.ensureQueryData(codes(id)),
    ]),
  component: fetchedPage(() => import('./Shell'), 'Shell'),
})

const home = createRoute({
  getParentRoute: () => one,
  path: '/',
  loader: ({ context: { cache }, params }) => cache.ensureInfiniteQueryData(journal(params.project)),
  component: fetchedPage(() => import('../home/Home'), 'Home'),
})

const sourceList = createRoute({
  getParentRoute: () => one,
  path: '/sources',
  validateSearch: (params: Params): { strand?: string } & ByCase => ({
    ...(typeof params.strand === 'string' ? { strand: params.strand } : {}),
    ...byCaseIn(params),
  }),
  component: fetchedPage(() => import('../sources/Sources'), 'Sources'),
})

const add = createRoute({
  getParentRoute: () => one,
  path: '/sources/add',
  component: fetchedPage(() => import('../adding/Adding'), 'Adding'),
})

const coding = createRoute({
  getParentRoute: () => one,
  path: '/sources/$source',
  validateSearch: ({
    at,
    coding: lit,
    list,
    ...view
  }: Params): { at?: string; coding?: string; list?: string } & Showing => ({
    list: typeof list === 'string' ? list : undefined,
    at: spanIn(at) ? String(at) : undefined,
    coding: typeof lit === 'string' ? lit : undefined,
    ...showingIn(view),
  }),
  loader: ({ context: { cache }, params: { project: id, source } }) =>
    Promise.all([
      cache.ensureQueryData(content(id, source)),
      cache.ensureQueryData(passages(id, source)),
      cache.ensureQueryData(memos(id)),
    ]),
  pendingComponent: TextLoading,
  component: fetchedPage(() => import('../coding/CodingPage'), 'CodingPage'),
})

const print = createRoute({
  getParentRoute: () => one,
  path: '/sources/$source/print',
  validateSearch: showingIn,
  loader: ({ context: { cache }, params: { project: id, source } }) =>
    Promise.all([
      cache.ensureQueryData(content(id, source)),
      cache.ensureQueryData(passages(id, source)),
      cache.ensureQueryData(memos(id)),
    ]),
  pendingComponent: TextLoading,
  component: fetchedPage(() => import('../print/PrintPage'), 'PrintPage'),
})

const codebook = createRoute({
  getParentRoute: () => one,
  path: '/codes',
  validateSearch: ({ code, mode }: Params): { code?: string; mode?: 'reorganise' } => ({
    code: typeof code === 'string' ? code : undefined,
    mode: mode === 'reorganise' ? mode : undefined,
  }),
  loader: ({ context: { cache }, params }) => cache.ensureQueryData(memos(params.project)),
  component: fetchedPage(() => import('../codes/CodesPage'), 'CodesPage'),
})

const wholeCodebook = createRoute({
  getParentRoute: () => one,
  path: '/codes/whole',
  component: fetchedPage(() => import('../codes/WholePage'), 'WholePage'),
})

const split = createRoute({
  getParentRoute: () => one,
  path: '/codes/$code/split',
  component: fetchedPage(() => import('../split/SplitPage'), 'SplitPage'),
})

const versions = createRoute({
  getParentRoute: () => one,
  path: '/codes/history',
  validateSearch: ({ from, to }: Params): { from?: string; to?: string } => ({
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof to === 'string' ? { to } : {}),
  }),
  component: fetchedPage(() => import('../versions/VersionsPage'), 'VersionsPage'),
})

const codeSets = createRoute({
  getParentRoute: () => one,
  path: '/codes/sets',
  component: fetchedPage(() => import('../codesets/CodeSetsPage'), 'CodeSetsPage'),
})

const secondLook = createRoute({
  getParentRoute: () => one,
  path: '/codes/second-look',
  validateSearch: ({ code }: Params): { code?: string } => (typeof code === 'string' ? { code } : {}),
  component: fetchedPage(() => import('../secondlook/SecondLookPage'), 'SecondLookPage'),
})

const pseudonyms = createRoute({
  getParentRoute: () => one,
  path: '/sources/pseudonyms',
  component: fetchedPage(() => import('../pseudonyms/PseudonymsPage'), 'PseudonymsPage'),
})

const search = createRoute({
  getParentRoute: () => one,
  path: '/search',
  validateSearch: (
    params: Params,
  ): Query & { as?: 'lines'; sort?: string; by?: string; part?: Part; variable?: string } => ({
    q: wordIn(params.q),
    as: params.as === 'lines' ? 'lines' : undefined,
    sort: wordIn(params.sort),
    by: wordIn(params.by),
    part: params.part === 'common' || params.part === 'whole' ? params.part : undefined,
    variable: wordIn(params.variable),
    ...filterIn(params),
  }),
  component: fetchedPage(() => import('../search/SearchPage'), 'SearchPage'),
})

const crossref = createRoute({
  getParentRoute: () => one,
  path: '/crossref',
  validateSearch: askedTable,
  component: fetchedPage(() => import('../crossref/CrossPage'), 'CrossPage'),
})

const pictureOfWords = createRoute({
  getParentRoute: () => one,
  path: '/pictures/words',
  validateSearch: wordsShown,
  component: fetchedPage(() => import('../pictures/WordsPage'), 'WordsPage'),
})

const pictureOfSaturation = createRoute({
  getParentRoute: () => one,
  path: '/pictures/saturation',
  validateSearch: filterIn,
  component: fetchedPage(() => import('../pictures/SaturationPage'), 'SaturationPage'),
})

const portrait = createRoute({
  getParentRoute: () => one,
  path: '/pictures/portrait/$source',
  validateSearch: codedShown,
  loader: ({ context: { cache }, params: { project: id, source } }) => cache.ensureQueryData(passages(id, source)),
  component: fetchedPage(() => import('../pictures/PortraitPage'), 'PortraitPage'),
})

const excerpts = createRoute({
  getParentRoute: () => one,
  path: '/excerpts',
  validateSearch: listingIn,
  component: fetchedPage(() => import('../excerpts/ExcerptsPage'), 'ExcerptsPage'),
})

const report = createRoute({
  getParentRoute: () => one,
  path: '/report',
  validateSearch: ({ report, part }: Params): { report?: string; part?: string } => ({
    report: wordIn(report),
    part: wordIn(part),
  }),
  component: fetchedPage(() => import('../report/ReportPage'), 'ReportPage'),
})

const caseSheet = createRoute({
  getParentRoute: () => one,
  path: '/cases',
  validateSearch: askedCases,
  loader: ({ context: { cache }, params }) => cache.ensureQueryData(variables(params.project)),
  component: fetchedPage(() => import('../cases/CasesPage'), 'CasesPage'),
})

const caseOne = createRoute({
  getParentRoute: () => one,
  path: '/cases/$case',
  loader: ({ context: { cache }, params }) =>
    Promise.all([
      cache.ensureQueryData(variables(params.project)),
      cache.ensureQueryData(oneCase(params.project, params.case)),
      cache.ensureQueryData(memos(params.project)),
    ]),
  component: fetchedPage(() => import('../cases/CasePage'), 'CasePage'),
})

const surveyList = createRoute({
  getParentRoute: () => one,
  path: '/surveys',
  loader: ({ context: { cache }, params }) => cache.ensureQueryData(surveys(params.project)),
  component: fetchedPage(() => import('../surveys/SurveysPage'), 'SurveysPage'),
})

const newSurvey = createRoute({
  getParentRoute: () => one,
  path: '/surveys/new',
  component: fetchedPage(() => import('../surveys/wizard/Wizard'), 'Wizard'),
})

/** A survey; its parts are pages within it. */
const survey = createRoute({
  getParentRoute: () => one,
  path: '/surveys/$survey',
  loader: ({ context: { cache }, params }) => cache.ensureQueryData(oneSurvey(params.project, params.survey)),
  component: fetchedPage(() => import('../surveys/SurveyPage'), 'SurveyPage'),
})

const surveyQuestions = createRoute({
  getParentRoute: () => survey,
  path: '/',
  validateSearch: ({ question, q }: Params): { question?: string; q?: string } => ({
    ...(typeof question === 'string' && { question }),
    ...(typeof q === 'string' && { q }),
  }),
  component: fetchedPage(() => import('../surveys/QuestionsPage'), 'QuestionsPage'),
})

const surveyAnswers = createRoute({
  getParentRoute: () => survey,
  path: '/answers',
  validateSearch: askedAnswers,
  loader: ({ context: { cache }, params }) => cache.ensureQueryData(variables(params.project)),
  component: fetchedPage(() => import('../surveys/answers/AnswersPage'), 'AnswersPage'),
})

const surveyRelations = createRoute({
  getParentRoute: () => survey,
  path: '/relations',
  validateSearch: askedRelation,
  component: fetchedPage(() => import('../relations/RelationsPage'), 'RelationsPage'),
})

const surveyJoint = createRoute({
  getParentRoute: () => survey,
  path: '/joint',
  validateSearch: askedJoint,
  component: fetchedPage(() => import('../relations/JointPage'), 'JointPage'),
})

const memoList = createRoute({
  getParentRoute: () => one,
  path: '/memos',
  validateSearch: askedOf,
  loader: ({ context: { cache }, params }) => cache.ensureQueryData(memos(params.project)),
  component: fetchedPage(() => import('../memos/MemosPage'), 'MemosPage'),
})

const journalPage = createRoute({
  getParentRoute: () => one,
  path: '/journal',
  validateSearch: lookbackIn,
  loader: ({ context: { cache }, params }) => cache.ensureInfiniteQueryData(journal(params.project)),
  component: fetchedPage(() => import('../journal/JournalPage'), 'JournalPage'),
})

const team = createRoute({
  getParentRoute: () => one,
  path: '/team',
  component: fetchedPage(() => import('../team/TeamPage'), 'TeamPage'),
})

const settings = createRoute({
  getParentRoute: () => one,
  path: '/settings',
  component: fetchedPage(() => import('../settings/SettingsPage'), 'SettingsPage'),
})

/** Every page of a project. */
export const projectRoutes = one.addChildren([
  home,
  sourceList,
  add,
  coding,
  print,
  codebook,
  wholeCodebook,
  split,
  versions,
  codeSets,
  secondLook,
  pseudonyms,
  search,
  crossref,
  pictureOfWords,
  pictureOfSaturation,
  portrait,
  excerpts,
  report,
  caseSheet,
  caseOne,
  surveyList,
  newSurvey,
  survey.addChildren([surveyQuestions, surveyAnswers, surveyRelations, surveyJoint]),
  memoList,
  journalPage,
  team,
  settings,
])
