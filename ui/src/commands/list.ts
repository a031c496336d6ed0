/**
 * Everything that can be done from the keyboard, the palette or a menu. The help, the palette, the menus
 * and the listener all read this list; what a command does is said where it can be done (useHandlers).
 */
export interface Command {
  readonly id: string
  /** A verb first, in sentence case. */
  readonly title: string
  readonly group: Group
  /** As they are pressed: 'c', 'Shift+Enter', 'Mod+k' (Ctrl, or Cmd on a Mac). */
  readonly keys?: readonly string[]
  /** What the keys are called together, when there are many. */
  readonly shown?: string
  readonly icon?: string
  /** Handled by what has the focus, and listed for those who look for it. */
  readonly native?: true
  /** Where the key means this; elsewhere it may mean something else. */
  readonly place?: 'overview' | 'memos'
  /** Not offered in the palette, where it would need something that is elsewhere. */
  readonly unlisted?: true
}

export const groups = ['Coding', 'Moving in the text', 'Codes', 'Going places', 'Everywhere'] as const
export type Group = (typeof groups)[number]

export const commands = [
  { id: 'code.find', title: 'Find or create a code', group: 'Coding', keys: ['c'], icon: 'codes' },
  { id: 'code.last', title: 'Code with the last code', group: 'Coding', keys: ['Enter'] },
  {
    id: 'code.favourite',
    title: 'Code with a favourite',
    group: 'Coding',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1 to 9',
    unlisted: true,
  },
  { id: 'code.inVivo', title: 'Code in vivo, with the words themselves', group: 'Coding', keys: ['i'], icon: 'quote' },
  { id: 'memo.write', title: 'Write a memo', group: 'Coding', keys: ['m'], icon: 'memos' },
  { id: 'coding.remove', title: 'Remove the coding', group: 'Coding', keys: ['u'], icon: 'x' },
  { id: 'coding.shrink', title: 'End it a word earlier', group: 'Coding', keys: ['['] },
  { id: 'coding.grow', title: 'End it a word later', group: 'Coding', keys: [']'] },
  { id: 'coding.earlier', title: 'Begin it a word earlier', group: 'Coding', keys: ['{'] },
  { id: 'coding.later', title: 'Begin it a word later', group: 'Coding', keys: ['}'] },
  { id: 'edit.undo', title: 'Undo', group: 'Coding', keys: ['Mod+z'], icon: 'undo' },
  { id: 'edit.redo', title: 'Redo', group: 'Coding', keys: ['Mod+Shift+z', 'Mod+y'] },

  { id: 'coding.next', title: 'Go to the next coding', group: 'Moving in the text', keys: ['n'] },
  { id: 'coding.previous', title: 'Go to the previous coding', group: 'Moving in the text', keys: ['p'] },
  { id: 'coding.stack', title: 'What covers this turn?', group: 'Moving in the text', keys: ['w'] },
  { id: 'codings.showAll', title: 'Show all codings', group: 'Moving in the text', icon: 'eye' },
  {
    id: 'turn.step',
    title: 'Go to the next or previous turn',
    group: 'Moving in the text',
    keys: ['Up', 'Down'],
    native: true,
  },
  {
    id: 'select.word',
    title: 'Select by word',
    group: 'Moving in the text',
    keys: ['Shift+Left', 'Shift+Right'],
    shown: 'Shift ← →',
    native: true,
  },
  {
    id: 'select.sentence',
    title: 'Select by sentence',
    group: 'Moving in the text',
    keys: ['Shift+Up', 'Shift+Down'],
    shown: 'Shift ↑ ↓',
    native: true,
  },
  {
    id: 'select.turn',
    title: 'Select by turn',
    group: 'Moving in the text',
    keys: ['Mod+Shift+Up', 'Mod+Shift+Down'],
    shown: 'Ctrl Shift ↑ ↓',
    native: true,
  },
  { id: 'source.next', title: 'Open the next source', group: 'Moving in the text', keys: ['Shift+n'], icon: 'sources' },
  { id: 'source.previous', title: 'Open the previous source', group: 'Moving in the text', keys: ['Shift+p'] },
  {
    id: 'light.none',
    title: 'Light nothing, then close, then clear',
    group: 'Moving in the text',
    keys: ['Escape'],
    unlisted: true,
  },

  { id: 'codes.filter', title: 'Filter the codes', group: 'Codes', keys: ['/'], icon: 'filter' },
  { id: 'code.new', title: 'New code', group: 'Codes', icon: 'plus' },
  { id: 'code.newUnder', title: 'New code under this one', group: 'Codes', icon: 'plus' },
  { id: 'code.rename', title: 'Rename the code', group: 'Codes', keys: ['F2'], icon: 'pencil' },
  { id: 'code.describe', title: 'Edit the definition', group: 'Codes', icon: 'pencil' },
  { id: 'code.recolour', title: 'Change the colour', group: 'Codes' },
  { id: 'code.favour', title: 'Put the code on a key', group: 'Codes', icon: 'star' },
  { id: 'code.passages', title: 'See its passages', group: 'Codes', icon: 'quote' },
  { id: 'code.merge', title: 'Merge into another code', group: 'Codes' },
  { id: 'code.delete', title: 'Delete the code', group: 'Codes', keys: ['Delete'], icon: 'x' },
  {
    id: 'code.shift',
    title: 'Move up or down in the tree',
    group: 'Codes',
    keys: ['Alt+Up', 'Alt+Down'],
    shown: 'Alt ↑ ↓',
    native: true,
  },
  {
    id: 'code.nest',
    title: 'Put under the code above, or take out',
    group: 'Codes',
    keys: ['Alt+Right', 'Alt+Left'],
    shown: 'Alt → ←',
    native: true,
  },

  { id: 'go.home', title: 'Go to the overview', group: 'Going places', icon: 'home' },
  { id: 'go.sources', title: 'Go to the sources', group: 'Going places', icon: 'sources' },
  { id: 'go.add', title: 'Add sources', group: 'Going places', icon: 'import' },
  { id: 'go.codes', title: 'Go to the codebook', group: 'Going places', icon: 'codes' },
  { id: 'go.coding', title: 'Go on coding', group: 'Going places', icon: 'pencil' },
  {
    id: 'go.on',
    title: 'Go on where I was',
    group: 'Going places',
    keys: ['Enter'],
    place: 'overview',
    icon: 'pencil',
  },
  { id: 'go.search', title: 'Search the text', group: 'Going places', keys: ['Mod+Shift+f'], icon: 'search' },
  { id: 'memo.find', title: 'Search the memos', group: 'Going places', keys: ['/'], place: 'memos', icon: 'search' },
  { id: 'go.memos', title: 'Go to the memos', group: 'Going places', icon: 'memos' },
  { id: 'go.report', title: 'Go to the excerpts', group: 'Going places', icon: 'report' },
  { id: 'go.journal', title: 'Go to the journal', group: 'Going places', icon: 'wait' },
  { id: 'go.team', title: 'Go to the team', group: 'Going places', icon: 'team' },
  { id: 'go.settings', title: 'Go to the settings', group: 'Going places', icon: 'settings' },
  { id: 'go.projects', title: 'Go to another project', group: 'Going places' },

  { id: 'palette.open', title: 'Go to, or do', group: 'Everywhere', keys: ['Mod+k'], icon: 'search', unlisted: true },
  { id: 'help.keys', title: 'Show all keys', group: 'Everywhere', keys: ['?'], icon: 'info' },
  { id: 'rail.fold', title: 'Fold the rail', group: 'Everywhere', keys: ['\\'] },
  { id: 'inspector.toggle', title: 'Show or hide the inspector', group: 'Everywhere', icon: 'side' },
  { id: 'theme.toggle', title: 'Light or dark', group: 'Everywhere', icon: 'sun' },
  { id: 'text.linear', title: 'Linear reading, for screen readers', group: 'Everywhere', icon: 'eye' },
  { id: 'text.numbers', title: 'Number the turns, or not', group: 'Everywhere', icon: 'list' },
  { id: 'form.send', title: 'Create what was typed', group: 'Everywhere', keys: ['Mod+Enter'], native: true },
] as const satisfies readonly Command[]

export type CommandId = (typeof commands)[number]['id']

const byId = new Map<string, Command>(commands.map((command) => [command.id, command]))

export const commandOf = (id: CommandId): Command => byId.get(id) as Command
