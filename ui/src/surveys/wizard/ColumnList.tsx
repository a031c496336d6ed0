import { type KeyboardEvent, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import { useHandlers } from '../../commands/registry'
import { questionKinds } from '../../data/surveys'
import { Choice } from '../../kit/Choice'
import { Check } from '../../kit/fields'
import { SearchField } from '../../kit/SearchField'
import { figure } from '../../kit/words'
import { m } from '../../paraglide/messages'
import { kindOptions } from '../names'
import { Bulk } from './Bulk'
import { ColumnRow } from './ColumnRow'
import { type ColumnLine, type Narrowed, narrowed, ofKind } from './draft'
import type { Table } from './useTable'
import { useTicked } from './useTicked'

interface ColumnListProps {
  table: Table
  lines: readonly ColumnLine[]
  chosen?: string
  onChoose: (key: string) => void
}

/** The questions that the columns become, a row each; only those in sight are drawn. */
export function ColumnList({ table, lines, chosen, onChoose }: ColumnListProps) {
  const [by, setBy] = useState<Narrowed>({ words: '', kind: '', warned: false })
  const list = useRef<VListHandle>(null)
  const rows = narrowed(lines, by)
  const at = rows.findIndex(({ key }) => key === chosen)
  const ticked = useTicked(rows)
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const next = rows[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? Number.NaN)]
    if (!next || !(event.target as Element).matches('.fn')) return
    event.preventDefault()
    onChoose(next.key)
    list.current?.scrollToIndex(rows.indexOf(next), { align: 'nearest' })
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.survey-column[aria-current] .fn')?.focus())
  }
  return (
    <>
      <Narrowing by={by} onChange={setBy} shown={rows.length} all={lines.length} />
      <Bulk table={table} lines={lines} ticked={ticked} />
      {/* biome-ignore lint/a11y/useSemanticElements: a table can't draw only the rows in view */}
      <div className="survey-columns" role="table" aria-label={m.surveys_columns()} aria-rowcount={rows.length + 1}>
        <Head ticked={ticked} none={!rows.length} />
        {/* biome-ignore lint/a11y: see above */}
        <div role="rowgroup" className="survey-rows" onKeyDown={step}>
          <VList ref={list} data={rows} keepMounted={at < 0 ? [] : [at]}>
            {(line, i) => (
              <ColumnRow
                key={line.key}
                line={line}
                index={i}
                chosen={line.key === chosen}
                ticked={ticked.has(line.key)}
                onTick={(range) => ticked.tick(i, range)}
                onChoose={() => onChoose(line.key)}
                onKind={(kind) => table.say((draft) => ofKind(draft, [line.question], kind))}
              />
            )}
          </VList>
        </div>
      </div>
    </>
  )
}

interface NarrowingProps {
  by: Narrowed
  onChange: (by: Narrowed) => void
  shown: number
  all: number
}

function Narrowing({ by, onChange, shown, all }: NarrowingProps) {
  const field = useRef<HTMLInputElement>(null)
  useHandlers({ 'survey.find': () => field.current?.focus() })
  return (
    <search className="row wrap survey-narrowing">
      <SearchField
        ref={field}
        label={m.surveys_search()}
        value={by.words}
        onChange={(words) => onChange({ ...by, words })}
      />
      <Choice
        label={m.surveys_kind()}
        any={m.surveys_anyKind()}
        value={by.kind}
        options={kindOptions(questionKinds)}
        onChange={(kind) => onChange({ ...by, kind: kind as Narrowed['kind'] })}
      />
      <Check checked={by.warned} onChange={(warned) => onChange({ ...by, warned })}>
        {m.surveys_warned()}
      </Check>
      <p className="push soft" aria-live="polite">
        {shown === all
          ? m.surveys_nQuestions({ n: all })
          : m.surveys_ofQuestions({ n: figure(shown), all: figure(all) })}
      </p>
    </search>
  )
}

function Head({ ticked, none }: { ticked: ReturnType<typeof useTicked>; none: boolean }) {
  return (
    // biome-ignore lint/a11y: see above
    <div role="row" className="survey-column head" aria-rowindex={1}>
      {/* biome-ignore lint/a11y: see above */}
      <span role="columnheader">
        <input
          type="checkbox"
          aria-label={m.surveys_tickAll()}
          disabled={none}
          checked={ticked.all}
          ref={(box) => {
            if (box) box.indeterminate = !ticked.all && ticked.some
          }}
          onChange={ticked.toggleAll}
        />
      </span>
      {[m.surveys_name(), m.surveys_kind(), m.surveys_filled(), m.surveys_distinct(), m.surveys_examples()].map(
        (name, i) => (
          // biome-ignore lint/a11y: see above
          <span role="columnheader" key={name} className={i === 2 || i === 3 ? 'num' : undefined}>
            {name}
          </span>
        ),
      )}
    </div>
  )
}
