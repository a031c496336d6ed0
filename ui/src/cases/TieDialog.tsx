import { useState } from 'react'
import type { CaseDetail } from '../api/names'
import { sentenceOf } from '../api/refusal'
import { useProjectId, useSources } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useAddTie } from '../data/ties'
import { Dialog } from '../kit/dialog'
import { SelectField } from '../kit/fields'
import { m } from '../paraglide/messages'
import { useSpeakers } from '../sources/FindSpeaker'

/** A source, or one of its speakers, to be tied to a case. */
export function TieDialog({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const project = useProjectId()
  const sources = useSources()
  const add = useAddTie(project)
  const undoable = useUndoToast()
  const [id, setId] = useState(sources[0]?.id ?? '')
  const [speaker, setSpeaker] = useState('')
  const source = sources.find((one) => one.id === id)
  const { shown, field } = useSpeakers(source, [speaker])
  const tie = () =>
    add.mutate(
      speaker
        ? { case: one.id, targetKind: 'speaker', target: speaker }
        : { case: one.id, targetKind: 'source', target: id },
      {
        onSuccess: ({ seq }) => {
          undoable(m.cases_tied({ name: one.name }), seq)
          onClose()
        },
      },
    )
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.cases_cancel()}
      </button>
      <button type="button" className="btn primary" disabled={!source || add.isPending} onClick={tie}>
        {m.cases_tieShort()}
      </button>
    </>
  )
  return (
    <Dialog title={m.cases_tieTo({ name: one.name })} onClose={onClose} footer={footer}>
      <div className="stack">
        <SelectField
          label={m.cases_source()}
          value={id}
          options={sources.map(({ id, title }) => ({ value: id, name: title }))}
          onChange={(next) => {
            setId(next)
            setSpeaker('')
          }}
          error={add.error ? sentenceOf(add.error) : undefined}
        />
        {field}
        <SelectField
          label={m.cases_speaker()}
          value={speaker}
          options={[{ value: '', name: m.cases_wholeSource() }, ...shown.map(({ id, name }) => ({ value: id, name }))]}
          onChange={setSpeaker}
        />
      </div>
    </Dialog>
  )
}
