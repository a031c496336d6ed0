import { useRef } from 'react'
import { useMay, usePeople, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import type { Codebook } from '../codebook/codebook'
import type { Content } from '../data/sources'
import { useChangeCodings } from '../data/useOutbox'
import { announce } from '../kit/announce'
import { randomId } from '../kit/randomId'
import { toast, toastError } from '../kit/toasts'
import { count, shorten, wordsIn } from '../kit/words'
import { m } from '../paraglide/messages'
import { keepRecent } from '../settings/preferences'
import type { Coding, Span, Surface } from '../surface'
import { afterPaint } from './afterPaint'
import { codingActs, type Doing } from './codingActs'
import { passageActs } from './passageActs'
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
  const undoable = useUndoToast()
  const names = useRef(new Map<string, string>())
  const called = (id: string) => book.get(id)?.name ?? names.current.get(id) ?? m.coding_goneCode()
  const wordsOf = (span: Span) => count(wordsIn(content.positions.slice(span)), 'word')
  const quoted = (span: Span) => `“${shorten(content.positions.slice(span), QUOTED)}”`
  const owned = ({ coder }: Coding): boolean => may.code && (coder === me || may.manage)
  const notMine = ({ coder }: Coding): string => m.coding_notMine({ name: name(coder) })

  function mayChange(coding: Coding): boolean {
    if (owned(coding)) return true
    toast(notMine(coding))
    return false
  }

  const refused = (error: unknown) => {
    toastError(error)
    announce(m.coding_refused())
  }

  function send({ said, told, change: what, back }: Doing): void {
    announce(said)
    const sent = () =>
      change({ told, change: what }).then(({ seq }) => {
        if (back) undoable(said, seq)
      }, refused)
    afterPaint(() => void sent())
  }

  function show({ start, end }: Span, code: string): void {
    const coding = { id: `drawn:${++drawn}`, passage: '', code, coder: me, at: new Date().toISOString(), start, end }
    draw(coding)
    surface?.light(coding.id)
  }

  const bench = {
    source,
    me,
    codings,
    surface,
    show,
    called,
    wordsOf,
    quoted,
    send,
    mayChange,
    used: (codes: readonly string[]) => {
      for (const code of codes) keepRecent(project, code)
    },
  }
  const onCodings = codingActs(bench)

  /** The code of a name, made if there is none. */
  function named(title: string): string {
    const known = book.named(title)
    if (known?.codable) return known.id
    const id = randomId()
    names.current.set(id, title)
    const steps = [{ code: id, create: true, name: title }]
    change({ told: m.coding_toldCreated({ name: title }), change: { do: 'steps', steps } }).catch(refused)
    return id
  }

  /** Codes words with a code that is called like them. */
  function putInVivo(span: Span): void {
    onCodings.put(span, [named(shorten(content.positions.slice(span), LONGEST))])
  }

  const coderOf = ({ coder }: Coding) => calledBy(coder)
  return { ...onCodings, ...passageActs(bench), named, putInVivo, owned, notMine, called, wordsOf, coderOf }
}
