import type { CommandId } from '../commands/list'

/** A place in a project, as the rail shows it. */
export interface Place {
  command: CommandId
  name: string
  icon: string
  to:
    | '/p/$project'
    | '/p/$project/sources'
    | '/p/$project/codes'
    | '/p/$project/search'
    | '/p/$project/memos'
    | '/p/$project/excerpts'
    | '/p/$project/journal'
    | '/p/$project/team'
    | '/p/$project/settings'
}

/** The rail from top to bottom; each inner list stands apart. Coding comes after the codes, when there is a source. */
export const places: readonly (readonly Place[])[] = [
  [{ command: 'go.home', name: 'Overview', icon: 'home', to: '/p/$project' }],
  [
    { command: 'go.sources', name: 'Sources', icon: 'sources', to: '/p/$project/sources' },
    { command: 'go.codes', name: 'Codes', icon: 'codes', to: '/p/$project/codes' },
    { command: 'go.search', name: 'Search', icon: 'search', to: '/p/$project/search' },
    { command: 'go.memos', name: 'Memos', icon: 'memos', to: '/p/$project/memos' },
    { command: 'go.report', name: 'Excerpts', icon: 'report', to: '/p/$project/excerpts' },
  ],
  [
    { command: 'go.journal', name: 'Journal', icon: 'wait', to: '/p/$project/journal' },
    { command: 'go.team', name: 'Team', icon: 'team', to: '/p/$project/team' },
    { command: 'go.settings', name: 'Settings', icon: 'settings', to: '/p/$project/settings' },
  ],
]
