import { announce } from '../kit/announce'
import { toast } from '../kit/toasts'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Coding, Span } from '../surface'
import type { Bench } from './codingActs'
import { sameSpan } from './codings'

/** What can be done with passages, with all that is coded on them: resize, split, join. */
export function passageActs({ source, codings, surface, called, wordsOf, quoted, mayChange, send }: Bench) {
  /** A coding as the page knows it; one that was drawn ahead got an id meanwhile. */
  const known = (coding: Coding): Coding | undefined =>
    codings.find(({ id }) => id === coding.id) ??
    codings.find((one) => sameSpan(one, coding) && one.code === coding.code && one.coder === coding.coder)

  /** Gives other words to a coding with all on its passage, or alone. */
  function resize(drawn: Coding, { start, end }: Span, { alone }: { alone: boolean }) {
    const coding = known(drawn)
    if (!coding) return surface?.removeCoding(drawn.id)
    const { passage } = coding
    send({
      said: m.coding_resized({ code: called(coding.code), words: wordsOf({ start, end }) }),
      told: m.coding_toldResized({ from: quoted(coding), to: quoted({ start, end }) }),
      change: alone
        ? { do: 'batch', change: [{ coding: coding.id, start, end }] }
        : { do: 'resize', source, passage, start, end },
      back: true,
    })
  }

  /** Cuts a coding's passage in two at a position. */
  function split(coding: Coding, at: number | null) {
    if (!mayChange(coding)) return
    if (at === null || at <= coding.start || at >= coding.end) return toast(m.coding_splitWhere())
    const [left, right] = [
      { start: coding.start, end: at },
      { start: at, end: coding.end },
    ]
    send({
      said: m.coding_split({ left: wordsOf(left), right: wordsOf(right) }),
      told: m.coding_toldSplit({ words: quoted(coding), at: quoted(right) }),
      change: { do: 'split', source, passage: coding.passage, at },
      back: true,
    })
  }

  /** Makes one passage of a coding's and the next with the same code by the same coder. */
  function join(coding: Coding) {
    if (!mayChange(coding)) return
    const next = codings.find(
      (one) =>
        one.code === coding.code &&
        one.coder === coding.coder &&
        one.passage !== coding.passage &&
        one.start >= coding.start &&
        !sameSpan(one, coding),
    )
    if (!next) return announce(m.coding_joinNone({ code: called(coding.code) }))
    const whole = { start: coding.start, end: Math.max(coding.end, next.end) }
    send({
      said: m.coding_joined({ passages: count(2, 'passage'), words: wordsOf(whole) }),
      told: m.coding_toldJoined({ first: quoted(coding), second: quoted(next) }),
      change: { do: 'join', source, passages: [coding.passage, next.passage] },
      back: true,
    })
  }

  return { resize, split, join }
}
