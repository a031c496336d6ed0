import { Check, Segmented } from '../kit/fields'
import { prefer, usePreferences } from './preferences'

const themes = [
  { value: 'system', name: 'As the system' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
] as const
const densities = [
  { value: 'compact', name: 'Compact' },
  { value: 'usual', name: 'Usual' },
  { value: 'roomy', name: 'Roomy' },
] as const
const sizes = [
  { value: 'small', name: 'Small' },
  { value: 'usual', name: 'Usual' },
  { value: 'large', name: 'Large' },
] as const

/** How Selvedge looks on this computer. */
export function AppearanceSection() {
  const { theme, density, text, singleKeys, linear } = usePreferences()
  return (
    <section aria-labelledby="appearance">
      <h2 id="appearance">Appearance</h2>
      <p className="soft">Kept on this computer, for you, in every project.</p>
      <div className="choices">
        <span className="label">Theme</span>
        <Segmented
          label="Theme"
          value={theme ?? 'system'}
          options={themes}
          onChange={(value) => prefer({ theme: value === 'system' ? undefined : value })}
        />
        <span className="label">Rows</span>
        <Segmented
          label="Rows"
          value={density ?? 'usual'}
          options={densities}
          onChange={(value) => prefer({ density: value === 'usual' ? undefined : value })}
        />
        <span className="label">Text of transcripts</span>
        <Segmented
          label="Text of transcripts"
          value={text ?? 'usual'}
          options={sizes}
          onChange={(value) => prefer({ text: value === 'usual' ? undefined : value })}
        />
      </div>
      <Check checked={singleKeys} onChange={(value) => prefer({ singleKeys: value })}>
        Single letters are keys, such as C for finding a code
      </Check>
      <Check checked={linear} onChange={(value) => prefer({ linear: value })}>
        Linear reading, for screen readers: transcripts open a little slower
      </Check>
    </section>
  )
}
