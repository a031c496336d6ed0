import { useState } from 'react'
import type { QueryPart } from '../api/names'
import { SelectField } from '../kit/fields'
import { m } from '../paraglide/messages'
import { chosenOf, type Name, NamePicks } from './NamePicks'
import { Apart, Form, isCount } from './PartFields'
import type { PartFormProps } from './PartForm'
import { askName, type NamedField } from './partKinds'
import { type Field, type How, hows, isCounted, relationText, type Value } from './writing'

interface RelationFormProps extends PartFormProps {
  how: How
  names: Record<NamedField, readonly Name[]>
}

/** A coding of a relation: its codes, and its coders, of which any will do. */
type Side = Record<'code' | 'coder', Value[]>

/** Passages by how they lie to others. */
export function RelationForm({ how: first, names, part, onWrite }: RelationFormProps) {
  const [how, setHow] = useState(first)
  const [n, setN] = useState(String(part?.number || 1))
  const [of, setOf] = useState(() => sideOf(part?.of, names))
  const [to, setTo] = useState(() => sideOf(part?.to, names))
  const isReady = isAsked(of) && isAsked(to) && (!isCounted(how) || isCount(n, 0))
  return (
    <Form {...{ isReady, isNew: !part }} onSubmit={() => onWrite(relationText(how, Number(n), fields(of), fields(to)))}>
      <SelectField
        label={m.search_relHow()}
        value={how}
        options={hows.map((one) => ({ value: one, name: askName(one) }))}
        onChange={(one) => setHow(one as How)}
      />
      {isCounted(how) ? <Apart label={m.search_relApart()} least={0} value={n} onChange={setN} /> : null}
      <SidePicks label={m.search_relOf()} side={of} names={names} onChange={setOf} />
      <SidePicks label={m.search_relTo()} side={to} names={names} onChange={setTo} />
    </Form>
  )
}

interface SidePicksProps {
  label: string
  side: Side
  names: RelationFormProps['names']
  onChange: (side: Side) => void
}

function SidePicks({ label, side, names, onChange }: SidePicksProps) {
  const coder = side.coder[0]
  return (
    <div className="side">
      <NamePicks
        label={label}
        field="code"
        names={names.code}
        chosen={side.code}
        onChange={(code) => onChange({ ...side, code })}
      />
      {names.coder.length > 1 || coder ? (
        <SelectField
          label={m.search_codedBy()}
          value={coder?.text ?? ''}
          options={[
            { value: '', name: m.search_anybody() },
            ...(coder && !coder.whole ? [{ value: coder.text, name: coder.text }] : []),
            ...names.coder.map(({ text }) => ({ value: text, name: text })),
          ]}
          onChange={(text) => onChange({ ...side, coder: text ? chosenOf([text], names.coder) : [] })}
        />
      ) : null}
    </div>
  )
}

const sideOf = (asked: QueryPart['of'], names: RelationFormProps['names']): Side => {
  const valuesOf = (field: 'code' | 'coder') =>
    asked?.filter((one) => one.field === field).flatMap(({ values }) => values ?? [])
  return { code: chosenOf(valuesOf('code'), names.code), coder: chosenOf(valuesOf('coder'), names.coder) }
}

const isAsked = ({ code, coder }: Side): boolean => code.length + coder.length > 0

const fields = ({ code, coder }: Side): Field[] => [
  { name: 'code', values: code },
  { name: 'coder', values: coder },
]
