import type { ReportPart } from '../api/names'
import { AxisMenu } from '../crossref/AxisMenu'
import { isPair } from '../crossref/asked'
import { countNames } from '../crossref/kinds'
import { NarrowButton } from '../excerpts/NarrowButton'
import { m } from '../paraglide/messages'
import { cleared, filterOf } from './ExcerptSettings'
import { type FieldsProps, OneOf, Switches } from './Fields'

const cells = {
  number: m.crossref_showNumber,
  row: m.crossref_showRow,
  column: m.crossref_showColumn,
  presence: m.crossref_showPresence,
}

const togethers = {
  overlap: m.crossref_overlap,
  turn: m.crossref_sameTurn,
  near: m.crossref_near,
  source: m.crossref_sameSource,
}

const quoting = { '0': m.report_noQuotes, '1': m.report_oneQuote, '3': m.report_threeQuotes }

const asked = ({ rows = 'codes', columns = 'strands', count = 'passages' }: ReportPart) => ({ rows, columns, count })

/** What is counted under what. */
export function Counting({ part, set }: FieldsProps) {
  const { rows, columns } = asked(part)
  const asking = { rows, columns, ...filterOf(part) }
  return (
    <>
      <div className="axes">
        <AxisMenu
          label={m.crossref_rows()}
          axis={rows}
          asking={asking}
          onChange={(axis) => set({ rows: axis, columns })}
        />
        <AxisMenu
          label={m.crossref_columns()}
          axis={columns}
          asking={asking}
          onChange={(axis) => set({ rows, columns: axis })}
        />
      </div>
      <Counted part={part} set={set} />
    </>
  )
}

/** What a cell counts, and which codes are together. */
export function Counted({ part, set }: FieldsProps) {
  const { count, ...axes } = asked(part)
  const { together = 'overlap' } = part
  const pair = isPair(axes)
  const { words: _, ...pairCounts } = countNames
  return (
    <>
      <OneOf
        label={m.crossref_count()}
        value={pair && count === 'words' ? 'passages' : count}
        names={pair ? { ...pairCounts, words: countNames.passages } : countNames}
        onChange={(next) => set({ count: next })}
      />
      {pair ? (
        <OneOf
          label={m.crossref_togetherMeans()}
          value={together}
          names={togethers}
          onChange={(next) => set({ together: next, turns: 3 })}
        />
      ) : null}
    </>
  )
}

export const CellsShow = ({ part: { show = 'number' }, set }: FieldsProps) => (
  <OneOf label={m.crossref_cellsShow()} value={show} names={cells} onChange={(next) => set({ show: next })} />
)

export function TableSettings({ part, set }: FieldsProps) {
  const quotes = String(part.quotes ?? 0)
  return (
    <>
      <Counting part={part} set={set} />
      <CellsShow part={part} set={set} />
      <OneOf
        label={m.report_quotes()}
        value={quotes === '1' || quotes === '3' ? quotes : '0'}
        names={quoting}
        onChange={(n) => set({ quotes: Number(n) })}
      />
      <NarrowButton filter={filterOf(part)} onAsk={(filter) => set(cleared(filter))} />
      <Switches of={['moderators', 'alone']} part={part} set={set} />
    </>
  )
}
