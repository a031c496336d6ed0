import { useState } from 'react'
import type { Code } from '../api/names'
import { Check, ProseField, TextField } from '../kit/fields'
import { m } from '../paraglide/messages'
import { DyePicker } from './DyePicker'
import { Kept } from './Kept'
import { PickedFrom } from './PickedFrom'
import { PickPassage } from './PickPassage'
import { type Picked, proses } from './proses'
import { type Describing, useDescribe } from './useDescribe'

const keptAs = (code: Code, field: string): string => `code.${code.id}.${field}`

/** What a code is called, looks like and means. Each field is saved when it is left. */
export function CodeForm({ code }: { code: Code }) {
  const describing = useDescribe(code)
  const { save, errorOf, state, versions } = describing
  return (
    <div className="stack code-form">
      <Kept value={code.name} of={code} name={keptAs(code, 'name')} onSave={(name, seen) => save({ name }, seen)}>
        {(kept) => <TextField label={m.codes_name()} className="input title" error={errorOf('name')} {...kept} />}
      </Kept>
      <DyePicker color={code.color} onChange={(color) => void save({ color })} />
      <Check checked={code.codable} onChange={(codable) => void save({ codable })}>
        <span>
          {m.codes_codable()}
          <span className="cap block">{m.codes_codableHint()}</span>
        </span>
      </Check>
      <Proses {...{ code, describing }} />
      <p className="cap saved" role="status">
        {state}
      </p>
      {versions}
    </div>
  )
}

/** The parts of the definition, each in a field of its own. */
export function Proses({ code, describing }: { code: Code; describing: Describing }) {
  const [picking, pick] = useState<Picked | null>(null)
  const { save, errorOf } = describing
  return (
    <>
      {proses.map((prose) => {
        const { field, label, hint } = prose
        return (
          <div key={field} className={`prose ${field}`}>
            <Kept
              value={code[field] ?? ''}
              of={code}
              name={keptAs(code, field)}
              onSave={(text, seen) => save({ [field]: text }, seen)}
            >
              {(kept) => <ProseField label={label()} placeholder={hint()} error={errorOf(field)} {...kept} />}
            </Kept>
            {'of' in prose ? (
              <PickedFrom
                passage={code[prose.of]}
                label={label()}
                onPick={() => pick(prose)}
                onForget={() => void save({ [prose.of]: '' })}
              />
            ) : null}
          </div>
        )
      })}
      {picking ? (
        <PickPassage
          code={code}
          what={picking.label()}
          others={picking.field === 'nearMiss'}
          onPick={(text, passage) => void save({ [picking.field]: text, [picking.of]: passage })}
          onClose={() => pick(null)}
        />
      ) : null}
    </>
  )
}
