import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useCodebook, useProjectId } from '../app/project'
import { type Candidate, candidates } from '../coding/finding'
import { useAddCode } from '../data/changingCodes'
import { Dialog } from '../kit/dialog'
import { Icon, Thread } from '../kit/marks'
import { toastError } from '../kit/toasts'
import { useOptions } from '../kit/useOptions'
import { m } from '../paraglide/messages'
import { placeIn } from '../settings/preferences'

interface CodeBoxProps {
  title: string
  onPick: (code: string) => void
  onClose: () => void
}

/** A dialog in which a code is found or made. */
export function CodeBox({ title, onPick, onClose }: CodeBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog title={title} onClose={onClose} focus={input}>
      <CodeFind input={input} onPick={onPick} />
    </Dialog>
  )
}

interface CodeFindProps {
  input: RefObject<HTMLInputElement | null>
  onPick: (code: string) => void
}

/** Finds a code by a few letters of its name or of those above it, or makes one. */
export function CodeFind({ input, onPick }: CodeFindProps) {
  const project = useProjectId()
  const book = useCodebook()
  const addCode = useAddCode(project)
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const found: (Candidate | null)[] = [...candidates(book, typed, placeIn(project).recent), ...(name ? [null] : [])]
  const make = () => addCode.mutateAsync({ name }).then(({ id }) => onPick(id), toastError)
  const { active, restart, field, list, option } = useOptions<Candidate | null>({
    items: found,
    onChoose: (one) => (one ? onPick(one.code.id) : void make()),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !name) return field.onKeyDown(event)
    event.preventDefault()
    void make()
  }
  return (
    <>
      <input
        className="input"
        ref={input}
        {...field}
        aria-label={m.excerpts_findCode()}
        placeholder={m.excerpts_findCode()}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          restart()
        }}
        onKeyDown={onKeyDown}
      />
      <div {...list} className="finds">
        {found.map((one, i) => (
          <div key={one?.code.id ?? 'new'} className="opt" {...option(i)} data-active={i === active || undefined}>
            {one ? <Thread color={one.code.color} /> : <Icon name="plus" small />}
            <span className="cut">{one ? one.code.name : m.excerpts_create({ name })}</span>
            {one?.path ? <span className="push cut">{one.path}</span> : null}
          </div>
        ))}
      </div>
    </>
  )
}
