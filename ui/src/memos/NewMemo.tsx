import { useState } from 'react'
import { useCodebook, useProjectId, useSources, useStrands } from '../app/project'
import { useAddMemo } from '../data/memos'
import { Dialog } from '../kit/dialog'
import { SelectField } from '../kit/fields'
import { toast } from '../kit/toasts'
import { MemoForm } from './MemoForm'

/** Writes a memo on the project, a strand, a source or a code. Those on words are written beside the words. */
export function NewMemo({ onClose }: { onClose: () => void }) {
  const project = useProjectId()
  const add = useAddMemo(project)
  const targets = useTargets()
  const [on, setOn] = useState(`project ${project}`)
  const [targetKind = '', target = ''] = on.split(' ')
  return (
    <Dialog title="New memo" onClose={onClose}>
      <MemoForm
        action="Save the memo"
        error={add.error}
        onClose={onClose}
        onSave={(typed) =>
          add.mutate(
            { ...typed, targetKind, target },
            {
              onSuccess: () => {
                toast('Saved the memo.')
                onClose()
              },
            },
          )
        }
      >
        <SelectField label="On" value={on} options={targets} onChange={setOn} />
      </MemoForm>
    </Dialog>
  )
}

function useTargets() {
  const project = useProjectId()
  const strands = useStrands()
  const sources = useSources()
  const book = useCodebook()
  return [
    { value: `project ${project}`, name: 'The project' },
    ...strands.map(({ id, name }) => ({ value: `strand ${id}`, name: `Strand: ${name}` })),
    ...sources.map(({ id, title }) => ({ value: `source ${id}`, name: `Source: ${title}` })),
    ...book.walk().map(({ code: { id, name } }) => ({ value: `code ${id}`, name: `Code: ${name}` })),
  ]
}
