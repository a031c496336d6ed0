import type { CommandId } from '../commands/list'
import { m } from '../paraglide/messages'

/** A place in a project, as the rail shows it. */
export interface Place {
  command: CommandId
  /** What it is called. */
  name: () => string
  icon: string
  to:
    | '/p/$project'
    | '/p/$project/sources'
    | '/p/$project/codes'
    | '/p/$project/search'
    | '/p/$project/crossref'
    | '/p/$project/cases'
    | '/p/$project/surveys'
    | '/p/$project/memos'
    | '/p/$project/excerpts'
    | '/p/$project/report'
    | '/p/$project/journal'
    | '/p/$project/team'
    | '/p/$project/settings'
}

/** The rail from top to bottom; each inner list stands apart. Coding comes after the codes, when there is a source. */
export const places: readonly (readonly Place[])[] = [
  [{ command: 'go.home', name: m.app_overview, icon: 'home', to: '/p/$project' }],
  [
    { command: 'go.sources', name: m.app_sources, icon: 'sources', to: '/p/$project/sources' },
    { command: 'go.codes', name: m.app_codes, icon: 'codes', to: '/p/$project/codes' },
    { command: 'go.search', name: m.app_search, icon: 'search', to: '/p/$project/search' },
    { command: 'go.crossref', name: m.app_crossref, icon: 'cross', to: '/p/$project/crossref' },
    { command: 'go.cases', name: m.app_cases, icon: 'cases', to: '/p/$project/cases' },
    { command: 'go.surveys', name: m.app_surveys, icon: 'list', to: '/p/$project/surveys' },
    { command: 'go.memos', name: m.app_memos, icon: 'memos', to: '/p/$project/memos' },
    { command: 'go.report', name: m.app_excerpts, icon: 'quote', to: '/p/$project/excerpts' },
    { command: 'go.reports', name: m.app_report, icon: 'report', to: '/p/$project/report' },
  ],
  [
    { command: 'go.journal', name: m.app_journal, icon: 'wait', to: '/p/$project/journal' },
    { command: 'go.team', name: m.app_team, icon: 'team', to: '/p/$project/team' },
    { command: 'go.settings', name: m.app_settings, icon: 'settings', to: '/p/$project/settings' },
  ],
]
