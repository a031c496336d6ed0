import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { NameFound } from '../api/names'
import { useProjectId } from '../app/project'
import { suggestions, useAddPseudonym } from '../data/pseudonyms'
import { announce } from '../kit/announce'
import { Failure, Late, Lines } from '../kit/states'
import { toastError } from '../kit/toasts'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'

/** How many are shown before one asks for more. */
const FIRST = 20

/** Capitalised words of the texts that recur and may be names. */
export function Suggestions() {
  const project = useProjectId()
  const { data, error, refetch } = useQuery(suggestions(project))
  const [shown, setShown] = useState(FIRST)
  return (
    <section aria-labelledby="suggested">
      <h2 id="suggested">{m.pseudonyms_suggested()}</h2>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : (
        <Late>
          <Lines />
        </Late>
      )}
      {data ? <p className="soft">{data.length ? m.pseudonyms_suggestedHow() : m.pseudonyms_noneSuggested()}</p> : null}
      {data?.length ? (
        <ul className="psd-found">
          {data.slice(0, shown).map((found) => (
            <Found key={found.name} found={found} />
          ))}
        </ul>
      ) : null}
      {data && data.length > shown ? (
        <button type="button" className="btn" onClick={() => setShown(shown + 5 * FIRST)}>
          {m.pseudonyms_more({ n: data.length - shown })}
        </button>
      ) : null}
    </section>
  )
}

function Found({ found: { name, count: times, sources, speaker } }: { found: NameFound }) {
  const add = useAddPseudonym(useProjectId())
  const [pseudonym, setPseudonym] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!pseudonym.trim()) return
    add.mutate(
      { name, pseudonym },
      { onSuccess: () => announce(m.pseudonyms_added({ pseudonym })), onError: toastError },
    )
  }
  return (
    <li>
      <form onSubmit={send}>
        <b className="cut">{name}</b>
        <span className="cap">
          {times ? m.pseudonyms_stands({ n: times, sources: count(sources, 'source') }) : m.pseudonyms_speaks()}
          {times && speaker ? ` · ${m.pseudonyms_speaks()}` : ''}
        </span>
        <input
          className="input"
          aria-label={m.pseudonyms_pseudonymFor({ name })}
          placeholder={m.pseudonyms_pseudonym()}
          autoComplete="off"
          value={pseudonym}
          onChange={(event) => setPseudonym(event.target.value)}
        />
        <button type="submit" className="btn sm" disabled={add.isPending || !pseudonym.trim()}>
          {m.pseudonyms_add()}
        </button>
      </form>
    </li>
  )
}
