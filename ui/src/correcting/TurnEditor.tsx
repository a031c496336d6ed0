import { type KeyboardEvent, type SyntheticEvent, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useDesk } from '../coding/desk'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { Clash } from './Clash'
import { PartField } from './PartField'
import { Strays } from './Strays'
import type { Correcting } from './useCorrecting'

interface TurnEditorProps {
  turn: number
  correcting: Correcting
  /** Puts the focus back on the turn. */
  onLeave: () => void
}

/** A turn that is written in, in the place of its words. */
export function TurnEditor({ turn, correcting, onLeave }: TurnEditorProps) {
  const row = useRow(turn)
  if (!row) return null
  const edit = correcting.edits.find((one) => one.turn === turn)
  const parts = correcting.parts(turn)
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps what is written from being taken for a gesture on the text
    <div className="correction" onKeyDown={(event) => onKey(event, correcting)} onPointerDown={keep} onClick={keep}>
      {edit?.clash ? <Clash edit={edit} onSettle={(whose) => correcting.settle(turn, whose)} /> : null}
      {edit?.strays ? <Strays parts={edit.strays} onDecide={(stays) => correcting.house(turn, stays)} /> : null}
      {parts.map((part, which) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is what stands at its place
        <PartField key={which} {...{ turn, which, part, correcting, onLeave }} />
      ))}
      {parts.length ? null : <p className="cap">{m.correcting_joined()}</p>}
      {edit && !edit.clash && !edit.strays ? (
        <button type="button" className="btn quiet sm" onClick={() => correcting.restore(turn)}>
          <Icon name="undo" small />
          {m.correcting_asBefore()}
        </button>
      ) : null}
    </div>,
    row,
  )
}

/** The row of a turn, which shows what is written instead of its words for as long as this is asked for. */
function useRow(turn: number): HTMLElement | null {
  const { doc, surface } = useDesk()
  const [row, setRow] = useState<HTMLElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another surface has other rows
  useLayoutEffect(() => {
    const found = doc.current?.querySelector<HTMLElement>(`.turn[data-turn="${turn}"]`) ?? null
    found?.classList.add('written')
    setRow(found)
    return () => found?.classList.remove('written')
  }, [doc, surface, turn])
  return row?.isConnected ? row : null
}

const keep = (event: SyntheticEvent) => event.stopPropagation()

/** What is typed, and where the caret goes, is nobody else's; commands with a function key or Ctrl go on. */
function onKey(event: KeyboardEvent, correcting: Correcting) {
  const mod = event.ctrlKey || event.metaKey
  const isCommand = (mod || /^F\d/.test(event.key)) && !event.key.startsWith('Arrow')
  if (!isCommand) return event.stopPropagation()
  const goes = mod && !(event.target instanceof HTMLInputElement) ? stepOf(event) : undefined
  if (!goes) return
  event.preventDefault()
  event.stopPropagation()
  correcting[goes]()
}

/** The way that a key goes through what was written. */
function stepOf({ key, shiftKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' ? 'redo' : undefined
}
