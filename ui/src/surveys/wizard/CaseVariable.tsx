import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { Question } from '../../api/names'
import { useProjectId } from '../../app/project'
import { Line } from '../../cases/Line'
import { variables } from '../../data/variables'
import { Check } from '../../kit/fields'
import { m } from '../../paraglide/messages'
import { isCopyable } from '../names'

interface CaseVariableProps {
  question: Question
  /** What respondents are as cases. */
  firm: boolean
  onChange: (change: Pick<Question, 'caseVariable'>) => void
}

/** Whether the answers to a question become a variable of cases too, and which. */
export function CaseVariable({ question, firm, onChange }: CaseVariableProps) {
  const list = useId()
  const { data: there } = useQuery(variables(useProjectId()))
  if (!isCopyable(question)) return null
  const { name, caseVariable = '' } = question
  return (
    <div className="stack tight">
      <Check checked={caseVariable !== ''} onChange={(kept) => onChange({ caseVariable: kept ? name : '' })}>
        {firm ? m.surveys_copyToFirm() : m.surveys_copyTo()}
      </Check>
      {caseVariable ? (
        <Line
          label={m.surveys_copyName()}
          text={caseVariable}
          list={list}
          may
          onKeep={(caseVariable) => caseVariable && onChange({ caseVariable })}
        />
      ) : null}
      <datalist id={list}>
        {there?.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </div>
  )
}
