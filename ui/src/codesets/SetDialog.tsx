import { useRef, useState } from 'react'
import type { CodeSet } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { useCodebook, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useAddCodeSet, useChangeCodeSet } from '../data/codeSets'
import { Dialog } from '../kit/dialog'
import { TextField } from '../kit/fields'
import { CodeMark } from '../kit/marks'
import { m } from '../paraglide/messages'

interface SetDialogProps {
  /** The set to change; a new one when there is none. */
  set?: CodeSet
  /** Codes that a new set begins with, such as those ticked in the tree. */
  codes?: readonly string[]
  onClose: () => void
}

/** A set's name, and the codes in it to tick. */
export function SetDialog({ set, codes = set?.codes ?? [], onClose }: SetDialogProps) {
  const project = useProjectId()
  const [name, setName] = useState(set?.name ?? '')
  const [chosen, setChosen] = useState<readonly string[]>(codes)
  const field = useRef<HTMLInputElement>(null)
  const add = useAddCodeSet(project)
  const change = useChangeCodeSet(project)
  const undoToast = useUndoToast()
  const { error, isPending } = set ? change : add
  const onSuccess = ({ seq }: { seq: number }) => {
    undoToast(set ? m.codesets_changed({ name }) : m.codesets_made({ name }), seq)
    onClose()
  }
  const save = () => {
    const body = { name: name.trim(), codes: [...chosen] }
    if (set) change.mutate({ seen: set, ...body }, { onSuccess })
    else add.mutate(body, { onSuccess })
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.codesets_cancel()}
      </button>
      <button type="submit" form="code-set" className="btn primary" disabled={isPending || !name.trim()}>
        {m.codesets_keep({ n: chosen.length })}
      </button>
    </>
  )
  return (
    <Dialog
      title={set ? m.codesets_changeTitle({ name: set.name }) : m.codesets_newTitle()}
      onClose={onClose}
      footer={footer}
      focus={field}
    >
      <form
        id="code-set"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          ref={field}
          label={m.codesets_name()}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={error ? (nameError(error) ?? sentenceOf(error)) : undefined}
        />
        <Ticks chosen={chosen} onChange={setChosen} />
      </form>
    </Dialog>
  )
}

const nameError = (error: unknown) => (error instanceof Refusal ? error.fields.name : undefined)

/** Every code with a box to tick, as deep as it stands in the tree. */
function Ticks({ chosen, onChange }: { chosen: readonly string[]; onChange: (codes: readonly string[]) => void }) {
  const book = useCodebook()
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className="set-ticks">
      <legend>{m.codesets_inIt()}</legend>
      {book.walk().map(({ code, depth }) => (
        <label className="check" key={code.id} style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          <input type="checkbox" checked={chosen.includes(code.id)} onChange={() => toggle(code.id)} />
          <CodeMark name={code.name} color={code.color} />
        </label>
      ))}
    </fieldset>
  )
}
