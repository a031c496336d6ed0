import type { ReportPart } from '../api/names'
import { useCodebook, useSources } from '../app/project'
import { AxisMenu } from '../crossref/AxisMenu'
import { axisOf, isPair } from '../crossref/asked'
import { mostUsed } from '../crossref/most'
import { NarrowButton } from '../excerpts/NarrowButton'
import type { NarrowingKind } from '../excerpts/Narrowing'
import { SelectField } from '../kit/fields'
import { m } from '../paraglide/messages'
import { cleared, filterOf } from './ExcerptSettings'
import { type FieldsProps, OneOf, type Switch, Switches } from './Fields'
import { CodesButton } from './Picks'
import { CellsShow, Counted, Counting } from './TableSettings'

type Picture = NonNullable<ReportPart['picture']>

const names: Record<Picture, () => string> = {
  table: m.report_pictureTable,
  heat: m.report_pictureHeat,
  network: m.report_pictureNetwork,
  portrait: m.report_picturePortrait,
  words: m.report_pictureWords,
  saturation: m.report_pictureSaturation,
}

/** What each is narrowed by where that isn't everything. */
const narrowedBy: Partial<Record<Picture, readonly NarrowingKind[]>> = {
  portrait: ['coder'],
  words: ['strand', 'source'],
}

const switches: Record<Picture, readonly Switch[]> = {
  table: ['moderators'],
  heat: ['moderators', 'alone'],
  network: ['moderators', 'alone'],
  portrait: ['moderators'],
  words: ['moderators'],
  saturation: [],
}

/** What a picture shows, and of what. */
export function PictureSettings({ part, set }: FieldsProps) {
  const { picture = 'table' } = part
  const usual = useUsual(part)
  return (
    <>
      <OneOf
        label={m.report_pictureOf()}
        value={picture}
        names={names}
        onChange={(next) => set({ picture: next, ...usual(next) })}
      />
      {picture === 'table' || picture === 'heat' ? <Counting part={part} set={set} /> : null}
      {picture === 'heat' ? <CellsShow part={part} set={set} /> : null}
      {picture === 'network' ? <Together part={part} set={set} /> : null}
      {picture === 'portrait' ? <OneSource part={part} set={set} /> : null}
      <NarrowButton
        kinds={narrowedBy[picture]}
        filter={filterOf(part)}
        onAsk={(filter) => set({ ...cleared(filter), ...(picture === 'portrait' ? { source: part.source } : {}) })}
      />
      <Switches of={switches[picture]} part={part} set={set} />
    </>
  )
}

/** Codes that are counted with each other. */
function Together({ part, set }: FieldsProps) {
  const { rows = 'codes' } = part
  return (
    <>
      <div className="axes">
        <AxisMenu
          label={m.report_codes()}
          axis={rows}
          asking={{ rows, columns: rows }}
          codes
          onChange={(axis) => set({ rows: axis, columns: axis })}
        />
      </div>
      <Counted part={part} set={set} />
    </>
  )
}

/** The source that a portrait is of, and its codes. */
function OneSource({ part, set }: FieldsProps) {
  const sources = useSources()
  return (
    <>
      <SelectField
        label={m.pictures_source()}
        value={part.source?.[0] ?? ''}
        options={sources.map(({ id, title }) => ({ value: id, name: title }))}
        onChange={(id) => set({ source: [id] })}
      />
      <CodesButton part={part} set={set} />
    </>
  )
}

/** What a picture is of when it is chosen and the one before it can't be of the same. */
function useUsual({
  picture,
  rows = 'codes',
  columns = 'strands',
  source = [],
}: ReportPart): (of: Picture) => Partial<ReportPart> {
  const [first] = useSources()
  const most = axisOf('codes', mostUsed(useCodebook()))
  const pair = isPair({ rows, columns })
  return (of) => {
    if (of === 'portrait') return source.length === 1 || !first ? {} : { source: [first.id] }
    const wide = picture === 'portrait' ? { source: [] } : {}
    if (of === 'network' && !(pair && rows === columns))
      return { ...wide, rows: most, columns: most, count: 'passages' }
    if (of === 'table' && pair) return { ...wide, rows: 'codes', columns: 'strands', count: 'passages' }
    return wide
  }
}
