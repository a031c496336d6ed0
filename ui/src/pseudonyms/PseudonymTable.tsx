import { useState } from 'react'
import type { Pseudonym } from '../api/names'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangePseudonym, useRemovePseudonym } from '../data/pseudonyms'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** Every name with its pseudonym, which can be changed in its place. */
export function PseudonymTable({ list }: { list: readonly Pseudonym[] }) {
  return (
    <table className="table psd-table">
      <thead>
        <tr>
          <th scope="col">{m.pseudonyms_name()}</th>
          <th scope="col">{m.pseudonyms_pseudonym()}</th>
          <th scope="col">
            <span className="sr">{m.sources_actions()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one }: { one: Pseudonym }) {
  const project = useProjectId()
  const undoToast = useUndoToast()
  const change = useChangePseudonym(project)
  const remove = useRemovePseudonym(project)
  const [typed, setTyped] = useState<string>()
  const keep = () => {
    const pseudonym = typed?.trim()
    setTyped(undefined)
    if (pseudonym && pseudonym !== one.pseudonym)
      change.mutate(
        { seen: one, pseudonym },
        { onSuccess: ({ seq }) => undoToast(m.pseudonyms_changed({ pseudonym }), seq), onError: toastError },
      )
  }
  return (
    <tr>
      <th scope="row">{one.name}</th>
      <td>
        <input
          className="input"
          aria-label={m.pseudonyms_pseudonymFor({ name: one.name })}
          value={typed ?? one.pseudonym}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep()
            if (event.key === 'Escape') setTyped(undefined)
          }}
        />
      </td>
      <td>
        <button
          type="button"
          className="btn sm quiet"
          aria-label={m.pseudonyms_removeOf({ name: one.name })}
          disabled={remove.isPending}
          onClick={() =>
            remove.mutate(one.id, {
              onSuccess: ({ seq }) => undoToast(m.pseudonyms_removed({ pseudonym: one.pseudonym }), seq),
              onError: toastError,
            })
          }
        >
          {m.pseudonyms_remove()}
        </button>
      </td>
    </tr>
  )
}
