import { m } from '../paraglide/messages'
import type { Part } from './edits'

interface StraysProps {
  parts: readonly Part[]
  onDecide: (stays: boolean) => void
}

/** What is written in turns that someone else took away meanwhile: it comes after this one, or it goes. */
export function Strays({ parts, onDecide }: StraysProps) {
  return (
    <fieldset className="clash">
      <legend>{m.correcting_stray()}</legend>
      <p>{m.correcting_strayHow()}</p>
      {parts.map(({ text }, which) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is what stands at its place
        <blockquote key={which} className="serif">
          {text}
        </blockquote>
      ))}
      <button type="button" className="btn sm" onClick={() => onDecide(false)}>
        {m.correcting_strayGoes()}
      </button>{' '}
      <button type="button" className="btn sm" onClick={() => onDecide(true)}>
        {m.correcting_strayStays()}
      </button>
    </fieldset>
  )
}
