import { dyeOf, dyes } from '../codebook/codebook'
import { Thread } from '../kit/marks'

interface DyePickerProps {
  color: string
  onChange: (color: string) => void
}

const named = (dye: string) => dye.charAt(0).toUpperCase() + dye.slice(1)

/** The twelve dyes, each with a filled and an open thread. */
export function DyePicker({ color, onChange }: DyePickerProps) {
  const { dye, form } = dyeOf(color)
  return (
    <fieldset className="dyes">
      <legend className="label">
        Colour: {named(dye)}
        {form ? ', open' : ''}
      </legend>
      {['', '/open'].map((suffix) => (
        <div key={suffix} className="row">
          {dyes.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={color === one + suffix}
              aria-label={`${named(one)}, ${suffix ? 'open' : 'filled'}`}
              title={`${named(one)}, ${suffix ? 'open' : 'filled'}`}
              onClick={() => onChange(one + suffix)}
            >
              <Thread color={one + suffix} />
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  )
}
