import { useState } from 'react'
import type { Source } from '../api/names'
import { TextField } from '../kit/fields'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { MOST_NAMED, someVoices, voices } from './listing'

/** The speakers that a dialog offers of a source: all where they are few; else those whose names have what is typed. */
export function useSpeakers(source: Source | undefined, chosen: readonly string[]) {
  const [typed, setTyped] = useState('')
  if (!source) return { shown: [], field: null }
  if (voices(source).length <= MOST_NAMED) return { shown: voices(source), field: null }
  const { shown, more } = someVoices(source, typed, chosen)
  const field = (
    <TextField
      label={m.sources_findSpeaker()}
      hint={more ? m.sources_moreSpeakers({ n: figure(more) }) : undefined}
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
  return { shown, field }
}
