import { useState } from 'react'
import type { SurveyPreview } from '../../api/names'
import { Line } from '../../cases/Line'
import type { Definition } from '../../data/surveys'
import { SelectField } from '../../kit/fields'
import { m } from '../../paraglide/messages'

type CodeList = NonNullable<Definition['labels']>

interface LabelsProps {
  found: SurveyPreview
  onChange: (labels: CodeList) => void
}

const none: CodeList = { sheet: '', variable: '', value: '', label: '' }

/** A second sheet that says what columns and values mean: which it is, and which of its columns say what of which. */
export function Labels({ found: { definition, sheets, labels }, onChange }: LabelsProps) {
  const [typed, setTyped] = useState<CodeList>()
  const list = typed ?? { ...none, ...labels }
  const others = sheets.filter((one) => one !== definition.sheet)
  if (!others.length) return null
  const set = (change: Partial<CodeList>) => {
    const next = { ...list, ...change }
    setTyped(next)
    if (!next.sheet || (next.variable && next.label)) onChange(next)
  }
  const columns = [
    ['variable', m.surveys_codeListVariable],
    ['value', m.surveys_codeListValue],
    ['label', m.surveys_codeListLabel],
  ] as const
  return (
    <>
      <SelectField
        label={m.surveys_codeList()}
        value={list.sheet}
        options={[{ value: '', name: m.surveys_codeListNone() }, ...others.map((name) => ({ value: name, name }))]}
        onChange={(sheet) => set({ ...none, sheet })}
      />
      {list.sheet
        ? columns.map(([field, name]) => (
            <Line key={field} label={name()} text={list[field] ?? ''} may onKeep={(text) => set({ [field]: text })} />
          ))
        : null}
    </>
  )
}
