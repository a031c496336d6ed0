import { useRef } from 'react'
import type { Memo } from '../api/names'
import { useCodebook, usePeople, useSources, useStrands } from '../app/project'
import { useHandlers } from '../commands/registry'
import { isFiltered, memoKinds, standings } from '../data/memos'
import { Choice, type Option } from '../kit/Choice'
import { Segmented } from '../kit/fields'
import { SearchField } from '../kit/SearchField'
import { m } from '../paraglide/messages'
import { type Asked, filterOf, groupings, orders } from './asked'
import { kindNames, standingNames } from './names'

interface NarrowingProps {
  asked: Asked
  memos: readonly Memo[]
  onChange: (asked: Asked) => void
}

const orderNames = { newest: m.memos_newest, recent: m.memos_recent, oldest: m.memos_oldest, title: m.memos_titled }
const groupNames = { kind: m.memos_byKind, author: m.memos_byAuthor, standing: m.memos_byStanding }

/** Which memos are shown, and how they are ordered. */
export function Narrowing({ asked, memos, onChange }: NarrowingProps) {
  const choices = useChoices(memos)
  const kind = asked.kind?.[0] ?? ''
  const field = useRef<HTMLInputElement>(null)
  useHandlers({ 'memo.find': () => field.current?.focus() })
  const narrow = (change: Partial<Asked>) => onChange(withoutEmpty({ ...asked, ...change }))
  return (
    <search className="narrowing">
      <div className="row wrap">
        <SearchField ref={field} label={m.memos_search()} value={asked.q ?? ''} onChange={(q) => narrow({ q })} />
        <Segmented
          label={m.memos_kind()}
          value={kind}
          options={[
            { value: '', name: m.memos_all() },
            ...memoKinds.map((value) => ({ value, name: kindNames[value]() })),
          ]}
          onChange={(value) => narrow({ kind: value ? [value] : [] })}
        />
      </div>
      <div className="row wrap">
        {choices.map(({ of, ...choice }) => (
          <Choice
            key={of}
            {...choice}
            value={asked[of]?.[0] ?? ''}
            onChange={(value) => narrow({ [of]: value ? [value] : [] })}
          />
        ))}
        <Choice
          label={m.memos_order()}
          value={asked.order ?? 'newest'}
          options={orders.map((value) => ({ value, name: orderNames[value]() }))}
          onChange={(value) => narrow({ order: orders.find((one) => one === value && one !== 'newest') })}
        />
        <Choice
          label={m.memos_group()}
          value={asked.group ?? ''}
          any={m.memos_together()}
          options={groupings.map((value) => ({ value, name: groupNames[value]() }))}
          onChange={(value) => narrow({ group: groupings.find((one) => one === value) })}
        />
        {isFiltered(filterOf(asked)) ? (
          <button type="button" className="btn quiet sm" onClick={() => onChange({})}>
            {m.memos_clear()}
          </button>
        ) : null}
      </div>
    </search>
  )
}

/** The ways to narrow that are chosen from a list. */
function useChoices(memos: readonly Memo[]) {
  const people = usePeople()
  const book = useCodebook()
  const authors = [...new Set(memos.map(({ author }) => author))].map<Option>((id) => ({
    value: id,
    name: id === people.me ? m.memos_byYou() : m.memos_byName({ name: people.name(id) }),
  }))
  const codes = book.walk().map<Option>(({ code, depth }) => ({ value: code.id, name: indented(code.name, depth) }))
  const strands = useStrands().map<Option>(({ id, name }) => ({ value: id, name }))
  const sources = useSources().map<Option>(({ id, title }) => ({ value: id, name: title }))
  const on = standings.map<Option>((value) => ({ value, name: standingNames[value]() }))
  return [
    { of: 'author' as const, label: m.memos_author(), any: m.memos_anyAuthor(), options: authors },
    { of: 'on' as const, label: m.memos_standing(), any: m.memos_anyStanding(), options: on },
    { of: 'strand' as const, label: m.memos_strand(), any: m.memos_anyStrand(), options: strands },
    { of: 'source' as const, label: m.memos_source(), any: m.memos_anySource(), options: sources },
    { of: 'code' as const, label: m.memos_code(), any: m.memos_anyCode(), options: codes },
  ]
}

const indented = (name: string, depth: number): string => `${'\u2003'.repeat(depth)}${name}`

const withoutEmpty = (asked: Asked): Asked =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value?.length)) as Asked
