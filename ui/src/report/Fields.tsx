import type { ReportPart } from '../api/names'
import { Check, SelectField } from '../kit/fields'
import { m } from '../paraglide/messages'

export interface FieldsProps {
  part: ReportPart
  set: (change: Partial<ReportPart>) => void
}

/** What is on or off of a part. */
export type Switch =
  | 'withCounts'
  | 'withDefinition'
  | 'withCodes'
  | 'withMemo'
  | 'withCoder'
  | 'unnamed'
  | 'moderators'
  | 'alone'

const switchNames: Record<Switch, () => string> = {
  withCounts: m.report_withCounts,
  withDefinition: m.report_withDefinition,
  withCodes: m.report_withCodes,
  withMemo: m.report_withMemo,
  withCoder: m.report_withCoder,
  unnamed: m.report_unnamed,
  moderators: m.report_moderators,
  alone: m.report_alone,
}

export const Switches = ({ of, part, set }: FieldsProps & { of: readonly Switch[] }) =>
  of.map((one) => (
    <Check key={one} checked={part[one] ?? false} onChange={(on) => set({ [one]: on })}>
      {switchNames[one]()}
    </Check>
  ))

interface OneOfProps<T extends string> {
  label: string
  value: T
  names: Readonly<Record<T, () => string>>
  onChange: (value: T) => void
}

/** One of a few, each with its name. */
export function OneOf<T extends string>({ label, value, names, onChange }: OneOfProps<T>) {
  const options = (Object.keys(names) as T[]).map((one) => ({ value: one, name: names[one]() }))
  return <SelectField label={label} value={value} options={options} onChange={(next) => onChange(next as T)} />
}

export const Level = ({ part, set }: FieldsProps) => (
  <OneOf
    label={m.report_level()}
    value={String(part.level || 1) as '1' | '2' | '3'}
    names={{ '1': m.report_chapter, '2': m.report_section, '3': m.report_subsection }}
    onChange={(level) => set({ level: Number(level) })}
  />
)
