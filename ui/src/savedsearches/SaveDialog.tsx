import { useRef, useState } from 'react'
import type { SavedSearch } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeSavedSearch, useSaveSearch } from '../data/savedSearches'
import type { Query } from '../data/search'
import { Dialog } from '../kit/dialog'
import { TextField } from '../kit/fields'
import { m } from '../paraglide/messages'

interface SaveDialogProps {
  query: Query
  list: readonly SavedSearch[]
  /** The one to rename; else what is asked is kept. */
  rename?: SavedSearch
  onClose: () => void
}

/** The name of a search. One that is taken stands for what is asked from now on. */
export function SaveDialog({ query, list, rename, onClose }: SaveDialogProps) {
  const project = useProjectId()
  const [name, setName] = useState(rename?.name ?? (query.q ?? '').slice(0, 60))
  const field = useRef<HTMLInputElement>(null)
  const add = useSaveSearch(project)
  const change = useChangeSavedSearch(project)
  const undoToast = useUndoToast()
  const taken = rename ? undefined : list.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())
  const error = add.error ?? change.error
  const onSuccess = ({ seq }: { seq: number }) => {
    undoToast(m.savedsearches_saved({ name: name.trim() }), seq)
    onClose()
  }
  const save = () => {
    if (rename) change.mutate({ seen: rename, name: name.trim() }, { onSuccess })
    else if (taken) change.mutate({ seen: taken, query }, { onSuccess })
    else add.mutate({ name: name.trim(), query }, { onSuccess })
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.savedsearches_cancel()}
      </button>
      <button
        type="submit"
        form="saved-search"
        className="btn primary"
        disabled={add.isPending || change.isPending || !name.trim()}
      >
        {taken ? m.savedsearches_replace({ name: taken.name }) : m.savedsearches_keep()}
      </button>
    </>
  )
  return (
    <Dialog
      title={rename ? m.savedsearches_rename({ name: rename.name }) : m.savedsearches_save()}
      onClose={onClose}
      footer={footer}
      focus={field}
    >
      <form
        id="saved-search"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          ref={field}
          label={m.savedsearches_name()}
          hint={rename ? undefined : m.savedsearches_nameAbout()}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={error ? (nameError(error) ?? sentenceOf(error)) : undefined}
        />
      </form>
    </Dialog>
  )
}

const nameError = (error: unknown) => (error instanceof Refusal ? error.fields.name : undefined)
