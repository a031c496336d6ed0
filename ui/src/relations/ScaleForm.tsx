import { useState } from 'react'
import type { Survey } from '../api/names'
import { useMay, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeSurvey } from '../data/surveys'
import { Segmented, TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { m } from '../paraglide/messages'
import { ScaleItems } from './ScaleItems'
import { useSurvey } from './useSurvey'

export type Scale = Survey['scales'][number]

interface ScaleFormProps {
  /** The one that is open; none for a new one. */
  scale?: Scale
  /** Hears what it is called now; nothing when it is gone. */
  onSaved: (name: string | undefined) => void
}

const blank: Scale = { id: '', name: '', items: [], reversed: [], how: 'mean', atLeast: 0 }

/** A scale as it is put together: what it is called, its items, how they become one value. */
export function ScaleForm({ scale, onSaved }: ScaleFormProps) {
  const may = useMay().change
  const [draft, setDraft] = useState(scale ?? blank)
  const change = (next: Partial<Scale>) => setDraft({ ...draft, ...next })
  return (
    <section className="scale-form" aria-label={m.relations_scale()}>
      {may ? (
        <div className="row wrap asking">
          <TextField
            label={m.relations_scaleName()}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <Segmented
            label={m.relations_how()}
            value={draft.how}
            options={[
              { value: 'mean', name: m.relations_meanOfItems() },
              { value: 'sum', name: m.relations_sumOfItems() },
            ]}
            onChange={(how) => change({ how })}
          />
          <TextField
            label={m.relations_atLeast()}
            type="number"
            min={1}
            max={Math.max(1, draft.items.length)}
            placeholder={m.relations_half()}
            value={draft.atLeast || ''}
            onChange={(event) => change({ atLeast: Number(event.target.value) })}
          />
          <Save scale={scale} draft={draft} onSaved={onSaved} />
        </div>
      ) : null}
      <ScaleItems scale={draft} may={may} onChange={change} />
    </section>
  )
}

interface SaveProps extends ScaleFormProps {
  draft: Scale
}

/** Keeps a scale with the survey, or takes it out; both can be undone. */
function Save({ scale, draft, onSaved }: SaveProps) {
  const survey = useSurvey()
  const change = useChangeSurvey(useProjectId())
  const undoable = useUndoToast()
  const name = draft.name.trim()
  const save = (scales: Scale[], now: string | undefined, told: string) =>
    change.mutate(
      { seen: survey, scales },
      {
        onSuccess: ({ seq }) => {
          undoable(told, seq)
          onSaved(now)
        },
      },
    )
  const kept = { ...draft, name }
  const scales = scale ? survey.scales.map((one) => (one.id === scale.id ? kept : one)) : [...survey.scales, kept]
  return (
    <>
      <button
        type="button"
        className="btn primary"
        disabled={!name || draft.items.length < 2 || change.isPending}
        onClick={() => save(scales, name, m.relations_scaleSaved({ name }))}
      >
        {m.relations_saveScale()}
      </button>
      {scale ? (
        <button
          type="button"
          className="btn danger"
          disabled={change.isPending}
          onClick={() =>
            save(
              survey.scales.filter((one) => one.id !== scale.id),
              undefined,
              m.relations_scaleRemoved({ name: scale.name }),
            )
          }
        >
          {m.relations_removeScale()}
        </button>
      ) : null}
      {change.error ? <Failure error={change.error} /> : null}
    </>
  )
}
