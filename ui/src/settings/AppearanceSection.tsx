import { Check, Segmented } from '../kit/fields'
import { toastError } from '../kit/toasts'
import { type Language, languages, speak } from '../language/language'
import { m } from '../paraglide/messages'
import { prefer, usePreferences } from './preferences'

const named = <T extends string>(names: Readonly<Record<T, () => string>>) =>
  Object.entries<() => string>(names).map(([value, name]) => ({ value: value as T, name: name() }))

/** How Selvedge looks on this computer, and what it speaks. */
export function AppearanceSection() {
  const { language, theme, density, text, singleKeys, linear, numbers } = usePreferences()
  const choose = (value: Language | 'system') => {
    prefer({ language: value === 'system' ? undefined : value })
    speak().catch(toastError)
  }
  return (
    <section aria-labelledby="appearance">
      <h2 id="appearance">{m.settings_appearance()}</h2>
      <p className="soft">{m.settings_appearanceKept()}</p>
      <div className="choices">
        <span className="label">{m.settings_language()}</span>
        <Segmented
          label={m.settings_language()}
          value={language ?? 'system'}
          options={[
            { value: 'system', name: m.settings_system() },
            ...(Object.keys(languages) as Language[]).map((value) => ({ value, name: languages[value] })),
          ]}
          onChange={choose}
        />
        <span className="label">{m.settings_theme()}</span>
        <Segmented
          label={m.settings_theme()}
          value={theme ?? 'system'}
          options={named({ system: m.settings_system, light: m.settings_light, dark: m.settings_dark })}
          onChange={(value) => prefer({ theme: value === 'system' ? undefined : value })}
        />
        <span className="label">{m.settings_rows()}</span>
        <Segmented
          label={m.settings_rows()}
          value={density ?? 'usual'}
          options={named({ compact: m.settings_compact, usual: m.settings_usual, roomy: m.settings_roomy })}
          onChange={(value) => prefer({ density: value === 'usual' ? undefined : value })}
        />
        <span className="label">{m.settings_text()}</span>
        <Segmented
          label={m.settings_text()}
          value={text ?? 'usual'}
          options={named({ small: m.settings_small, usual: m.settings_usual, large: m.settings_large })}
          onChange={(value) => prefer({ text: value === 'usual' ? undefined : value })}
        />
      </div>
      <Check checked={singleKeys} onChange={(value) => prefer({ singleKeys: value })}>
        {m.settings_singleKeys()}
      </Check>
      <Check checked={numbers} onChange={(value) => prefer({ numbers: value })}>
        {m.settings_numbers()}
      </Check>
      <Check checked={linear} onChange={(value) => prefer({ linear: value })}>
        {m.settings_linear()}
      </Check>
    </section>
  )
}
