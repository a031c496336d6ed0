import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NamesInSource, Place } from '../api/names'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { replacements, useReplaceNames } from '../data/pseudonyms'
import { Failure, Late, Lines } from '../kit/states'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

const placeKey = ({ source, start }: Place) => `${source} ${start}`

/** Every place where a name still stands, to look at before all are replaced at once. */
export function Replace() {
  const project = useProjectId()
  const { data, error, refetch } = useQuery(replacements(project))
  const replace = useReplaceNames(project)
  const undoToast = useUndoToast()
  const [left, setLeft] = useState<ReadonlyMap<string, Place>>(new Map())
  const n = (data?.total ?? 0) - left.size
  const toggle = (place: Place) => {
    const next = new Map(left)
    if (!next.delete(placeKey(place))) next.set(placeKey(place), place)
    setLeft(next)
  }
  const send = () =>
    replace.mutate(
      { except: [...left.values()] },
      {
        onSuccess: ({ seq }) => {
          setLeft(new Map())
          undoToast(m.pseudonyms_replaced({ n }), seq)
        },
        onError: toastError,
      },
    )
  return (
    <section aria-labelledby="replace">
      <h2 id="replace">{m.pseudonyms_inTexts()}</h2>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : (
        <Late>
          <Lines />
        </Late>
      )}
      {data && !data.total && !data.others ? <p className="soft">{m.pseudonyms_allReplaced()}</p> : null}
      {data && (data.total || data.others) ? (
        <>
          <p className="soft">{m.pseudonyms_lookFirst()}</p>
          {data.sources.map((source) => (
            <Places key={source.source} source={source} left={left} onToggle={toggle} />
          ))}
          {data.shown < data.total ? (
            <p className="cap">{m.pseudonyms_notListed({ n: data.total - data.shown })}</p>
          ) : null}
          {data.others ? <p className="cap">{m.pseudonyms_others({ n: data.others })}</p> : null}
          <button
            type="button"
            className="btn primary"
            disabled={replace.isPending || !(n || data.others)}
            onClick={send}
          >
            {m.pseudonyms_replace({ n })}
          </button>
        </>
      ) : null}
    </section>
  )
}

interface PlacesProps {
  source: NamesInSource
  left: ReadonlyMap<string, Place>
  onToggle: (place: Place) => void
}

/** The names in one source, each ticked to be replaced. */
function Places({ source, left, onToggle }: PlacesProps) {
  return (
    <details className="psd-places">
      <summary>
        <b>{source.title}</b> <span className="cap">{m.pseudonyms_inSource({ n: source.count })}</span>
      </summary>
      <ul>
        {source.places.map(({ start, was, is, before, after }) => {
          const place = { source: source.source, start }
          return (
            <li key={start}>
              <label className="check">
                <input type="checkbox" checked={!left.has(placeKey(place))} onChange={() => onToggle(place)} />
                <span>
                  {before}
                  <del>{was}</del> <ins>{is}</ins>
                  {after}
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
