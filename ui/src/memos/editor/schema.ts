import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  bullet_list: {
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    content: 'list_item+',
    group: 'block',
    attrs: { order: { default: 1 } },
    parseDOM: [{ tag: 'ol', getAttrs: (element) => ({ order: (element as HTMLOListElement).start }) }],
    toDOM: ({ attrs }) => ['ol', { start: attrs.order }, 0],
  },
  list_item: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  blockquote: {
    content: 'paragraph+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  text: { group: 'inline' },
  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
}

const marks: Record<string, MarkSpec> = {
  /** `to` is an address, or a thing of the project as code:ID. */
  link: {
    attrs: { to: {} },
    inclusive: false,
    parseDOM: [
      { tag: 'a[data-to]', getAttrs: (element) => ({ to: element.getAttribute('data-to') }) },
      { tag: 'a[href^="http"]', getAttrs: (element) => ({ to: element.getAttribute('href') }) },
    ],
    toDOM: ({ attrs: { to } }) => [
      'a',
      isAddress(to) ? { href: to, class: 'out' } : { class: 'mention', 'data-to': to },
      0,
    ],
  },
  bold: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }, { style: 'font-weight=700' }],
    toDOM: () => ['strong', 0],
  },
  italic: {
    parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
    toDOM: () => ['em', 0],
  },
}

export const isAddress = (to: string): boolean => /^https?:\/\//i.test(to)

/** What a memo can hold. Whatever else is pasted becomes this, or words. */
export const schema = new Schema({ nodes, marks })

/** A kind of node or mark that the schema has. */
function known<T>(kind: T | undefined): T {
  if (!kind) throw new Error('The schema of memos has no such kind.')
  return kind
}

export const kinds = {
  paragraph: known(schema.nodes.paragraph),
  bullets: known(schema.nodes.bullet_list),
  numbers: known(schema.nodes.ordered_list),
  item: known(schema.nodes.list_item),
  quote: known(schema.nodes.blockquote),
  lineEnd: known(schema.nodes.hard_break),
  link: known(schema.marks.link),
  bold: known(schema.marks.bold),
  italic: known(schema.marks.italic),
}
