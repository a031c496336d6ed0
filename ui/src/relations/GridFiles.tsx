import { useState } from 'react'
import { useProjectId } from '../app/project'
import { type AskingOf, analysisFile } from '../data/analyses'
import { Check } from '../kit/fields'
import { m } from '../paraglide/messages'
import { Download } from './Download'
import { useSurvey } from './useSurvey'

interface GridFilesProps<K extends 'crosstab' | 'joint'> {
  kind: K
  asking: AskingOf<K>
}

const formats = [
  { ending: 'docx', name: m.relations_word },
  { ending: 'xlsx', name: m.relations_excel },
  { ending: 'csv', name: m.relations_csv },
] as const

/** A table as files; cells of few are left out unless somebody wants them. */
export function GridFiles<K extends 'crosstab' | 'joint'>({ kind, asking }: GridFilesProps<K>) {
  const project = useProjectId()
  const { id, least } = useSurvey()
  const [suppress, setSuppress] = useState(true)
  const here = kind === 'joint' ? formats : formats.filter(({ ending }) => ending !== 'docx')
  return (
    <>
      {here.map(({ ending, name }) => (
        <Download key={ending} to={analysisFile(project, id, kind, asking, ending, suppress)}>
          {name()}
        </Download>
      ))}
      <Check checked={suppress} onChange={setSuppress}>
        {m.relations_suppress({ least: String(least) })}
      </Check>
    </>
  )
}
