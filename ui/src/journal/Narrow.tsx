import { usePeople } from '../app/project'
import { type Kind, kinds, type Lookback } from '../data/journal'
import { m } from '../paraglide/messages'

const kindNames: Record<Kind, () => string> = {
  coding: m.journal_kindCoding,
  passage: m.journal_kindPassage,
  code: m.journal_kindCode,
  'code set': m.journal_kindCodeSet,
  'saved search': m.journal_kindSavedSearch,
  report: m.journal_kindReport,
  memo: m.journal_kindMemo,
  source: m.journal_kindSource,
  speaker: m.journal_kindSpeaker,
  strand: m.journal_kindStrand,
  member: m.journal_kindMember,
}

interface NarrowProps {
  to: Lookback
  onChange: (to: Lookback) => void
}

/** What of the journal is shown: whose, of which things, from when to when, or what was deleted. */
export function Narrow({ to, onChange }: NarrowProps) {
  const people = usePeople()
  const { by = '', kind = '', removed } = to
  const what = removed ? 'removed' : kind
  const choose = (value: string) =>
    onChange({
      ...to,
      kind: (value !== 'removed' && (value as Kind)) || undefined,
      removed: value === 'removed' || undefined,
    })
  return (
    <div className="row wrap jn-narrow">
      <select
        className="select inline"
        aria-label={m.journal_byWhom()}
        value={by}
        onChange={(event) => onChange({ ...to, by: event.target.value || undefined })}
      >
        <option value="">{m.journal_byEveryone()}</option>
        {people.list.map(({ account, name }) => (
          <option key={account} value={account}>
            {account === people.me ? m.journal_byYou() : m.journal_by({ name })}
          </option>
        ))}
      </select>
      <select
        className="select inline"
        aria-label={m.journal_what()}
        value={what}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{m.journal_everything()}</option>
        <option value="removed">{m.journal_whatWasDeleted()}</option>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {kindNames[one]()}
          </option>
        ))}
      </select>
      <Day label={m.journal_from()} value={to.from} onChange={(from) => onChange({ ...to, from })} />
      <Day label={m.journal_to()} value={to.to} onChange={(until) => onChange({ ...to, to: until })} end />
      {Object.values(to).some(Boolean) ? (
        <button type="button" className="btn sm quiet" onClick={() => onChange({})}>
          {m.journal_all()}
        </button>
      ) : null}
    </div>
  )
}

interface DayProps {
  label: string
  /** RFC 3339. */
  value?: string
  onChange: (value: string | undefined) => void
  /** The day is the last, so the time is where it ends. */
  end?: boolean
}

const DAY = 24 * 3600_000

function Day({ label, value, onChange, end = false }: DayProps) {
  const shown = value ? new Date(Date.parse(value) - (end ? 1 : 0)) : undefined
  const pad = (n: number) => String(n).padStart(2, '0')
  const set = (day: string) => {
    const midnight = new Date(`${day}T00:00`).getTime()
    onChange(day ? new Date(end ? midnight + DAY : midnight).toISOString() : undefined)
  }
  return (
    <label className="row tight">
      <span className="soft">{label}</span>
      <input
        type="date"
        className="input inline"
        value={shown ? `${shown.getFullYear()}-${pad(shown.getMonth() + 1)}-${pad(shown.getDate())}` : ''}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  )
}
