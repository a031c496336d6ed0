import { SelectField } from '../kit/fields'
import { locale } from '../language/language'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import type { Candidate } from './candidate'

/** Languages whose words the search knows in all their forms. */
const known = [
  'ar',
  'da',
  'de',
  'en',
  'es',
  'fa',
  'fi',
  'fr',
  'hi',
  'hr',
  'hu',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'tr',
  'zh',
]

/** What the server takes where neither the file nor anybody says a language. */
const USUAL = 'en'

/** The language of a text, which decides how its words are found. */
export function Language({ batch, one }: { batch: Batch; one: Candidate }) {
  const said = one.found?.language || USUAL
  const value = one.language ?? said
  const names = new Intl.DisplayNames(locale(), { type: 'language' })
  const options = [...new Set([...known, said, value])]
    .map((tag) => ({ value: tag, name: names.of(tag) ?? tag }))
    .sort((a, b) => a.name.localeCompare(b.name, locale()))
  return (
    <SelectField
      label={m.adding_language()}
      value={value}
      options={options}
      onChange={(language) => batch.change(one.id, { language })}
    />
  )
}
