import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Source } from '../api/names'
import { useCodebook, useMay, useMe, useProjectId } from '../app/project'
import type { Content } from '../data/sources'
import { usePassages } from '../data/useOutbox'
import { announce } from '../kit/announce'
import { toast } from '../kit/toasts'
import { count } from '../kit/words'
import { setPlace } from '../live/place'
import { m } from '../paraglide/messages'
import type { Coding, Pointing, Selected, Span, Surface } from '../surface'
import { afterPaint } from './afterPaint'
import { codingsOf } from './codings'
import type { Desk, Finding } from './desk'
import { useDrawnCoders, useDrawnCodes, useTurns } from './drawn'
import { dropped } from './dropping'
import { firstFrom } from './here'
import { type Standing, standingOf } from './placing'
import { openWords, toldOf } from './stack'
import { useActs } from './useActs'
import { useAside } from './useAside'
import { useCodesDrawer } from './useCodesDrawer'
import { useColleagues } from './useColleagues'
import { useInspector } from './useInspector'
import { useModes } from './useModes'
import { keepReading, usePlaceInText } from './usePlaceInText'
import { useShowing } from './useShowing'
import { useSurface } from './useSurface'

interface Parts {
  source: Source
  content: Content
  host: RefObject<HTMLDivElement | null>
  density: RefObject<HTMLDivElement | null>
  doc: RefObject<HTMLDivElement | null>
}

/** What is shown, selected, lit and open in the coding view of a source. */
export function useDeskState({ source, content, host, density, doc }: Parts): Desk {
  const project = useProjectId()
  const book = useCodebook()
  const me = useMe().id
  const may = useMay()
  const list = usePassages(project, source.id)
  const codings = useMemo(() => codingsOf(list), [list])
  const view = useShowing(project, source.id, codings)
  const { shown } = view
  const [selected, setSelected] = useState<Selected | null>(null)
  const [standing, setStanding] = useState<Standing | null>(null)
  const [litId, setLit] = useState<string | null>(null)
  const [litCode, setLitCode] = useState('')
  const [chosen, choose] = useState('')
  const [finding, find] = useState<Finding>('')
  const [writing, setWriting] = useState<Span | null>(null)
  const inspector = useInspector()
  const codes = useCodesDrawer()
  const mounted = useRef<Surface | null>(null)
  const modes = useModes(() => mounted.current)
  const told = useRef((_: Pointing) => {})

  const { surface, draw } = useSurface(
    { host, density },
    {
      content,
      turns: useTurns(content, source),
      codings,
      codes: useDrawnCodes(),
      coders: useDrawnCoders(codings),
      view,
      language: source.language,
    },
    {
      onSelect: (now) => {
        if (now || !isWriting()) {
          setSelected(now)
          modes.selectedNow(now)
          setStanding(now && standingOf(now, doc.current as HTMLElement))
        } else if (selected) surface?.markRanges('target', [selected]) // the browser shows one only where the focus is
      },
      onLight: (coding) =>
        afterPaint(() => {
          setLit(coding)
          setLitCode('')
        }),
      onPointCodings: (pointing) => {
        if (pointing.lit) choose(pointing.lit.code)
        told.current(pointing)
      },
      onMemos: (note) => {
        inspector.set(true)
        openWords(surface, codings, note)
        afterPaint(() => document.querySelector<HTMLElement>('.insp')?.focus())
      },
      onScroll: (position) => {
        keepReading(project, source.id, position)
        setPlace(position)
      },
      onResize: (coding, span, how) => acts.resize(coding, span, how),
      onDrop: (what) => dropped(what, codings, acts),
      mayCode: () => may.code,
      mayResize: (coding) => acts.owned(coding),
    },
  )
  const acts = useActs({ source: source.id, content, book, codings, surface, draw })
  usePlaceInText(surface, { project, source: source.id, content, codings })
  useColleagues(surface, source.id)
  useAside(surface, { project, source: source.id, content })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a coding that is lit can go, or get another id, when the codings change
  useLayoutEffect(() => {
    mounted.current = surface
    setLit(surface?.lit() ?? null)
  }, [surface, codings])

  const lit = codings.find(({ id }) => id === litId)
  const words = selected ?? lit ?? null
  useEffect(() => {
    told.current = (pointing) => announce(toldOf(pointing, acts))
  })
  return {
    project,
    source,
    content,
    book,
    may,
    me,
    surface,
    doc,
    codings,
    shown,
    selected,
    standing,
    stand: setStanding,
    lit,
    words,
    onto: modes.spread?.spans ?? (words ? [{ start: words.start, end: words.end }] : []),
    modes,
    chosen,
    choose,
    finding,
    find,
    writing,
    write: (on) => {
      setWriting(on && { start: on.start, end: on.end })
      if (on) inspector.set(true)
    },
    inspector,
    codes,
    view,
    litCode,
    lightCode: (code) => {
      const found = shown.filter((one) => one.code === code)
      const name = book.get(code)?.name
      if (name && !found.length) return toast(m.coding_nothingCoded({ code: name }))
      surface?.lightCode(code || null)
      afterPaint(() => setLitCode(code))
      if (name) lookAt(surface, found, name)
    },
    back: () => {
      host.current?.querySelector<HTMLElement>('.turn[tabindex="0"]')?.focus({ preventScroll: true })
      if (selected) surface?.select(selected)
      surface?.markRanges('target', [])
    },
    acts,
  }
}

/** Goes to the first of some codings from here on, unless one is in sight, and says how many there are. */
function lookAt(surface: Surface | null, codings: readonly Coding[], name: string): void {
  announce(m.coding_codedHere({ code: name, codings: count(codings.length, 'coding') }))
  const top = surface?.top() ?? 0
  const first = firstFrom(codings, top)
  if (first && !(first.start < top && first.end > top)) void surface?.jump(first, { block: 'nearest' })
}

const isWriting = (): boolean => document.activeElement?.matches('input, textarea, [contenteditable=true]') ?? false
