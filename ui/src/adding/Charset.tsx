import { SelectField } from '../kit/fields'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import type { Candidate } from './candidate'

/** Character sets that transcripts come in, by their IANA names. */
const sets = [
  { value: 'utf-8', name: m.adding_utf8 },
  { value: 'windows-1252', name: m.adding_cp1252 },
  { value: 'macintosh', name: m.adding_mac },
  { value: 'iso-8859-15', name: m.adding_latin9 },
  { value: 'windows-1250', name: m.adding_cp1250 },
  { value: 'iso-8859-2', name: m.adding_latin2 },
  { value: 'windows-1251', name: m.adding_cp1251 },
  { value: 'windows-1253', name: m.adding_cp1253 },
  { value: 'windows-1254', name: m.adding_cp1254 },
  { value: 'utf-16le', name: m.adding_utf16 },
  { value: 'utf-16be', name: m.adding_utf16be },
  { value: 'gb18030', name: m.adding_gb18030 },
  { value: 'big5', name: m.adding_big5 },
  { value: 'shift_jis', name: m.adding_shiftJis },
  { value: 'euc-kr', name: m.adding_euc },
]

/** Where a file doesn't say its character set: another can be tried, and it is read again. */
export function Charset({ batch, one }: { batch: Batch; one: Candidate }) {
  const now = one.charset ?? one.found?.charset ?? ''
  const known = sets.map(({ value, name }) => ({ value, name: name() }))
  const options = known.some(({ value }) => value === now) ? known : [{ value: now, name: now }, ...known]
  return (
    <SelectField
      label={m.adding_charset()}
      hint={m.adding_charsetHint()}
      value={now}
      options={options}
      onChange={(charset) => batch.read(one.id, { charset })}
    />
  )
}
