import type { CodingChange } from '../data/gesture'
import { announce } from '../kit/announce'
import { count, listed } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Coding, Span, Surface } from '../surface'
import { overlap, sameSpan } from './codings'

/** Something done to codings: what is said at once, what is kept with it, and what the server does. */
export interface Doing {
  said: string
  /** As in "‘Trust’ on “my cousin came back”". */
  told: string
  change: CodingChange
  /** Whether a way back is offered beside what is said. */
  back?: true
}

/** What the acts of coding work with. */
export interface Bench {
  source: string
  me: string
  codings: readonly Coding[]
  surface: Surface | null
  /** Draws a new coding of mine ahead of everything else, and lights it. */
  show(span: Span, code: string): void
  called(code: string): string
  wordsOf(span: Span): string
  /** Words in quotation marks, not too many. */
  quoted(span: Span): string
  /** Whether I may change a coding; says why not. */
  mayChange(coding: Coding): boolean
  send(doing: Doing): void
  used(codes: readonly string[]): void
}

/** Codings on fewer words than this are drawn ahead of the page. */
const AHEAD = 12

/** What can be done with single codings: put, replace, move, copy, remove. */
export function codingActs(bench: Bench) {
  const { source, me, codings, surface, called, wordsOf, quoted, send } = bench
  const names = (codes: readonly string[]) => listed(codes.map((code) => m.coding_name({ code: called(code) })))
  const there = (span: Span, code: string) =>
    codings.find((one) => one.code === code && one.coder === me && sameSpan(one, span))

  /** Puts codes of mine on words, or on several stretches of them, as one change. */
  function put(words: Span | readonly Span[], codes: readonly string[]) {
    const spans = 'start' in words ? [words] : words
    const all = spans.flatMap(({ start, end }) => codes.map((code) => ({ source, start, end, code })))
    const add = all.filter((one) => !there(one, one.code))
    const [first] = spans
    if (!first || !codes.length) return
    if (!add.length) {
      surface?.light(there(first, codes[0] ?? '')?.id ?? null)
      return announce(m.coding_codedAlready({ codes: names(codes) }))
    }
    if (add.length < AHEAD) for (const one of add) bench.show(one, one.code)
    const now = count(codings.filter((one) => overlap(one, first)).length + add.length, 'coding')
    send({
      said:
        spans.length > 1
          ? m.coding_codedTurns({ codes: names(codes), turns: count(spans.length, 'turn') })
          : m.coding_coded({ codes: names(codes), words: wordsOf(first), now }),
      told: m.coding_toldOn({ codes: names(codes), words: quoted(first) }),
      change: { do: 'batch', add },
    })
    bench.used(codes)
  }

  /** Gives a coding another code, keeping its time; further codes come beside it. */
  function replace(coding: Coding, [code, ...others]: readonly string[]) {
    if (!code || !bench.mayChange(coding)) return
    const add = others.map((one) => ({ source, start: coding.start, end: coding.end, code: one }))
    if (code === coding.code && !add.length) return announce(m.coding_codedAlready({ codes: names([code]) }))
    send({
      said: m.coding_replaced({
        before: names([coding.code]),
        after: names([code, ...others]),
        words: wordsOf(coding),
      }),
      told: m.coding_toldReplaced({
        before: names([coding.code]),
        after: names([code, ...others]),
        words: quoted(coding),
      }),
      change: { do: 'batch', change: [{ coding: coding.id, code }], ...(add.length ? { add } : {}) },
      back: true,
    })
    bench.used([code, ...others])
  }

  /** Puts one coding on other words, alone. */
  function move(coding: Coding, { start, end }: Span): void {
    if (sameSpan(coding, { start, end }) || !bench.mayChange(coding)) return
    send({
      said: m.coding_moved({ code: names([coding.code]), words: wordsOf({ start, end }) }),
      told: m.coding_toldMoved({ code: names([coding.code]), from: quoted(coding), to: quoted({ start, end }) }),
      change: { do: 'batch', change: [{ coding: coding.id, start, end }] },
      back: true,
    })
  }

  function remove(coding: Coding): void {
    if (bench.mayChange(coding))
      takeOff([coding], m.coding_removed({ code: names([coding.code]), words: wordsOf(coding) }))
  }

  /** Removes all my codings on a passage, or within selected words. */
  function removeAll(words: Span) {
    const mine = codings.filter((one) => one.coder === me && one.start >= words.start && one.end <= words.end)
    if (!mine.length) return announce(m.coding_noneOfMine())
    takeOff(mine, m.coding_removedAll({ codings: count(mine.length, 'coding') }))
  }

  function takeOff(gone: readonly Coding[], said: string): void {
    const [first] = gone as [Coding]
    const told = m.coding_toldOff({ codes: names([...new Set(gone.map(({ code }) => code))]), words: quoted(first) })
    send({ said, told, change: { do: 'batch', remove: gone.map(({ id }) => id) }, back: true })
  }

  return { put, replace, move, remove, removeAll }
}
