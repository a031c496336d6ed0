import { useRef } from 'react'
import { useMay, usePeople, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import type { Codebook } from '../codebook/codebook'
import { useAddCode } from '../data/codes'
import { useChangeCodings } from '../data/codings'
import type { Content } from '../data/sources'
import { announce } from '../kit/announce'
import { toast, toastError } from '../kit/toasts'
import { count, shorten, wordsIn } from '../kit/words'
import { keepRecent } from '../settings/preferences'
import type { Coding, Span, Surface } from '../surface'
import { afterPaint } from './afterPaint'
import { overlap, sameSpan } from './codings'
import type { Mounted } from './useSurface'

interface About {
  source: string
  content: Content
  book: Codebook
  codings: readonly Coding[]
  surface: Surface | null
  draw: Mounted['draw']
}

/** The longest name of a code made from words, in characters. */
const LONGEST = 80

/** The most of a passage that is quoted, in characters. */
const QUOTED = 60

/** Codings drawn so far. */
let drawn = 0

export type Acts = ReturnType<typeof useActs>

/** What can be done with codings, said aloud and taken back when the server refuses. */
export function useActs({ source, content, book, codings, surface, draw }: About) {
  const project = useProjectId()
  const { me, name, called: calledBy } = usePeople()
  const may = useMay()
  const change = useChangeCodings(project)
  const addCode = useAddCode(project)
  const undoable = useUndoToast()
  const names = useRef(new Map<string, string>())
  const called = (id: string) => book.get(id)?.name ?? names.current.get(id) ?? 'a code that is gone'
  const wordsOf = (span: Span) => count(wordsIn(content.positions.slice(span)), 'word')
  const quoted = (span: Span) => `“${shorten(content.positions.slice(span), QUOTED)}”`

  const refused = (error: unknown) => {
    toastError(error)
    announce('The server refused it; nothing was coded.')
  }

  /** Draws a coding of mine and lights it, ahead of everything else. */
  function show({ start, end }: Span, id: string): void {
    const coding = {
      id: `drawn:${++drawn}`,
      passage: '',
      code: id,
      coder: me,
      at: new Date().toISOString(),
      start,
      end,
    }
    draw(coding)
    surface?.light(coding.id)
  }

  function put({ start, end }: Span, id: string): void {
    const words = { start, end }
    const there = codings.find((one) => one.code === id && one.coder === me && sameSpan(one, words))
    if (there) {
      surface?.light(there.id)
      announce(`Already coded ‘${called(id)}’`)
      return
    }
    show(words, id)
    afterPaint(() => {
      const told = `‘${called(id)}’ on ${quoted(words)}`
      change({ told, change: { do: 'batch', add: [{ source, start, end, code: id }] } }).catch(refused)
      keepRecent(project, id)
    })
    const here = codings.filter((one) => overlap(one, words)).length + 1
    announce(`Coded ‘${called(id)}’, ${wordsOf(words)}, now ${count(here, 'coding')}`)
  }

  /** Makes a code, unless there is one of this name, and codes with it. */
  async function putNew(span: Span, title: string): Promise<void> {
    const known = book.named(title)
    if (known?.codable) return put(span, known.id)
    try {
      const { id } = await addCode.mutateAsync({ name: title })
      names.current.set(id, title)
      put(span, id)
    } catch (error) {
      toastError(error)
    }
  }

  const putInVivo = (span: Span) => putNew(span, shorten(content.positions.slice(span), LONGEST))

  const mayRemove = ({ coder }: Coding): boolean => may.code && (coder === me || may.manage)

  const notMine = ({ coder }: Coding): string => `${name(coder)} coded this, so only they or a lead can change it.`

  function remove(coding: Coding): void {
    if (!mayRemove(coding)) {
      toast(notMine(coding))
      return
    }
    const gone = `Removed ‘${called(coding.code)}’ from ${wordsOf(coding)}`
    announce(gone)
    const told = `‘${called(coding.code)}’ off ${quoted(coding)}`
    change({ told, change: { do: 'batch', remove: [coding.id] } })
      .then(({ seq }) => undoable(gone, seq))
      .catch(toastError)
  }

  /** Puts a coding of mine on other words. */
  function move(coding: Coding, span: Span): void {
    const told = `‘${called(coding.code)}’ now has ${wordsOf(span)}`
    const { start, end } = span
    change({
      told: `‘${called(coding.code)}’ from ${quoted(coding)} to ${quoted(span)}`,
      change: { do: 'batch', change: [{ coding: coding.id, start, end }] },
    }).then(({ seq }) => undoable(told, seq), refused)
    announce(told)
  }

  const coderOf = ({ coder }: Coding) => calledBy(coder)

  return { put, putNew, putInVivo, remove, mayRemove, notMine, move, called, wordsOf, coderOf }
}
