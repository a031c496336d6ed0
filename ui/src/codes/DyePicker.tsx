import { dyeOf, dyes } from '../codebook/codebook'
import { Thread } from '../kit/marks'
import { m } from '../paraglide/messages'

interface DyePickerProps {
  color: string
  onChange: (color: string) => void
}

const names: Readonly<Record<string, () => string>> = {
  madder: m.codes_dye_madder,
  annatto: m.codes_dye_annatto,
  moss: m.codes_dye_moss,
  verdigris: m.codes_dye_verdigris,
  woad: m.codes_dye_woad,
  indigo: m.codes_dye_indigo,
  fustic: m.codes_dye_fustic,
  walnut: m.codes_dye_walnut,
  cochineal: m.codes_dye_cochineal,
  logwood: m.codes_dye_logwood,
  lichen: m.codes_dye_lichen,
  oakgall: m.codes_dye_oakgall,
}

/** A colour from elsewhere has no name but its value. */
const named = (dye: string): string => names[dye]?.() ?? dye

const formOf = (dye: string, open: boolean): string =>
  open ? m.codes_open({ dye: named(dye) }) : m.codes_filled({ dye: named(dye) })

/** A colour by its dye and form. */
export function dyeName(color: string): string {
  const { dye, form } = dyeOf(color)
  return formOf(dye, Boolean(form))
}

/** The twelve dyes, each with a filled and an open thread. */
export function DyePicker({ color, onChange }: DyePickerProps) {
  const { dye, form } = dyeOf(color)
  return (
    <fieldset className="dyes">
      <legend className="label">
        {form ? m.codes_colourOpen({ dye: named(dye) }) : m.codes_colour({ dye: named(dye) })}
      </legend>
      {['', '/open'].map((suffix) => (
        <div key={suffix} className="row">
          {dyes.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={color === one + suffix}
              aria-label={formOf(one, Boolean(suffix))}
              title={formOf(one, Boolean(suffix))}
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
