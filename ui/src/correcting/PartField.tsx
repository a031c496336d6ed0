import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useDesk } from '../coding/desk'
import { useIsCorrecting } from '../data/correcting'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Caret, Part } from './edits'
import type { Correcting } from './useCorrecting'
import { Who } from './Who'

interface PartFieldProps {
  turn: number
  which: number
  part: Part
  correcting: Correcting
  onLeave: () => void
}

/** The words of a turn, or of a part of it, to write in. Enter splits, Backspace at the start joins. */
export function PartField({ turn, which, part, correcting, onLeave }: PartFieldProps) {
  const { caret, type } = correcting
  const field = useRef<HTMLTextAreaElement>(null)
  const { project, source } = useDesk()
  const saving = useIsCorrecting(project, source.id)
  useCaret(field, caret?.turn === turn && caret.part === which ? caret : null)
  useGrowing(field, part.text)
  return (
    <div className="part">
      <Who {...{ turn, which, part, correcting }} />
      <textarea
        ref={field}
        className="input serif"
        rows={1}
        spellCheck
        readOnly={saving}
        aria-label={m.correcting_words({ n: figure(turn + 1) })}
        aria-describedby="correcting-keys"
        value={part.text}
        onChange={({ target }) => type(turn, which, target.value, target.selectionStart)}
        onKeyDown={(event) => (saving ? undefined : onKey(event, { turn, which, correcting, onLeave }))}
      />
    </div>
  )
}

type Where = Pick<PartFieldProps, 'turn' | 'which' | 'correcting' | 'onLeave'>

function onKey(event: KeyboardEvent<HTMLTextAreaElement>, where: Where): void {
  if (event.nativeEvent.isComposing) return
  const done = actOf(event, where)
  if (!done) return
  event.preventDefault()
  event.stopPropagation()
}

/** Whether a key did something here. */
function actOf(event: KeyboardEvent<HTMLTextAreaElement>, { turn, which, correcting, onLeave }: Where): boolean {
  const { selectionStart: at, selectionEnd: end } = event.currentTarget
  const mod = event.ctrlKey || event.metaKey
  if (event.key === 'Escape') onLeave()
  else if (event.key === 'Enter' && !mod && !event.shiftKey) correcting.split(turn, which, at)
  else if (event.key === 'Backspace' && at === 0 && end === 0) return correcting.join(turn, which)
  else return false
  return true
}

/** Puts the caret where it belongs after a turn was opened, split or joined. */
function useCaret(field: React.RefObject<HTMLTextAreaElement | null>, caret: Caret | null): void {
  useLayoutEffect(() => {
    const el = field.current
    if (!caret || !el) return
    const isThere = el === document.activeElement && el.selectionStart === caret.at && el.selectionEnd === caret.at
    if (isThere) return // where one types, nothing may come between
    const isElsewhere = document.activeElement !== document.body && document.activeElement !== el
    if (caret.carried && isElsewhere) return
    el.focus()
    el.setSelectionRange(caret.at, caret.at)
  }, [field, caret])
}

/** The field is as high as its words. */
function useGrowing(field: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words take other room
  useLayoutEffect(() => {
    const el = field.current
    if (!el || CSS.supports('field-sizing', 'content')) return
    el.style.height = 'auto'
    el.style.height = `${el.scrollHeight + 2}px`
  }, [field, text])
}
