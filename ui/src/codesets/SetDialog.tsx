import { useRef, useState } from 'react'
import type { CodeSet } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { useCodebook, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import type { Codebook } from '../codebook/codebook'
import { useAddCodeSet, useChangeCodeSet } from '../data/codeSets'
import { useBothVersions } from '../kit/BothVersions'
import { Dialog } from '../kit/dialog'
import { TextField } from '../kit/fields'
import { CodeMark } from '../kit/marks'
import { listed } from '../kit/words'
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
  const book = useCodebook()
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
  const send = (seen: CodeSet, mine: Partial<CodeSet>): Promise<boolean> =>
    change.mutateAsync({ seen, ...mine }).then(
      (answer) => {
        onSuccess(answer)
        return true
      },
      (error) => versions.take(error, seen, mine) ?? false,
    )
  const versions = useBothVersions<CodeSet, 'name' | 'codes'>({
    what: m.codesets_these({ name: set?.name ?? '' }),
    fields: [
      { field: 'name', label: m.codesets_name() },
      { field: 'codes', label: m.codesets_inIt(), shown: (codes) => namesOf(book, codes as string[]) },
    ],
    send,
  })
  const save = () => {
    const body = { name: name.trim(), codes: [...chosen] }
    const mine = set && changed(set, body)
    if (!mine) add.mutate(body, { onSuccess })
    else if (Object.keys(mine).length) void send(set, mine)
    else onClose()
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
          error={error && !versions.dialog ? (nameError(error) ?? sentenceOf(error)) : undefined}
        />
        <Ticks chosen={chosen} onChange={setChosen} />
      </form>
      {versions.dialog}
    </Dialog>
  )
}

/** What of a set is not as it was. */
const changed = (set: CodeSet, { name, codes }: { name: string; codes: string[] }): Partial<CodeSet> => ({
  ...(name !== set.name && { name }),
  ...(codes.toSorted().join() !== set.codes.toSorted().join() && { codes }),
})

const namesOf = (book: Codebook, codes: readonly string[]): string =>
  listed(codes.map((id) => book.get(id)?.name ?? m.codes_gone()))

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
