import { m } from '../paraglide/messages'

/**
 * Everything that can be done from the keyboard, the palette or a menu. The help, the palette, the menus
 * and the listener all read this list; what a command does is said where it can be done (useHandlers).
 */
export interface Command {
  readonly id: string
  /** A verb first, in sentence case. */
  readonly title: () => string
  readonly group: Group
  /** As they are pressed: 'c', 'Shift+Enter', 'Mod+k' (Ctrl, or Cmd on a Mac). */
  readonly keys?: readonly string[]
  /** What the keys are called together, when there are many. */
  readonly shown?: () => string
  readonly icon?: string
  /** Handled by what has the focus, and listed for those who look for it. */
  readonly native?: true
  /** Where the key means this; elsewhere it may mean something else. */
  readonly place?: 'overview' | 'memos' | 'cases' | 'surveys'
  /** Not offered in the palette, where it would need something that is elsewhere. */
  readonly unlisted?: true
}

export const groups = {
  coding: m.commands_coding,
  text: m.commands_text,
  recording: m.commands_recording,
  codes: m.commands_codes,
  places: m.commands_places,
  everywhere: m.commands_everywhere,
} as const
export type Group = keyof typeof groups

export const commands = [
  { id: 'code.find', title: m.commands_codeFind, group: 'coding', keys: ['c'], icon: 'codes' },
  { id: 'code.last', title: m.commands_codeLast, group: 'coding', keys: ['Enter'] },
  {
    id: 'code.favourite',
    title: m.commands_codeFavourite,
    group: 'coding',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: m.commands_digits,
    unlisted: true,
  },
  { id: 'code.inVivo', title: m.commands_codeInVivo, group: 'coding', keys: ['i'], icon: 'quote' },
  { id: 'code.open', title: m.commands_codeOpen, group: 'coding', keys: ['o'] },
  { id: 'turn.select', title: m.commands_turnSelect, group: 'coding', keys: ['t'] },
  { id: 'speaker.select', title: m.commands_speakerSelect, group: 'coding', keys: ['Shift+t'] },
  { id: 'memo.write', title: m.commands_memoWrite, group: 'coding', keys: ['m'], icon: 'memos' },
  { id: 'coding.remove', title: m.commands_codingRemove, group: 'coding', keys: ['u'], icon: 'x' },
  { id: 'coding.removeAll', title: m.commands_codingRemoveAll, group: 'coding', keys: ['Shift+u'] },
  { id: 'coding.replace', title: m.commands_codingReplace, group: 'coding', keys: ['r'], icon: 'codes' },
  { id: 'coding.take', title: m.commands_codingTake, group: 'coding', keys: ['x'] },
  { id: 'coding.move', title: m.commands_codingMove, group: 'coding', keys: ['v'] },
  { id: 'coding.copy', title: m.commands_codingCopy, group: 'coding', keys: ['Shift+v'] },
  { id: 'passage.split', title: m.commands_passageSplit, group: 'coding', keys: ['s'] },
  { id: 'passage.join', title: m.commands_passageJoin, group: 'coding', keys: ['j'] },
  { id: 'coding.shrink', title: m.commands_codingShrink, group: 'coding', keys: ['['] },
  { id: 'coding.grow', title: m.commands_codingGrow, group: 'coding', keys: [']'] },
  { id: 'coding.earlier', title: m.commands_codingEarlier, group: 'coding', keys: ['{'] },
  { id: 'coding.later', title: m.commands_codingLater, group: 'coding', keys: ['}'] },
  { id: 'edit.undo', title: m.commands_editUndo, group: 'coding', keys: ['Mod+z'], icon: 'undo' },
  { id: 'edit.redo', title: m.commands_editRedo, group: 'coding', keys: ['Mod+Shift+z', 'Mod+y'] },

  { id: 'coding.next', title: m.commands_codingNext, group: 'text', keys: ['n'] },
  { id: 'coding.previous', title: m.commands_codingPrevious, group: 'text', keys: ['p'] },
  { id: 'coding.stack', title: m.commands_codingStack, group: 'text', keys: ['w'] },
  { id: 'codings.showAll', title: m.commands_codingsShowAll, group: 'text', icon: 'eye' },
  {
    id: 'turn.step',
    title: m.commands_turnStep,
    group: 'text',
    keys: ['Up', 'Down'],
    native: true,
  },
  {
    id: 'select.word',
    title: m.commands_selectWord,
    group: 'text',
    keys: ['Shift+Left', 'Shift+Right'],
    shown: m.commands_shiftAside,
    native: true,
  },
  {
    id: 'select.sentence',
    title: m.commands_selectSentence,
    group: 'text',
    keys: ['Shift+Up', 'Shift+Down'],
    shown: m.commands_shiftUpDown,
    native: true,
  },
  {
    id: 'select.turn',
    title: m.commands_selectTurn,
    group: 'text',
    keys: ['Mod+Shift+Up', 'Mod+Shift+Down'],
    shown: m.commands_ctrlShiftUpDown,
    native: true,
  },
  { id: 'list.go', title: m.commands_listGo, group: 'text', keys: ['g'], icon: 'report' },
  { id: 'list.toggle', title: m.commands_listToggle, group: 'text', icon: 'report' },
  { id: 'bookmark.toggle', title: m.commands_bookmarkToggle, group: 'text', keys: ['b'] },
  { id: 'bookmark.next', title: m.commands_bookmarkNext, group: 'text', keys: ['Shift+b'] },
  { id: 'recording.toggle', title: m.commands_recordingToggle, group: 'recording', keys: ['k', 'F4'], icon: 'play' },
  { id: 'recording.back', title: m.commands_recordingBack, group: 'recording', keys: ['h', 'F8'], icon: 'back' },
  { id: 'recording.here', title: m.commands_recordingHere, group: 'recording', keys: ['Shift+k'] },
  { id: 'recording.slower', title: m.commands_recordingSlower, group: 'recording', keys: [','] },
  { id: 'recording.faster', title: m.commands_recordingFaster, group: 'recording', keys: ['.'] },
  { id: 'times.byEar', title: m.commands_timesByEar, group: 'recording', keys: ['Shift+e'] },
  { id: 'times.set', title: m.commands_timesSet, group: 'recording', keys: ['e'], unlisted: true },
  { id: 'times.takeBack', title: m.commands_timesTakeBack, group: 'recording', keys: ['Backspace'], unlisted: true },

  { id: 'text.correct', title: m.commands_textCorrect, group: 'text', keys: ['Mod+e'], icon: 'pencil' },
  { id: 'source.print', title: m.commands_sourcePrint, group: 'text', icon: 'report' },
  { id: 'source.versions', title: m.commands_sourceVersions, group: 'text', icon: 'wait' },
  { id: 'source.reviews', title: m.commands_sourceReviews, group: 'text', icon: 'eye' },
  { id: 'source.next', title: m.commands_sourceNext, group: 'text', keys: ['Shift+n'], icon: 'sources' },
  { id: 'source.previous', title: m.commands_sourcePrevious, group: 'text', keys: ['Shift+p'] },
  {
    id: 'light.none',
    title: m.commands_lightNone,
    group: 'text',
    keys: ['Escape'],
    unlisted: true,
  },

  { id: 'codes.filter', title: m.commands_codesFilter, group: 'codes', keys: ['/'], icon: 'filter' },
  { id: 'code.new', title: m.commands_codeNew, group: 'codes', icon: 'plus' },
  { id: 'code.newUnder', title: m.commands_codeNewUnder, group: 'codes', icon: 'plus' },
  { id: 'code.rename', title: m.commands_codeRename, group: 'codes', keys: ['F2'], icon: 'pencil' },
  { id: 'code.describe', title: m.commands_codeDescribe, group: 'codes', icon: 'pencil' },
  { id: 'code.recolour', title: m.commands_codeRecolour, group: 'codes' },
  { id: 'code.favour', title: m.commands_codeFavour, group: 'codes', icon: 'star' },
  { id: 'code.passages', title: m.commands_codePassages, group: 'codes', icon: 'quote' },
  { id: 'code.merge', title: m.commands_codeMerge, group: 'codes' },
  { id: 'code.delete', title: m.commands_codeDelete, group: 'codes', keys: ['Delete'], icon: 'x' },
  {
    id: 'code.shift',
    title: m.commands_codeShift,
    group: 'codes',
    keys: ['Alt+Up', 'Alt+Down'],
    shown: m.commands_altUpDown,
    native: true,
  },
  {
    id: 'code.nest',
    title: m.commands_codeNest,
    group: 'codes',
    keys: ['Alt+Right', 'Alt+Left'],
    shown: m.commands_altAside,
    native: true,
  },

  { id: 'go.home', title: m.commands_goHome, group: 'places', icon: 'home' },
  { id: 'go.sources', title: m.commands_goSources, group: 'places', icon: 'sources' },
  { id: 'go.add', title: m.commands_goAdd, group: 'places', icon: 'import' },
  { id: 'go.codes', title: m.commands_goCodes, group: 'places', icon: 'codes' },
  { id: 'go.secondLook', title: m.commands_goSecondLook, group: 'places', icon: 'eye' },
  { id: 'go.codeSets', title: m.commands_goCodeSets, group: 'places', icon: 'list' },
  { id: 'go.codeHistory', title: m.commands_goCodeHistory, group: 'places', icon: 'wait' },
  { id: 'go.coding', title: m.commands_goCoding, group: 'places', icon: 'pencil' },
  {
    id: 'go.on',
    title: m.commands_goOn,
    group: 'places',
    keys: ['Enter'],
    place: 'overview',
    icon: 'pencil',
  },
  { id: 'go.search', title: m.commands_goSearch, group: 'places', keys: ['Mod+Shift+f'], icon: 'search' },
  { id: 'memo.find', title: m.commands_memoFind, group: 'places', keys: ['/'], place: 'memos', icon: 'search' },
  { id: 'case.find', title: m.commands_caseFind, group: 'places', keys: ['/'], place: 'cases', icon: 'search' },
  { id: 'survey.find', title: m.commands_surveyFind, group: 'places', keys: ['/'], place: 'surveys', icon: 'search' },
  { id: 'go.crossref', title: m.commands_goCrossref, group: 'places', icon: 'cross' },
  { id: 'go.words', title: m.commands_goWords, group: 'places' },
  { id: 'go.saturation', title: m.commands_goSaturation, group: 'places' },
  { id: 'go.cases', title: m.commands_goCases, group: 'places', icon: 'cases' },
  { id: 'go.surveys', title: m.commands_goSurveys, group: 'places', icon: 'list' },
  { id: 'go.memos', title: m.commands_goMemos, group: 'places', icon: 'memos' },
  { id: 'go.report', title: m.commands_goReport, group: 'places', icon: 'quote' },
  { id: 'go.reports', title: m.commands_goReports, group: 'places', icon: 'report' },
  { id: 'go.journal', title: m.commands_goJournal, group: 'places', icon: 'wait' },
  { id: 'go.team', title: m.commands_goTeam, group: 'places', icon: 'team' },
  { id: 'go.settings', title: m.commands_goSettings, group: 'places', icon: 'settings' },
  { id: 'go.projects', title: m.commands_goProjects, group: 'places' },

  {
    id: 'palette.open',
    title: m.commands_paletteOpen,
    group: 'everywhere',
    keys: ['Mod+k'],
    icon: 'search',
    unlisted: true,
  },
  { id: 'help.keys', title: m.commands_helpKeys, group: 'everywhere', keys: ['?'], icon: 'info' },
  { id: 'rail.fold', title: m.commands_railFold, group: 'everywhere', keys: ['\\'] },
  { id: 'inspector.toggle', title: m.commands_inspectorToggle, group: 'everywhere', icon: 'side' },
  { id: 'theme.toggle', title: m.commands_themeToggle, group: 'everywhere', icon: 'sun' },
  { id: 'text.linear', title: m.commands_textLinear, group: 'everywhere', icon: 'eye' },
  { id: 'text.numbers', title: m.commands_textNumbers, group: 'everywhere', icon: 'list' },
  { id: 'form.send', title: m.commands_formSend, group: 'everywhere', keys: ['Mod+Enter'], native: true },
] as const satisfies readonly Command[]

export type CommandId = (typeof commands)[number]['id']

const byId = new Map<string, Command>(commands.map((command) => [command.id, command]))

export const commandOf = (id: CommandId): Command => byId.get(id) as Command
