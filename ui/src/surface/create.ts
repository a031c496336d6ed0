import { Borders } from './borders'
import { lanesIn } from './brackets'
import { type Span, smallestFirst } from './coding'
import { Density } from './density'
import { listen } from './gestures'
import { Gutter } from './gutter'
import { Handles } from './handles'
import { hands } from './hands'
import { Labels } from './labels'
import { Lighting } from './lighting'
import { Margin } from './margin'
import { Marks } from './marks'
import { Notes } from './notes'
import { Painter } from './painter'
import { Palette } from './palette'
import { Pointer } from './pointing'
import { Roving } from './roving'
import { Rows } from './rows'
import { Scrolling } from './scroll'
import { Selecting } from './selection'
import type { Surface, SurfaceOptions } from './surface'
import { Threads } from './threads'
import { Transcript } from './transcript'
import { Voice } from './voice'
import { words } from './words'

/** Builds the rows of a text in a host and keeps its codings painted. */
export function createSurface(host: HTMLElement, options: SurfaceOptions): Surface {
  const ended = new AbortController()
  const scroller = options.scroller ?? scrollerOf(host)
  const transcript = new Transcript(options.text, options.turns)
  host.classList.add('surface')
  host.classList.toggle('linear', options.linear ?? false)
  host.classList.toggle(
    'nobody',
    options.turns.every((turn) => !turn.speaker && turn.fromMs === undefined),
  )
  const rows = new Rows(host, transcript)
  const borders = new Borders(transcript, options.language)
  const palette = new Palette(options.codes, options.coders)
  const threads = new Threads(transcript)
  const marks = new Marks(transcript)
  const voice = new Voice(threads, palette, words)
  const selecting = new Selecting(host, transcript, rows, borders)
  const scrolling = new Scrolling(scroller, transcript, rows, (span) => selecting.range(span))
  const gutter = new Gutter(rows, transcript, words)
  const notes = new Notes(transcript, words, (note) => options.onMemos?.(note))
  const lanes = options.lanes ?? 9
  threads.set(options.codings ?? [])
  const handles = new Handles(transcript, palette, words, () => hand.held())

  const painter = new Painter({
    scroller,
    rows,
    threads,
    marks,
    notes,
    palette,
    voice,
    margin: new Margin(palette, new Labels(palette, words)),
    handles,
    lanes,
    onReady() {
      options.onReady?.()
      voice.describeAll(rows.rows)
    },
  })
  const density =
    options.density &&
    new Density(options.density, { scroller, transcript, threads, palette, scrolling, words }, ended.signal)
  const mark = (name: string, ranges: readonly Span[]) => painter.marksChanged(marks.set(name, ranges))
  const lighting = new Lighting(host, palette, threads, painter, {
    chosen: () => mark('target', []),
    changed: (id) => {
      hand.lit(id)
      options.onLight?.(id)
    },
    shown: () => density?.stale(),
  })
  const roving = new Roving(scroller, rows, scrolling, (turn) => {
    painter.setCurrent(turn)
    options.onTurnFocus?.(turn)
  })
  const pointer = new Pointer(rows, painter, lighting)
  listen(
    { host, scroller, transcript, rows, selecting, scrolling, lighting, pointer, roving },
    {
      onSelect: (selected) => options.onSelect?.(selected),
      onPointCodings: (pointing) => options.onPointCodings?.(pointing),
      onScroll: (position) => options.onScroll?.(position),
    },
    ended.signal,
  )
  const changed = (turns: Set<number> | null) => {
    if (turns) painter.turnsChanged(turns)
    else {
      painter.relayout()
      voice.describeAll(rows.rows)
    }
    density?.stale()
  }
  const hand = hands(
    {
      host,
      scroller,
      transcript,
      rows,
      borders,
      threads,
      painter,
      lighting,
      pointer,
      selecting,
      scrolling,
      handles,
      mark,
    },
    options,
    ended.signal,
  )
  document.fonts?.ready.then(() => {
    if (ended.signal.aborted) return
    rows.estimate()
    painter.relayout()
  })

  const surface: Surface = {
    setCodings(codings) {
      changed(threads.set(codings))
      const { coding } = lighting
      if (coding && !threads.get(coding)) lighting.replaced(coding, null)
    },
    addCoding: (coding) => changed(threads.add(coding)),
    removeCoding(id) {
      changed(threads.remove(id))
      lighting.replaced(id, null)
    },
    replaceCoding(id, coding) {
      if (id !== coding.id) hand.settle(id)
      changed(threads.replace(id, coding))
      lighting.replaced(id, coding.id)
    },
    setCodes(codes) {
      palette.codes = codes
      painter.redraw()
      voice.describeAll(rows.rows)
    },
    setCoders(coders) {
      palette.coders = coders
      painter.redraw()
    },
    setFilter(filter, codes = []) {
      threads.setFilter(filter)
      painter.relayout()
      density?.show(codes)
      voice.describeAll(rows.rows)
    },
    setNumbers: (on) => gutter.number(on),
    setBookmarks(list) {
      gutter.bookmark(list)
      density?.mark(list.map(({ position }) => position))
    },
    setColleagues: (list) => gutter.meet(list),
    setMemos: (list) => painter.turnsChanged(notes.set(list)),
    setMargin(width) {
      if (width) host.style.setProperty('--brackets', `${width}px`)
      else host.style.removeProperty('--brackets')
      painter.allow(width ? lanesIn(width) : lanes)
    },
    setLinear: (linear) => void host.classList.toggle('linear', linear),
    light: (coding) => lighting.choose(coding ? { coding } : {}),
    lightCode: (code) => lighting.choose(code ? { code } : {}),
    point: (coding) => lighting.point(coding),
    lit: () => lighting.coding,
    markRanges: mark,
    jump(range, { lit, block = 'third' } = {}) {
      if (typeof lit === 'string') surface.light(lit)
      if (lit === true) mark('target', [range])
      return scrolling.to(range, block)
    },
    selection: () => selecting.current(),
    caret() {
      const position = selecting.caret()
      return position === null ? null : borders.wordStart(position)
    },
    select(range) {
      selecting.select(range)
      options.onSelect?.(selecting.current())
    },
    clearSelection: () => selecting.clear(),
    extendSelection(unit, direction) {
      const row = selecting.extend(unit, direction, roving.current)
      scrolling.show(row.el.getBoundingClientRect())
    },
    resizeLit: (side, direction) => hand.resizeLit(side, direction),
    turns: (range) => borders.turns(range),
    codingsAt: (position) => threads.at(position),
    stepCoding(direction) {
      const next = threads.next(lighting.coding, scrolling.top(), direction)
      if (next) void surface.jump(next, { lit: next.id, block: 'nearest' })
      return next
    },
    stepStack() {
      const codings = threads.parts(roving.current).map((part) => part.thread.coding)
      return pointer.take({ row: rows.row(roving.current), codings: codings.sort(smallestFirst), what: 'words' })
    },
    focusTurn: (turn) => roving.focus(turn),
    currentTurn: () => roving.current,
    top: () => scrolling.top(),
    relayout() {
      rows.estimate()
      painter.relayout()
      density?.stale()
    },
    destroy() {
      hand.settle()
      ended.abort()
      voice.stop()
      painter.destroy()
      rows.remove()
      host.classList.remove('surface', 'linear', 'nobody', 'has-lit')
    },
  }
  return surface
}

function scrollerOf(host: HTMLElement): HTMLElement {
  for (let el: HTMLElement | null = host; el; el = el.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(el).overflowY)) return el
  }
  return host
}
