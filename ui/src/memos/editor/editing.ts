import { baseKeymap, chainCommands, lift, toggleMark, wrapIn } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { inputRules, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { MarkType, NodeType } from 'prosemirror-model'
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, type EditorState, type Plugin, TextSelection } from 'prosemirror-state'
import { kinds } from './schema'

const isIn = (state: EditorState, type: NodeType): boolean => {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true
  return false
}

const isMarked = ({ selection: { from, to, empty, $from }, storedMarks, doc }: EditorState, type: MarkType): boolean =>
  empty ? !!type.isInSet(storedMarks ?? $from.marks()) : doc.rangeHasMark(from, to, type)

/** Makes a list of the paragraphs, of the other kind of list this one, or paragraphs again. */
const list =
  (type: NodeType): Command =>
  (state, dispatch) => {
    if (isIn(state, type)) return liftListItem(kinds.item)(state, dispatch)
    const other = type === kinds.bullets ? kinds.numbers : kinds.bullets
    if (!isIn(state, other)) return wrapInList(type)(state, dispatch)
    const { $from } = state.selection
    const at = $from.before(Math.max(1, $from.depth - 2))
    dispatch?.(state.tr.setNodeMarkup(at, type))
    return true
  }

const quote: Command = (state, dispatch) =>
  isIn(state, kinds.quote) ? lift(state, dispatch) : wrapIn(kinds.quote)(state, dispatch)

const lineEnd: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(kinds.lineEnd.create()).scrollIntoView())
  return true
}

/** Leads the selected words to an address; without words the address itself is written. */
export const linkTo =
  (to: string): Command =>
  ({ tr, selection: { from, to: end, empty }, schema }, dispatch) => {
    const link = kinds.link.create({ to })
    dispatch?.(empty ? tr.insert(from, schema.text(to, [link])) : tr.addMark(from, end, link))
    return true
  }

/** Puts a link in place of what was typed, and goes on behind it. */
export const mention =
  (from: number, to: number, words: string, thing: string): Command =>
  ({ tr, schema }, dispatch) => {
    tr.replaceWith(from, to, [schema.text(words, [kinds.link.create({ to: thing })]), schema.text(' ')])
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from + words.length + 1)).scrollIntoView())
    return true
  }

/** A way to look or stand that can be switched on and off. */
export interface Tool {
  name: 'bold' | 'italic' | 'bullets' | 'numbers' | 'quote'
  keys?: string
  does: Command
  isOn: (state: EditorState) => boolean
}

export const tools: readonly Tool[] = [
  { name: 'bold', keys: 'Mod+b', does: toggleMark(kinds.bold), isOn: (state) => isMarked(state, kinds.bold) },
  { name: 'italic', keys: 'Mod+i', does: toggleMark(kinds.italic), isOn: (state) => isMarked(state, kinds.italic) },
  { name: 'bullets', does: list(kinds.bullets), isOn: (state) => isIn(state, kinds.bullets) },
  { name: 'numbers', does: list(kinds.numbers), isOn: (state) => isIn(state, kinds.numbers) },
  { name: 'quote', does: quote, isOn: (state) => isIn(state, kinds.quote) },
]

/** Whether the selection touches a link, and where that leads. */
export function linkAt({ selection: { from, to, $from }, doc }: EditorState): string | undefined {
  let found = kinds.link.isInSet($from.marks())?.attrs.to as string | undefined
  doc.nodesBetween(from, to, ({ marks }) => {
    found ??= kinds.link.isInSet(marks)?.attrs.to
  })
  return found
}

/** Takes the links away from the selection, or from the words around the cursor that are one. */
export const unlink: Command = ({ tr, selection: { from, to, empty, $from } }, dispatch) => {
  const around = empty ? $from.parent.childAfter($from.parentOffset) : undefined
  const start = around?.node ? $from.start() + around.offset : from
  dispatch?.(tr.removeMark(start, around?.node ? start + around.node.nodeSize : to, kinds.link))
  return true
}

/** Undo, keys, and items or quotes that begin as one types their mark. */
export const behaviour = (): Plugin[] => [
  inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*+]\s$/, kinds.bullets),
      wrappingInputRule(/^\s*(\d{1,3})[.)]\s$/, kinds.numbers, ([, order]) => ({ order: Number(order) })),
      wrappingInputRule(/^\s*>\s$/, kinds.quote),
    ],
  }),
  history(),
  keymap({
    'Mod-b': toggleMark(kinds.bold),
    'Mod-i': toggleMark(kinds.italic),
    'Mod-z': undo,
    'Mod-Shift-z': redo,
    'Mod-y': redo,
    'Shift-Enter': lineEnd,
    Enter: splitListItem(kinds.item),
    Backspace: chainCommands(atStartOf(kinds.item, liftListItem(kinds.item)), atStartOf(kinds.quote, lift)),
  }),
  keymap({ ...baseKeymap, 'Mod-Enter': () => false }),
]

/** Does something only where the cursor stands before all words of an item or a quote. */
const atStartOf =
  (type: NodeType, does: Command): Command =>
  (state, dispatch, view) => {
    const { empty, $from } = state.selection
    const within = $from.depth > 1 && $from.node(-1).type === type
    return empty && within && !$from.parentOffset && !$from.index(-1) ? does(state, dispatch, view) : false
  }
