import { useState } from 'react'
import type { QueryPart } from '../api/names'
import { NewCondition } from '../cases/NewCondition'
import { Check, Segmented, TextField } from '../kit/fields'
import { m } from '../paraglide/messages'
import { chosenOf, NamePicks } from './NamePicks'
import { Apart, Form, focusIn, isCount } from './PartFields'
import { askName, conditionOf, isHow, isNamed, type Kind, type NamedField, useVariables } from './partKinds'
import { RelationForm } from './RelationForm'
import { useNames } from './useNames'
import { fieldText, nearText } from './writing'

export interface PartFormProps {
  kind: Kind
  /** What is to be changed. */
  part?: QueryPart
  onWrite: (text: string) => void
  onClose: () => void
}

/** What a kind of part asks for. */
export function PartForm(props: PartFormProps) {
  const { kind } = props
  const names = useNames()
  const list = useVariables()
  const condition = props.part && conditionOf(props.part, list)
  if (kind === 'near') return <NearForm {...props} />
  if (kind === 'memo') return <MemoForm {...props} />
  if (kind === 'variable' && (condition || !props.part)) return <VariableForm {...props} />
  if (isNamed(kind)) return <NamesForm {...props} field={kind} names={names[kind]} />
  if (isHow(kind)) return <RelationForm {...props} how={kind} names={names} />
  return <WordsForm {...props} />
}

function WordsForm({ part, onWrite }: PartFormProps) {
  const [text, setText] = useState(part?.text ?? '')
  return (
    <Form isReady={text.trim() !== ''} isNew={!part} onSubmit={() => onWrite(text.trim())}>
      <TextField
        label={m.search_asWritten()}
        hint={m.search_asWrittenAbout()}
        value={text}
        onChange={({ target }) => setText(target.value)}
        spellCheck={false}
        autoComplete="off"
      />
    </Form>
  )
}

function NearForm({ part, onWrite }: PartFormProps) {
  const [words, setWords] = useState(/\((.*)\)$/.exec(part?.text ?? '')?.[1] ?? '')
  const [n, setN] = useState(String(part?.number ?? 5))
  const [ordered, setOrdered] = useState(part?.ordered ?? false)
  const isReady = /\S\s+\S/.test(words.trim()) && isCount(n, 1)
  return (
    <Form {...{ isReady, isNew: !part }} onSubmit={() => onWrite(nearText(words, Number(n), ordered))}>
      <TextField
        label={m.search_nearWords()}
        hint={m.search_nearAbout()}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        spellCheck={false}
        autoComplete="off"
      />
      <Apart label={m.search_nearApart()} least={1} value={n} onChange={setN} />
      <Check checked={ordered} onChange={setOrdered}>
        {m.search_nearOrdered()}
      </Check>
    </Form>
  )
}

function MemoForm({ part, onWrite }: PartFormProps) {
  const [text, setText] = useState(part?.values?.[0] ?? '')
  const [whole, setWhole] = useState(part?.whole?.[0] ?? false)
  const [less, setLess] = useState(part?.less ?? false)
  const write = () => onWrite(fieldText({ name: 'memo', values: [{ text: text.trim(), whole }] }, less))
  return (
    <Form isReady={/[\p{L}\p{N}]/u.test(text)} isNew={!part} onSubmit={write}>
      <TextField
        label={m.search_memoWords()}
        hint={m.search_memoAbout()}
        value={text}
        onChange={({ target }) => setText(target.value)}
        autoComplete="off"
      />
      <Check checked={whole} onChange={setWhole}>
        {m.search_memoRow()}
      </Check>
      <Check checked={less} onChange={setLess}>
        {m.search_memoNone()}
      </Check>
    </Form>
  )
}

function VariableForm({ part, onWrite, onClose }: PartFormProps) {
  const list = useVariables()
  return (
    <div ref={focusIn}>
      <NewCondition
        variables={list}
        initial={part && conditionOf(part, list)}
        compared
        onAdd={({ variable, sign, value }) => {
          const less = sign === '!='
          const text = less || sign === '=' ? value : sign + value
          onWrite(fieldText({ name: variable, values: [{ text, whole: true }] }, less))
        }}
        onCancel={onClose}
      />
    </div>
  )
}

interface NamesFormProps extends PartFormProps {
  field: NamedField
  names: Parameters<typeof NamePicks>[0]['names']
}

function NamesForm({ field, names, part, onWrite }: NamesFormProps) {
  const [chosen, setChosen] = useState(() => chosenOf(part?.values, names, part?.whole))
  const [less, setLess] = useState(part?.less ?? false)
  return (
    <Form
      isReady={chosen.length > 0}
      isNew={!part}
      onSubmit={() => onWrite(fieldText({ name: field, values: chosen }, less))}
    >
      <Segmented
        label={m.search_holds()}
        value={less ? 'none' : 'any'}
        options={[
          { value: 'any', name: m.search_anyOf() },
          { value: 'none', name: m.search_noneOf() },
        ]}
        onChange={(which) => setLess(which === 'none')}
      />
      <NamePicks label={askName(field)} field={field} names={names} chosen={chosen} onChange={setChosen} />
    </Form>
  )
}
