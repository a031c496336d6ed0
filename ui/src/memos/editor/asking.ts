import { type EditorState, Plugin } from 'prosemirror-state'

/** That someone began to mention something: what was typed after @ or [[, and where that stands. */
export interface Asked {
  typed: string
  from: number
  to: number
}

const sign = /(?:(?:^|[\s([“"'])@|\[\[)([^@[\]\n]{0,60})$/

/** What is asked for before the cursor; null when nothing is. */
export function askedIn({ selection }: EditorState): Asked | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock) return null
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\n')
  const [found, typed] = sign.exec(before) ?? []
  if (found === undefined || typed === undefined || /^\s|\s{2}/.test(typed)) return null
  const begun = found.length - typed.length - (found.includes('[[') ? 2 : 1)
  return { typed, from: $from.pos - found.length + begun, to: $from.pos }
}

/** Tells what is asked for whenever that changes, and lets the list of answers have the keys first. */
export const asking = (tell: (asked: Asked | null) => void, onKey: (event: KeyboardEvent) => boolean) =>
  new Plugin({
    props: { handleKeyDown: (_, event) => onKey(event) },
    view: () => {
      let last: Asked | null = null
      return {
        update: ({ state }) => {
          const now = askedIn(state)
          if (now?.typed !== last?.typed || now?.from !== last?.from) tell(now)
          last = now
        },
        destroy: () => tell(null),
      }
    },
  })
