import { useState } from 'react'
import type { Strand } from '../api/names'
import { useMay, useProjectId, useSources, useStrands } from '../app/project'
import { useChangeStrand, useRemoveStrand } from '../data/strands'
import { useUndoLast } from '../journal/useUndoLast'
import { Icon } from '../kit/marks'
import { Menu, MenuItem, MenuSeparator } from '../kit/menu'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { kindInList } from './kinds'
import { StrandDialog } from './StrandDialog'

/** The parts of the study: what each asks, and in which order they stand. */
export function StrandSection() {
  const strands = useStrands().toSorted((a, b) => a.position - b.position)
  const { change } = useMay()
  const [editing, setEditing] = useState<Strand | 'new' | null>(null)
  return (
    <section aria-labelledby="strands">
      <h2 id="strands">
        {m.home_strands()}
        <span className="n">{strands.length || ''}</span>
      </h2>
      {strands.length ? (
        <StrandTable strands={strands} change={change} onEdit={setEditing} />
      ) : (
        <p className="soft">{m.settings_strandAbout()}</p>
      )}
      {change ? (
        <button type="button" className="btn add" onClick={() => setEditing('new')}>
          <Icon name="plus" />
          {m.settings_addStrand()}
        </button>
      ) : null}
      {editing ? (
        <StrandDialog strand={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      ) : null}
    </section>
  )
}

interface StrandTableProps {
  strands: readonly Strand[]
  change: boolean
  onEdit: (strand: Strand) => void
}

function StrandTable({ strands, change, onEdit }: StrandTableProps) {
  const sources = useSources()
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{m.kit_name()}</th>
          <th scope="col">{m.settings_question()}</th>
          <th scope="col">{m.settings_kind()}</th>
          <th scope="col" className="num">
            {m.app_sources()}
          </th>
          <th scope="col">
            <span className="sr">{m.settings_menu()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {strands.map((strand, at) => {
          const used = sources.filter((source) => source.strand === strand.id).length
          return (
            <tr key={strand.id}>
              <td className="sn">{strand.name}</td>
              <td className="serif soft qn">{strand.question}</td>
              <td className="soft kd">{kindInList(strand.kind)}</td>
              <td className="num">{used || <span className="dim">0</span>}</td>
              <td>
                {change ? <StrandMenu {...{ strand, at, used, onEdit }} last={at === strands.length - 1} /> : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface StrandMenuProps {
  strand: Strand
  at: number
  last: boolean
  /** How many sources are in it; only an empty one can be removed. */
  used: number
  onEdit: (strand: Strand) => void
}

function StrandMenu({ strand, at, last, used, onEdit }: StrandMenuProps) {
  const project = useProjectId()
  const change = useChangeStrand(project)
  const remove = useRemoveStrand(project)
  const tell = useUndoLast()
  const move = (position: number) => change.mutate({ seen: strand, position }, { onError: toastError })
  const drop = () => {
    const told = () => tell(m.settings_removed({ name: strand.name }), 'removed a strand', strand.id)
    void remove.mutateAsync(strand.id).then(told, toastError)
  }
  const trigger = (
    <button type="button" className="btn quiet sm icon" aria-label={m.settings_whatToDo({ name: strand.name })}>
      <Icon name="more" />
    </button>
  )
  return (
    <Menu trigger={trigger} align="end">
      <MenuItem onClick={() => onEdit(strand)}>{m.settings_change()}</MenuItem>
      <MenuItem disabled={at === 0} onClick={() => move(at - 1)}>
        {m.settings_up()}
      </MenuItem>
      <MenuItem disabled={last} onClick={() => move(at + 1)}>
        {m.settings_down()}
      </MenuItem>
      <MenuSeparator />
      <MenuItem disabled={used > 0} onClick={drop}>
        {m.settings_remove()}
        {used ? <span className="push">{m.settings_hasSources()}</span> : null}
      </MenuItem>
    </Menu>
  )
}
