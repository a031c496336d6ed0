import { useState } from 'react'
import { useUndoToast } from '../app/useUndo'
import type { Codebook } from '../codebook/codebook'
import { recolouring } from '../codebook/families'
import { type Direction, movesBy, movesTo, type Place, topmost } from '../codebook/moves'
import type { Step } from '../codebook/steps'
import { announce } from '../kit/announce'
import { toastError } from '../kit/toasts'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Hand } from './hand'
import { useRenaming } from './useRenaming'

/** A box that is open over the page, and the codes it is about. */
export type Box =
  | { what: 'new'; under: string }
  | { what: 'merge' | 'move' | 'recolour' | 'delete' | 'describe' | 'set'; codes: readonly string[] }
  | null

const told: Readonly<Record<Direction, (of: { codes: string }) => string>> = {
  up: m.codes_movedUp,
  down: m.codes_movedDown,
  in: m.codes_movedIn,
  out: m.codes_movedOut,
}

/** Codes as a sentence names them: “Trust”, or 3 codes. */
export function named(book: Codebook, ids: readonly string[]): string {
  const [id, ...more] = ids
  return more.length ? count(ids.length, 'code') : m.codes_quoted({ name: book.get(id)?.name ?? m.codes_gone() })
}

/** What can be done with codes, from a row, a menu, a box and the keyboard. Who may only read can do none of it. */
export function useCodeActions(hand: Hand, choose: (code: string) => void) {
  const { book, may, make } = hand
  const [box, open] = useState<Box>(null)
  const { renaming, rename, setName, versions } = useRenaming(hand)
  const undoToast = useUndoToast()
  const done = (steps: readonly Step[], say: (seq: number) => void) => {
    if (!may || !steps.length) return Promise.resolve()
    return make(steps).then(({ seq }) => say(seq), toastError)
  }
  const quietly = (steps: readonly Step[], words: string) => done(steps, () => announce(words))
  const withUndo = (steps: readonly Step[], words: string) =>
    done(steps, (seq) => (hand.marks ? announce(m.codes_in({ done: words })) : undoToast(words, seq)))

  const move = (ids: readonly string[], direction: Direction) =>
    quietly(movesBy(book, ids, direction), told[direction]({ codes: named(book, ids) }))
  const moveTo = (ids: readonly string[], place: Place) => {
    const codes = named(book, ids)
    const under = book.get(place.parent)
    const words = under ? m.codes_movedUnder({ codes, code: under.name }) : m.codes_moved({ codes })
    const steps = movesTo(book, ids, place)
    return steps.length > 1 ? withUndo(steps, words) : quietly(steps, words)
  }
  const recolour = (ids: readonly string[], color: string, branch: boolean) =>
    quietly(
      branch ? recolouring(book, ids, color) : ids.map((code) => ({ code, color })),
      m.codes_recoloured({ codes: named(book, ids) }),
    )
  const merge = (ids: readonly string[], into: string) =>
    withUndo(
      mergesOf(book, ids, into),
      m.codes_merged({ codes: named(book, ids), code: book.get(into)?.name ?? '' }),
    ).then(() => choose(into))
  const remove = (ids: readonly string[]) =>
    withUndo(
      topmost(book, ids).map(({ id }) => ({ code: id, remove: true })),
      deleted(book, ids),
    )
  const askRemove = (ids: readonly string[]) => {
    const plain = topmost(book, ids).every(({ id, all }) => !all && !book.children(id).length)
    return plain ? void remove(ids) : open({ what: 'delete', codes: ids })
  }
  return {
    ...hand,
    box,
    open,
    renaming,
    rename,
    choose,
    move,
    moveTo,
    setName,
    versions,
    recolour,
    merge,
    remove,
    askRemove,
  }
}

export type CodeActions = ReturnType<typeof useCodeActions>

/** The steps that merge codes into another; children of one that goes along come first. */
export const mergesOf = (book: Codebook, ids: readonly string[], into: string): Step[] =>
  book
    .walk()
    .filter(({ code }) => ids.includes(code.id) && code.id !== into)
    .map(({ code }) => ({ code: code.id, mergeInto: into }))

function deleted(book: Codebook, ids: readonly string[]): string {
  const codes = named(book, ids)
  const codings = codingsOf(book, ids)
  return codings ? m.codes_deletedWith({ codes, codings: count(codings, 'coding') }) : m.codes_deleted({ codes })
}

/** The codings of codes and all under them. */
export const codingsOf = (book: Codebook, ids: readonly string[]): number =>
  topmost(book, ids).reduce((sum, { all }) => sum + all, 0)
