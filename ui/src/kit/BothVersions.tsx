import { useId, useState } from 'react'
import { m } from '../paraglide/messages'
import { Dialog } from './dialog'
import { type Choice, type Contested, chosen, contested, currentOf, differing, type FieldOfForm } from './versions'
import './versions.css'

interface BothVersionsProps {
  /** What two people changed at once, as in "the code ‘Trust’". */
  what: string
  /** Who was first. */
  who?: string
  fields: readonly Contested[]
  onTake: (choices: Record<string, Choice>) => void
  /** Leaves theirs as it is, and mine unsaved in the form. */
  onClose: () => void
}

/** Both versions of what two people changed at once, to take either, or of texts both. */
export function BothVersions({ what, who, fields, onTake, onClose }: BothVersionsProps) {
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_versionsLater()}
      </button>
      <button type="button" className="btn primary" onClick={() => onTake(choices)}>
        {m.kit_versionsSave()}
      </button>
    </>
  )
  return (
    <Dialog title={m.kit_versions({ what })} onClose={onClose} footer={footer} wide>
      <p className="soft">{who ? m.kit_versionsWhy({ who }) : m.kit_versionsWhySomeone()}</p>
      {fields.map((one) => (
        <Pair
          key={one.field}
          contested={one}
          who={who}
          choice={choices[one.field] ?? 'mine'}
          onChoose={(choice) => setChoices({ ...choices, [one.field]: choice })}
        />
      ))}
    </Dialog>
  )
}

interface PairProps {
  contested: Contested
  who?: string
  choice: Choice
  onChoose: (choice: Choice) => void
}

function Pair({ contested: { label, mine, theirs, prose }, who, choice, onChoose }: PairProps) {
  const name = useId()
  const option = { name, choice, onChoose }
  return (
    <fieldset className="versions">
      <legend>{label}</legend>
      <Version {...option} is="mine" title={m.kit_versionsMine()} text={mine} other={theirs} />
      <Version
        {...option}
        is="theirs"
        title={who ? m.kit_versionsOf({ who }) : m.kit_versionsTheirs()}
        text={theirs}
        other={mine}
      />
      {prose ? <Version {...option} is="both" title={m.kit_versionsBoth()} /> : null}
    </fieldset>
  )
}

interface VersionProps<C extends string> {
  /** Of all versions of one thing. */
  name: string
  is: C
  title: string
  text?: string
  /** What it differs from, to mark where. */
  other?: string
  choice: C
  onChoose: (choice: C) => void
}

/** One version of something, to be chosen among others. */
export function Version<C extends string>({ name, is, title, text, other = '', choice, onChoose }: VersionProps<C>) {
  return (
    <label className="check">
      <input type="radio" name={name} checked={is === choice} onChange={() => onChoose(is)} />
      <span>
        <b>{title}</b>
        {text === undefined ? null : <Words text={text} other={other} />}
      </span>
    </label>
  )
}

function Words({ text, other }: { text: string; other: string }) {
  if (!text) return <span className="version soft">{m.kit_versionsEmpty()}</span>
  const [before, different, after] = differing(text, other)
  return (
    <span className="version">
      {before}
      {different ? <mark>{different}</mark> : null}
      {after}
    </span>
  )
}

interface Versioned {
  version: number
}

interface Late<T> {
  mine: Partial<T>
  theirs: T
  fields: Contested[]
  /** Told whether mine is settled, or still to be saved. */
  settle: (saved: boolean | Promise<boolean>) => void
}

/**
 * For a form that saves with the version it saw. Where its mutation fails, ask `take` first:
 *
 *     const send = (seen, mine) => change.mutateAsync({ seen, ...mine }).then(
 *       () => true,
 *       (error) => versions.take(error, seen, mine) ?? false,
 *     )
 *     const versions = useBothVersions({ what: `the code ‘${code.name}’`, fields, send })
 *     … {versions.dialog}
 *
 * When the refusal was about versions, what does not clash is sent again by itself, on top of the present state; for
 * what does, the dialog opens. The answer comes when that is settled: false when mine is left for later, and the form
 * is to keep it.
 */
export function useBothVersions<T extends Versioned, K extends keyof T & string>({
  what,
  who,
  fields,
  send,
}: {
  what: string
  who?: string
  fields: readonly FieldOfForm<K>[]
  /** Saves a change on top of a state, and says whether it is saved. */
  send: (seen: T, mine: Partial<T>) => Promise<boolean>
}) {
  const [late, setLate] = useState<Late<T> | null>(null)
  const take = (error: unknown, seen: T, mine: Partial<T>): Promise<boolean> | undefined => {
    const theirs = currentOf<T>(error)
    if (!theirs) return undefined
    const both = contested(seen, mine, theirs, fields)
    if (!both.length) return send(theirs, mine)
    return new Promise((settle) => setLate({ mine, theirs, fields: both, settle }))
  }
  const choose = ({ mine, theirs, settle }: Late<T>, choices: Record<string, Choice>) => {
    const kept = chosen(mine, theirs, choices)
    setLate(null)
    settle(Object.keys(kept).length ? send(theirs, kept) : true)
  }
  const leave = ({ settle }: Late<T>) => {
    setLate(null)
    settle(false)
  }
  const dialog = late ? (
    <BothVersions
      what={what}
      who={who}
      fields={late.fields}
      onTake={(choices) => choose(late, choices)}
      onClose={() => leave(late)}
    />
  ) : null
  return { take, dialog }
}
