import { SelectField } from '../kit/fields'
import type { Batch } from './batch'
import type { Candidate } from './candidate'

/** Character sets that transcripts come in, by their IANA names. */
const sets = [
  { value: 'utf-8', name: 'Unicode (UTF-8)' },
  { value: 'windows-1252', name: 'Western, Windows (1252)' },
  { value: 'macintosh', name: 'Western, Mac before 2001' },
  { value: 'iso-8859-15', name: 'Western (Latin 9)' },
  { value: 'windows-1250', name: 'Central European (1250)' },
  { value: 'iso-8859-2', name: 'Central European (Latin 2)' },
  { value: 'windows-1251', name: 'Cyrillic (1251)' },
  { value: 'windows-1253', name: 'Greek (1253)' },
  { value: 'windows-1254', name: 'Turkish (1254)' },
  { value: 'utf-16le', name: 'Unicode (UTF-16)' },
  { value: 'utf-16be', name: 'Unicode (UTF-16, big-endian)' },
  { value: 'gb18030', name: 'Chinese (GB 18030)' },
  { value: 'big5', name: 'Chinese (Big5)' },
  { value: 'shift_jis', name: 'Japanese (Shift JIS)' },
  { value: 'euc-kr', name: 'Korean (EUC)' },
]

/** Where a file doesn't say its character set: another can be tried, and it is read again. */
export function Charset({ batch, one }: { batch: Batch; one: Candidate }) {
  const now = one.charset ?? one.found?.charset ?? ''
  const options = sets.some(({ value }) => value === now) ? sets : [{ value: now, name: now }, ...sets]
  return (
    <SelectField
      label="Character set"
      hint="Look at the accents and quotation marks below."
      value={now}
      options={options}
      onChange={(charset) => batch.read(one.id, charset)}
    />
  )
}
