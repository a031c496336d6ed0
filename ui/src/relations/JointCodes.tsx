import { useCodebook } from '../app/project'
import { SetPicks } from '../codesets/SetPicks'
import { Thread } from '../kit/marks'
import { m } from '../paraglide/messages'

interface JointCodesProps {
  chosen: readonly string[]
  onChange: (codes: string[]) => void
}

/** The codes with a tick at each that has a row of its own, in order of the codebook. */
export function JointCodes({ chosen, onChange }: JointCodesProps) {
  const book = useCodebook()
  const all = book.walk()
  const set = (codes: readonly string[]) => onChange(all.map(({ code }) => code.id).filter((id) => codes.includes(id)))
  const toggle = (id: string) => set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <section className="fac">
      <SetPicks chosen={chosen} alone onChange={set} />
      <h3>{m.relations_codes()}</h3>
      <ul className="ticks">
        {all.map(({ code: { id, name, color, all: count }, depth }) => (
          <li key={id} data-depth={Math.min(depth, 5)}>
            <label className="check">
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              <span className="cut" title={name}>
                <Thread color={color} />
                <span className="cut">{name}</span>
              </span>
              <span className="n">{count}</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
