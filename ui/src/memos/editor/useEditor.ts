import { type Command, EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { readMarkdown } from '../markdown'
import { writeMarkdown } from '../writing'
import { type Asked, asking } from './asking'
import { blocksOf, documentOf } from './document'
import { behaviour } from './editing'

interface Writing {
  /** The Markdown it begins with. */
  value: string
  onChange: (value: string) => void
  /** Has the keys first. */
  onKey: RefObject<(event: KeyboardEvent) => boolean>
}

/** An editor in an element: its state as it is now, what is being asked for, and a way to run commands. */
export function useEditor(mount: RefObject<HTMLElement | null>, { value, onChange, onKey }: Writing) {
  const [view, setView] = useState<EditorView | null>(null)
  const [state, setState] = useState<EditorState | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const changed = useRef(onChange)
  const first = useRef(value)
  useEffect(() => {
    changed.current = onChange
  })

  useEffect(() => {
    const plugins = [asking(setAsked, (event) => onKey.current(event)), ...behaviour()]
    const doc = documentOf(readMarkdown(first.current))
    const made = new EditorView(mount.current, {
      state: EditorState.create({ doc, plugins }),
      dispatchTransaction(transaction) {
        const next = made.state.apply(transaction)
        made.updateState(next)
        setState(next)
        if (transaction.docChanged) changed.current(writeMarkdown(blocksOf(next.doc)))
      },
    })
    setView(made)
    setState(made.state)
    return () => made.destroy()
  }, [mount, onKey])

  const run = (command: Command): void => {
    if (!view) return
    command(view.state, view.dispatch, view)
    view.focus()
  }
  return { view, state, asked, leave: () => setAsked(null), run }
}

/** Sets what the element that is written in says of itself. */
export function useAttributes(view: EditorView | null, attributes: Record<string, string>): void {
  const told = JSON.stringify(attributes)
  useEffect(() => view?.setProps({ attributes: JSON.parse(told) }), [view, told])
}
