import { useQuery } from '@tanstack/react-query'
import type { CodeSet } from '../api/names'
import { useCodebook, useProjectId } from '../app/project'
import { codeSets } from '../data/codeSets'
import { ticked, tickOf } from '../excerpts/ticks'
import { m } from '../paraglide/messages'
import './codesets.css'

interface SetPicksProps {
  /** The codes that are ticked. */
  chosen: readonly string[]
  /** Whether a code is ticked without those under it. */
  alone?: boolean
  onChange: (codes: string[]) => void
}

/** The sets of codes: each ticks its codes, or unticks them when all of them are ticked. */
export function SetPicks({ chosen, alone = false, onChange }: SetPicksProps) {
  const book = useCodebook()
  const { data = [] } = useQuery(codeSets(useProjectId()))
  const codesOf = ({ codes }: CodeSet) => codes.filter((id) => book.get(id))
  const isOn = (codes: readonly string[], id: string) => tickOf(book, codes, id, alone) === 'all'
  const isPressed = (set: CodeSet) => codesOf(set).every((id) => isOn(chosen, id))
  const press = (set: CodeSet) => {
    const wanted = !isPressed(set)
    const tick = (codes: string[], id: string) => (isOn(codes, id) === wanted ? codes : ticked(book, codes, id, alone))
    onChange(codesOf(set).reduce(tick, [...chosen]))
  }
  const sets = data.filter((set) => codesOf(set).length)
  if (!sets.length) return null
  return (
    <fieldset className="set-picks" aria-label={m.codesets_sets()}>
      <legend className="h">{m.codesets_sets()}</legend>
      {sets.map((set) => (
        <button key={set.id} type="button" className="btn sm" aria-pressed={isPressed(set)} onClick={() => press(set)}>
          <span className="cut">{set.name}</span>
        </button>
      ))}
    </fieldset>
  )
}
