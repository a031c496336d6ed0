import { isOpen } from './candidate'
import { keyOf, labelOf, type Naming, named, namesIn, sharedIn, unnamedAgain, type Voice } from './cast'
import type { State } from './state'

type Names = ReadonlyMap<string, Naming>
type Change = Pick<State, 'files' | 'names'>

/** Names someone in one file; a moderator's name holds for the other files too, until someone says otherwise. */
export function renamed(state: State, id: string, label: string, change: Partial<Omit<Naming, 'label'>>): Change {
  const files = state.files.map((file) =>
    file.id === id
      ? {
          ...file,
          voices: file.voices.map<Voice>((one) => (labelOf(one) === label ? { ...one, ...change, by: 'hand' } : one)),
        }
      : file,
  )
  const file = files.find((one) => one.id === id)
  const voices = file?.voices.filter((one) => labelOf(one) === label) ?? []
  const isShared = file?.sharing ?? voices.some((one) => one.moderator)
  return isShared ? spread({ ...state, files }, namesIn(voices), id) : { files, names: state.names }
}

/** Ties someone in one file to a case, or to none. */
export function tied(state: State, id: string, label: string, to: Voice['tied']): Change {
  const files = state.files.map((file) =>
    file.id === id
      ? {
          ...file,
          voices: file.voices.map<Voice>((one) => (labelOf(one) === label ? { ...one, tied: to, by: 'hand' } : one)),
        }
      : file,
  )
  return { files, names: state.names }
}

/** Lets the names of a file hold for the others, or takes that back. */
export function shared(state: State, id: string, sharing: boolean): Change {
  const files = state.files.map((one) => (one.id === id ? { ...one, sharing } : one))
  const voices = files.find((one) => one.id === id)?.voices ?? []
  if (sharing) return spread({ ...state, files }, namesIn(sharedIn(voices, voicesBeside(state, id))), id)
  return forgotten({ ...state, files }, new Set(namesIn(voices).keys()), id)
}

/** The voices of the other files that are not added yet. */
export const voicesBeside = ({ files }: State, id: string): (readonly Voice[])[] =>
  files.filter((one) => one.id !== id && one.stage !== 'added').map(({ voices }) => voices)

/** Lets names hold in all files but the one that they come from. */
export function spread(state: State, more: Names, from?: string): Change {
  const names = new Map([...state.names, ...more])
  const files = state.files.map((one) =>
    one.id === from || !isOpen(one) ? one : { ...one, voices: named(one.voices, names) },
  )
  return { files, names }
}

/** Takes back what was said about a label in all files, wherever it was said. */
export function unnamed(state: State, label: string): Change {
  const labels = new Set([keyOf(label)])
  const files = state.files.map((one) =>
    one.sharing && [...namesIn(one.voices).keys()].some((key) => labels.has(key)) ? { ...one, sharing: false } : one,
  )
  return forgotten({ ...state, files }, labels)
}

function forgotten(state: State, labels: ReadonlySet<string>, from?: string): Change {
  const names = new Map([...state.names].filter(([key]) => !labels.has(key)))
  const files = state.files.map((one) => (one.id === from ? one : { ...one, voices: unnamedAgain(one.voices, labels) }))
  return { files, names }
}
