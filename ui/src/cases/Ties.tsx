import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseDetail, Tie } from '../api/names'
import { useProjectId, useStrands } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useRemoveTie } from '../data/ties'
import { Icon } from '../kit/marks'
import { toastError } from '../kit/toasts'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { TieDialog } from './TieDialog'

interface TiesProps {
  one: CaseDetail
  may: boolean
}

/** What a case said: the sources, speakers and passages that are tied to it, and to the persons of a firm. */
export function Ties({ one, may }: TiesProps) {
  const [tying, setTying] = useState(false)
  return (
    <section aria-label={m.cases_said()}>
      <h2>{m.cases_said()}</h2>
      {one.tied.length ? <Table one={one} may={may} /> : <p className="soft">{m.cases_saidNothing()}</p>}
      {may ? (
        <p>
          <button type="button" className="btn" onClick={() => setTying(true)}>
            <Icon name="link" />
            {m.cases_tie()}
          </button>
        </p>
      ) : null}
      {tying ? <TieDialog one={one} onClose={() => setTying(false)} /> : null}
    </section>
  )
}

function Table({ one, may }: TiesProps) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{m.cases_voice()}</th>
          <th scope="col">{m.cases_strand()}</th>
          <th scope="col" className="num">
            {m.cases_turns()}
          </th>
          <th scope="col" className="num">
            {m.cases_words()}
          </th>
          <th scope="col" className="num">
            {m.cases_codings()}
          </th>
          <th scope="col">
            <span className="sr">{m.cases_actions()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {one.tied.map((tie) => (
          <Row key={tie.id} one={one} tie={tie} may={may} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one, tie, may }: TiesProps & { tie: Tie }) {
  const project = useProjectId()
  const strand = useStrands().find(({ id }) => id === tie.strand)
  const person = one.persons.find(({ id }) => id === tie.case)
  const at = tie.place && `${tie.place.start}-${tie.place.end}`
  return (
    <tr>
      <th scope="row">
        <Link to="/p/$project/sources/$source" params={{ project, source: tie.source }} search={at ? { at } : {}}>
          {nameOf(tie)}
        </Link>
        {tie.text ? <p className="serif">{tie.text}</p> : null}
        {person ? <p className="cap">{m.cases_ofPerson({ name: person.name })}</p> : null}
      </th>
      <td className="soft">{strand?.name}</td>
      <td className="num">{figure(tie.turns)}</td>
      <td className="num">{figure(tie.words)}</td>
      <td className="num">{figure(tie.codings)}</td>
      <td>{may ? <Untie tie={tie} name={nameOf(tie)} /> : null}</td>
    </tr>
  )
}

const nameOf = ({ speaker, title }: Tie): string => (speaker ? m.cases_speakerIn({ speaker, title }) : title)

function Untie({ tie, name }: { tie: Tie; name: string }) {
  const remove = useRemoveTie(useProjectId())
  const undoable = useUndoToast()
  const onRemove = () =>
    remove.mutate(
      { case: tie.case, tie: tie.id },
      { onSuccess: ({ seq }) => undoable(m.cases_untied({ name }), seq), onError: toastError },
    )
  const label = m.cases_untie({ name })
  return (
    <button type="button" className="btn icon quiet sm" aria-label={label} title={label} onClick={onRemove}>
      <Icon name="x" small />
    </button>
  )
}
