import { useEffect } from 'react'
import { useDesk } from '../coding/desk'
import { useHandlers } from '../commands/registry'
import { announce } from '../kit/announce'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Span } from '../surface'
import { SaveBar } from './SaveBar'
import { TurnEditor } from './TurnEditor'
import { useCorrecting } from './useCorrecting'
import { useOpening } from './useOpening'
import './correcting.css'

/** The text is being corrected: turns are written in where they stand, and all is saved as one revision. */
export default function Correcting({ onEnd }: { onEnd: () => void }) {
  const { me, source, content, surface, doc, back } = useDesk()
  const correcting = useCorrecting(me, source.id, content)
  const { caret, edits, place } = correcting
  const open = (turn: number, at = 0) => {
    if (!correcting.parts(turn).length) return announce(m.correcting_joined())
    place({ turn, part: 0, at })
    announce(m.correcting_opened({ n: figure(turn + 1) }))
  }
  useHandlers({ 'text.correct': () => open(surface?.currentTurn() ?? 0) })
  useOpening(doc.current, open)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when one begins
  useEffect(() => {
    if (!edits.length) open(surface?.currentTurn() ?? 0)
  }, [])

  const turns = [...new Set([...edits.map(({ turn }) => turn), ...(caret ? [caret.turn] : [])])]
  const leave = (turn: number) => {
    place(null)
    const span: Span | undefined = content.turns[turn]
    if (span) void surface?.jump(span, { block: 'nearest' })
    doc.current?.querySelector<HTMLElement>(`.turn[data-turn="${turn}"]`)?.focus({ preventScroll: true })
  }
  return (
    <>
      {turns.map((turn) => (
        <TurnEditor key={turn} turn={turn} correcting={correcting} onLeave={() => leave(turn)} />
      ))}
      <SaveBar
        correcting={correcting}
        onEnd={() => {
          onEnd()
          back()
        }}
      />
    </>
  )
}
