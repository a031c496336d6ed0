import type { ReportPages, ReportPart } from '../api/names'
import { NarrowButton } from '../excerpts/NarrowButton'
import { m } from '../paraglide/messages'
import { type FieldsProps, OneOf, type Switch, Switches } from './Fields'
import { CodesButton, VariablesButton } from './Picks'

const ways = { all: m.report_all, picked: m.report_picked }

const orders = {
  text: m.report_byText,
  code: m.report_byCode,
  coder: m.report_byCoder,
  recent: m.report_newest,
  length: m.report_longest,
}

const groupings = {
  none: m.report_ungrouped,
  code: m.report_underCodes,
  strand: m.report_underStrands,
  case: m.report_underCases,
  source: m.report_underSources,
  speaker: m.report_underSpeakers,
  coder: m.report_underCoders,
}

const lines = {
  under: m.report_lineUnder,
  footnote: m.report_lineFootnote,
  comment: m.report_lineComment,
  none: m.report_lineNone,
}

const styles = { block: m.report_setApart, marks: m.report_inMarks }

/** Which excerpts stand in a part, how they are gathered, and what stands with each. */
export function ExcerptSettings({ part, pages, set }: FieldsProps & { pages?: ReportPages }) {
  const { chosen = 'all', order = 'text', group = 'none', line = 'under', style = 'block' } = part
  const byHand = chosen === 'picked'
  const told: Switch[] = line === 'none' ? [] : ['unnamed', 'withCoder']
  return (
    <>
      <OneOf
        label={m.report_whichExcerpts()}
        value={chosen}
        names={ways}
        onChange={(way) =>
          set({ chosen: way, ...(way === 'picked' && !part.picked?.length && { picked: passagesOf(part, pages) }) })
        }
      />
      <CodesButton part={part} set={set} />
      <NarrowButton filter={filterOf(part)} onAsk={(filter) => set(cleared(filter))} />
      {byHand ? null : (
        <OneOf label={m.report_order()} value={order} names={orders} onChange={(next) => set({ order: next })} />
      )}
      <OneOf label={m.report_group()} value={group} names={groupings} onChange={(next) => set({ group: next })} />
      <OneOf label={m.report_line()} value={line} names={lines} onChange={(next) => set({ line: next })} />
      {line === 'none' ? null : <VariablesButton part={part} set={set} />}
      <OneOf label={m.report_style()} value={style} names={styles} onChange={(next) => set({ style: next })} />
      <div className="switches">
        <Switches
          of={[
            ...told,
            'withCodes',
            'withMemo',
            ...(group === 'code' ? (['withDefinition'] as const) : []),
            'withCounts',
          ]}
          part={part}
          set={set}
        />
      </div>
    </>
  )
}

/** What a part is narrowed by, but for its codes. */
export const filterOf = ({ strand, source, coder, case: cases, where, search }: ReportPart) => ({
  ...{ strand, source, coder, case: cases, where, search },
})

/** A filter with what it doesn't narrow by as empty lists, so that nothing of the one before stays. */
export const cleared = (filter: Partial<ReportPart>): Partial<ReportPart> => ({
  ...{ strand: [], source: [], coder: [], case: [], where: [], search: [] },
  ...JSON.parse(JSON.stringify(filter)),
})

/** The passages that stand in a part now, each once. */
const passagesOf = (part: ReportPart, pages?: ReportPages): string[] => [
  ...new Set(
    pages?.parts
      .find(({ id }) => id === part.id)
      ?.groups?.flatMap(({ quotes }) => quotes.map(({ passage }) => passage)),
  ),
]
