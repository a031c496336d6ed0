import { useState } from 'react'
import type { ReportPart } from '../api/names'
import { useMay, useProjectId } from '../app/project'
import { QUOTES, tableFile } from '../data/crossref'
import { NarrowButton } from '../excerpts/NarrowButton'
import { Choice } from '../kit/Choice'
import { Check } from '../kit/fields'
import { LazyMenu } from '../kit/LazyMenu'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { AddToReport } from '../report/AddToReport'
import { AxisMenu } from './AxisMenu'
import {
  type Asked,
  type Asking,
  counts,
  type Form,
  forms,
  isPair,
  NEAR,
  type Show,
  shows,
  type Together,
  togethers,
} from './asked'
import { isTriangle } from './cells'
import { Guides } from './Guides'
import { countNames } from './kinds'

interface OptionsProps {
  asked: Asked
  asking: Asking
  show: Show
  onAsk: (next: Partial<Asked>) => void
}

const showNames: Record<Show, () => string> = {
  number: m.crossref_showNumber,
  row: m.crossref_showRow,
  column: m.crossref_showColumn,
  presence: m.crossref_showPresence,
}

const togetherNames: Record<Together, () => string> = {
  overlap: m.crossref_overlap,
  turn: m.crossref_sameTurn,
  near: m.crossref_near,
  source: m.crossref_sameSource,
}

const formNames: Record<Form, () => string> = {
  quotes: m.crossref_inWords,
  bars: m.crossref_bars,
  network: m.crossref_network,
}

const closed = { row: undefined, column: undefined }

/** What is counted under what, and how it is shown. */
export function Options({ asked, asking, show, onAsk }: OptionsProps) {
  const { rows, columns, count } = asking
  const pair = isPair(asking)
  const ask = (next: Partial<Asked>) => onAsk({ ...next, ...closed })
  return (
    <div className="opts row wrap">
      {pair && rows === columns ? (
        <AxisMenu
          label={m.crossref_codes()}
          codes
          {...{ axis: rows, asking }}
          onChange={(axis) => ask({ rows: axis, columns: axis })}
        />
      ) : (
        <>
          <AxisMenu
            label={m.crossref_rows()}
            {...{ axis: rows, asking }}
            onChange={(axis) => ask({ rows: axis, columns })}
          />
          <AxisMenu
            label={m.crossref_columns()}
            {...{ axis: columns, asking }}
            onChange={(axis) => ask({ rows, columns: axis })}
          />
        </>
      )}
      {pair ? (
        <Labelled name={m.crossref_togetherMeans()}>
          <Choice
            label={m.crossref_togetherMeans()}
            value={asking.together ?? 'overlap'}
            options={togethers.map((value) => ({ value, name: togetherNames[value]() }))}
            onChange={(how) => ask({ together: togethers.find((one) => one === how) })}
          />
        </Labelled>
      ) : null}
      {asking.together === 'near' ? (
        <Choice
          label={m.crossref_atMost()}
          value={String(asking.turns ?? NEAR)}
          options={[1, 2, 3, 5, 10, 20].map((n) => ({ value: String(n), name: m.crossref_turnsApart({ n }) }))}
          onChange={(turns) => ask({ turns: Number(turns) })}
        />
      ) : null}
      <Labelled name={m.crossref_count()}>
        <Choice
          label={m.crossref_count()}
          value={count}
          options={counts
            .filter((one) => !pair || one !== 'words')
            .map((value) => ({ value, name: countNames[value]() }))}
          onChange={(what) => ask({ count: counts.find((one) => one === what) })}
        />
      </Labelled>
      {pair || asked.as === 'bars' ? null : (
        <Choice
          label={m.crossref_cellsShow()}
          value={show}
          options={shows.map((value) => ({ value, name: showNames[value]() }))}
          onChange={(what) => onAsk({ show: shows.find((one) => one === what && one !== 'number') })}
        />
      )}
      <Choice
        label={m.crossref_lookAs()}
        value={asked.as ?? ''}
        options={[
          { value: '', name: m.crossref_numbers() },
          ...forms
            .filter((one) => one !== (pair ? 'bars' : 'network'))
            .map((value) => ({ value, name: formNames[value]() })),
        ]}
        onChange={(as) => onAsk({ as: forms.find((one) => one === as) })}
      />
      <More asked={asked} onAsk={ask} guides={!pair} />
      <AddToReport part={partOf(asked, asking, show)} />
      <Files {...{ asked, asking, show }} />
    </div>
  )
}

/** What is looked at as a part of a report; a network of two lists of codes goes into it as its table. */
const partOf = ({ as }: Asked, asking: Asking, show: Show): ReportPart => ({
  ...(as === 'bars' || (as === 'network' && isTriangle(asking))
    ? { kind: 'picture', picture: as === 'bars' ? 'table' : 'network' }
    : { kind: 'table', show, quotes: as === 'quotes' ? QUOTES : 0 }),
  ...(asking as Partial<ReportPart>), // it has every list it names
})

const Labelled = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <span className="row tight">
    <span className="label" aria-hidden="true">
      {name}
    </span>
    {children}
  </span>
)

/** What narrows the table, and what strands asked about. */
function More({ asked, onAsk, guides }: Pick<OptionsProps, 'asked' | 'onAsk'> & { guides: boolean }) {
  const [guiding, setGuiding] = useState(false)
  const may = useMay()
  return (
    <>
      <NarrowButton filter={asked} onAsk={onAsk}>
        <Check checked={!asked.alone} onChange={(on) => onAsk({ alone: on ? undefined : 'true' })}>
          {m.crossref_withUnder()}
        </Check>
        <Check checked={asked.moderators === 'true'} onChange={(on) => onAsk({ moderators: on ? 'true' : undefined })}>
          {m.crossref_countModerators()}
        </Check>
      </NarrowButton>
      {may.change && guides ? (
        <button type="button" className="btn quiet" aria-haspopup="dialog" onClick={() => setGuiding(true)}>
          <Icon name="list" />
          {m.crossref_guides()}
        </button>
      ) : null}
      {guiding ? <Guides onClose={() => setGuiding(false)} /> : null}
    </>
  )
}

const endings = [
  { ending: 'docx', name: m.crossref_word },
  { ending: 'xlsx', name: m.crossref_excel },
  { ending: 'csv', name: m.crossref_csv },
] as const

/** The table as files, numbers or words. */
function Files({ asked, asking, show }: Pick<OptionsProps, 'asked' | 'asking' | 'show'>) {
  const project = useProjectId()
  const take = (ending: string, quotes: number) => () =>
    location.assign(tableFile(project, asking, show, quotes, ending))
  const trigger = (
    <button type="button" className="btn quiet push">
      <Icon name="export" />
      {m.crossref_export()}
    </button>
  )
  const lines = (quotes: number, head: string, some: readonly (typeof endings)[number][]) => [
    { label: head },
    ...some.map(({ ending, name }) => ({ label: name(), onClick: take(ending, quotes) })),
  ]
  const numbers = lines(0, m.crossref_fileNumbers(), endings)
  const words = lines(QUOTES, m.crossref_fileWords(), endings)
  return <LazyMenu align="end" trigger={trigger} groups={asked.as === 'quotes' ? [words, numbers] : [numbers, words]} />
}
