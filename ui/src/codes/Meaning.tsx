import type { Code } from '../api/names'
import { m } from '../paraglide/messages'
import { proses } from './proses'

/** What a code means, for reading. */
export function Meaning({ code }: { code: Code }) {
  const parts = proses.filter(({ field }) => code[field])
  if (!parts.length) return <p className="soft">{m.codes_notDescribed()}</p>
  return (
    <dl className="meaning">
      {parts.map(({ field, label }) => (
        <div key={field} className={field}>
          <dt className="label">{label()}</dt>
          <dd className="serif">{code[field]}</dd>
        </div>
      ))}
    </dl>
  )
}
