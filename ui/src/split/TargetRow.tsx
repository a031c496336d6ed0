import { type DragEvent, useState } from 'react'
import { Thread } from '../kit/marks'
import { DRAGGED_CODINGS } from './PassageRow'
import type { Target } from './targets'

interface TargetRowProps {
  target: Target
  /** How many of the passages it has. */
  number: number
  /** How many passages are ticked. */
  ticked: number
  may: boolean
  onGive: () => void
  onDrop: (codings: string[]) => void
}

/** A code that passages are given to. */
export function TargetRow({ target: { code, key }, number, ticked, may, onGive, onDrop }: TargetRowProps) {
  const [over, setOver] = useState(false)
  const drags = (event: DragEvent) => may && event.dataTransfer.types.includes(DRAGGED_CODINGS)
  return (
    <li
      className={over ? 'target drop-on' : 'target'}
      onDragOver={(event) => {
        if (!drags(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (!drags(event)) return
        event.preventDefault()
        onDrop(JSON.parse(event.dataTransfer.getData(DRAGGED_CODINGS)))
      }}
    >
      <button type="button" disabled={!may || !ticked} title={code.definition} onClick={onGive}>
        {key ? <kbd>{key}</kbd> : <span className="key" />}
        <Thread color={code.color} />
        <span className="nm cut">{code.name}</span>
        <span className="n">{number}</span>
      </button>
      {code.definition ? <p className="serif soft">{code.definition}</p> : null}
    </li>
  )
}
