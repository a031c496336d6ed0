import { useState } from 'react'
import type { Code, Excerpt } from '../api/names'
import { useCodebook, useMay, useProjectId } from '../app/project'
import { optionOf } from '../codes/about'
import { useAddCode } from '../data/changingCodes'
import { announce } from '../kit/announce'
import { SelectField, TextField } from '../kit/fields'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { TargetRow } from './TargetRow'
import { BACK, type Target } from './targets'
import type { Assign } from './useAssign'

interface PaneProps {
  code: Code
  list: readonly Excerpt[]
  targets: readonly Target[]
  /** The passages that are ticked. */
  chosen: readonly Excerpt[]
  assign: Assign
  may: boolean
  /** Gives the focus back to the passages. */
  back: () => void
  /** Another code is wanted among those to choose from. */
  onAdd: (code: string) => void
}

/** The codes that passages are given to: by their key, a click for those that are ticked, or by dropping rows on them. */
export function TargetPane({ code, list, targets, chosen, assign, may, back, onAdd }: PaneProps) {
  const numberOf = (id: string) => list.filter((one) => one.code === id).length
  const give = (rows: readonly Excerpt[], to: string) => {
    assign(rows, to)
    back()
  }
  const row = (target: Target) => (
    <TargetRow
      key={target.code.id}
      {...{ target, may }}
      number={numberOf(target.code.id)}
      ticked={chosen.length}
      onGive={() => give(chosen, target.code.id)}
      onDrop={(codings) =>
        give(
          list.filter(({ coding }) => codings.includes(coding)),
          target.code.id,
        )
      }
    />
  )
  return (
    <aside className="targets" aria-label={m.split_codes()}>
      <h2 className="h">{m.split_under()}</h2>
      <p className="cap">{chosen.length ? m.split_ticked({ n: chosen.length }) : m.split_hint()}</p>
      <ul>{targets.map(row)}</ul>
      {targets.length ? null : <p className="soft">{m.split_noneYet()}</p>}
      <NewUnder code={code} back={back} />
      <ul className="back">{row({ code, key: BACK })}</ul>
      <Another {...{ code, targets, onAdd }} />
    </aside>
  )
}

/** Makes a code under this one without leaving the page. */
function NewUnder({ code, back }: { code: Code; back: () => void }) {
  const { change } = useMay()
  const add = useAddCode(useProjectId())
  const [name, setName] = useState('')
  if (!change) return null
  return (
    <form
      className="row tight"
      onSubmit={(event) => {
        event.preventDefault()
        if (!name.trim()) return
        add.mutateAsync({ name: name.trim(), parent: code.id }).then((made) => {
          announce(m.split_created({ code: made.name }))
          setName('')
          back()
        }, toastError)
      }}
    >
      <TextField
        label={m.split_newUnder({ code: code.name })}
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="btn" disabled={!name.trim() || add.isPending}>
        {m.split_create()}
      </button>
    </form>
  )
}

/** Passages can be moved to any other code too. */
function Another({ code, targets, onAdd }: Pick<PaneProps, 'code' | 'targets' | 'onAdd'>) {
  const book = useCodebook()
  const there = new Set([code.id, ...targets.map((target) => target.code.id)])
  const rest = book.walk().filter(({ code: one }) => one.codable && !there.has(one.id))
  const options = [
    { value: '', name: m.split_chooseCode() },
    ...rest.map(({ code: one, depth }) => optionOf(one, depth)),
  ]
  return <SelectField label={m.split_another()} value="" options={options} onChange={(id) => id && onAdd(id)} />
}
