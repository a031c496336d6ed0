import { useState } from 'react'
import type { SurveyPreview } from '../../api/names'
import { Line } from '../../cases/Line'
import type { Definition } from '../../data/surveys'
import { SelectField } from '../../kit/fields'
import { m } from '../../paraglide/messages'

type CodeList = NonNullable<Definition['labels']>

interface LabelsProps {
  found: SurveyPreview
  /** The code list is a file of its own. */
  file: boolean
  onChange: (labels: CodeList) => void
}

const none: CodeList = { sheet: '', variable: '', value: '', label: '', missing: '' }

/**
 * What says what columns and values mean: a file of its own, or which other sheet, and which of its columns say what
 * of which.
 */
export function Labels({ found: { definition, sheets, labels }, file, onChange }: LabelsProps) {
  const [typed, setTyped] = useState<CodeList>()
  const list = typed ?? { ...none, ...(file === Boolean(labels?.file) ? labels : undefined), file }
  const others = sheets.filter((one) => one !== definition.sheet)
  if (!others.length && !file) return null
  const set = (change: Partial<CodeList>) => {
    const next = { ...list, ...change }
    setTyped(next)
    if ((!file && !next.sheet) || (next.variable && (next.label || next.missing))) onChange(next)
  }
  const columns = [
    ['variable', m.surveys_codeListVariable],
    ['value', m.surveys_codeListValue],
    ['label', m.surveys_codeListLabel],
    ['missing', m.surveys_codeListMissing],
  ] as const
  return (
    <>
      {file ? null : (
        <SelectField
          label={m.surveys_codeList()}
          value={list.sheet}
          options={[{ value: '', name: m.surveys_codeListNone() }, ...others.map((name) => ({ value: name, name }))]}
          onChange={(sheet) => set({ ...none, sheet })}
        />
      )}
      {file || list.sheet
        ? columns.map(([field, name]) => (
            <Line key={field} label={name()} text={list[field] ?? ''} may onKeep={(text) => set({ [field]: text })} />
          ))
        : null}
    </>
  )
}
