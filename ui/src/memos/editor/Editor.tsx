import { useEffect, useId, useRef } from 'react'
import { m } from '../../paraglide/messages'
import { Answers } from './Answers'
import { mention } from './editing'
import { Toolbar } from './Toolbar'
import { useAnswers } from './useAnswers'
import { useAttributes, useEditor } from './useEditor'
import './editor.css'

export interface EditorProps {
  label: string
  /** The Markdown it begins with. */
  value: string
  onChange: (value: string) => void
  focus?: boolean
  placeholder?: string
  /** What is wrong with it. */
  error?: string
}

/** Where rich text is written: words, a few looks, and things of the project after @ or [[. */
export default function Editor({ label, value, onChange, focus, placeholder, error }: EditorProps) {
  const id = useId()
  const mount = useRef<HTMLDivElement>(null)
  const onKey = useRef<(event: KeyboardEvent) => boolean>(() => false)
  const { view, state, asked, leave, run } = useEditor(mount, { value, onChange, onKey })
  const answers = useAnswers(asked, leave, (thing) => {
    if (asked) run(mention(asked.from, asked.to, thing.words ?? thing.name, `${thing.kind}:${thing.id}`))
  })
  useEffect(() => {
    onKey.current = answers.onKey
  })
  useEffect(() => {
    const isWritingElsewhere = document.activeElement?.matches('input, textarea, select') // while this was fetched
    if (focus && !isWritingElsewhere) view?.focus()
  }, [view, focus])
  useAttributes(view, {
    class: 'rich serif',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'aria-describedby': `${id}-how`,
    ...(error && { 'aria-invalid': 'true' }),
    ...answers.attributes,
  })
  const isEmpty = state?.doc.childCount === 1 && !state.doc.firstChild?.content.size
  return (
    <div className="writing">
      {state ? <Toolbar state={state} run={run} /> : null}
      <div className="paper">
        <div ref={mount} />
        {isEmpty && placeholder ? (
          <p className="placeholder serif" aria-hidden="true">
            {placeholder}
          </p>
        ) : null}
        {view && asked ? <Answers answers={answers} at={view.coordsAtPos(asked.from)} paper={mount.current} /> : null}
      </div>
      <p className={error ? 'err cap' : 'cap'} id={`${id}-how`}>
        {error ?? m.memos_how()}
      </p>
    </div>
  )
}
