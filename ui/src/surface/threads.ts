import { type Coding, inTextOrder, smallestFirst } from './coding'
import { assignLanes, firstFree } from './lanes'
import type { Transcript } from './transcript'

/**
 * Two brackets in one lane must not meet on one line. A line holds fewer code points than this at every width,
 * so lanes don't depend on the layout and stay while the window changes.
 */
const LINE = 90

/** A coding as it is drawn: one lane of the margin, a part in every turn it touches. */
export interface Thread {
  coding: Coding
  lane: number
}

/** What of a thread lies in one turn; start and end are UTF-16 offsets in it. */
export interface Part {
  thread: Thread
  start: number
  end: number
  first: boolean
  last: boolean
}

type Filter = (coding: Coding) => boolean

const everything: Filter = () => true

/** The codings of a source that are shown, by turn. Every change returns the turns it touched. */
export class Threads {
  private readonly all = new Map<string, Coding>()
  private readonly shown = new Map<string, Thread>()
  private byTurn: Part[][] = []
  private filter: Filter = everything
  /** The lanes that codings had before some were hidden, to come back to. */
  private homes = new Map<Coding, number>()

  constructor(private readonly transcript: Transcript) {}

  get(id: string): Thread | undefined {
    return this.shown.get(id)
  }

  parts(turn: number): readonly Part[] {
    return this.byTurn[turn] ?? []
  }

  /** The codings shown, in no order. */
  codings(): Coding[] {
    return Array.from(this.shown.values(), (thread) => thread.coding)
  }

  /** The codings shown, in text order. */
  inOrder(): Coding[] {
    return this.codings().sort(inTextOrder)
  }

  /** The codings at a position, smallest first. */
  at(position: number): Coding[] {
    const here = this.parts(this.transcript.turnAt(position)).map((part) => part.thread.coding)
    return here.filter((c) => c.start <= position && position < c.end).sort(smallestFirst)
  }

  /** The neighbour of a coding in text order; of none that is shown, the first at or after a position, or the last before it. */
  next(id: string | null, position: number, direction: 1 | -1): Coding | null {
    const order = this.inOrder()
    const at = order.findIndex((coding) => coding.id === id)
    if (at >= 0) return order[at + direction] ?? null
    const after = order.find((coding) => coding.start >= position)
    const before = order.findLast((coding) => coding.start < position)
    return (direction > 0 ? after : before) ?? null
  }

  /** Shows only some codings, in lanes of their own; when all are shown again, each is where it was. */
  setFilter(filter: Filter | null): void {
    if (this.filter === everything) this.homes = new Map(Array.from(this.shown.values(), (t) => [t.coding, t.lane]))
    this.filter = filter ?? everything
    if (filter) this.weave()
    else this.restore()
  }

  /** Takes a whole list. A few changes keep the lanes of the rest; null when everything was laid anew. */
  set(codings: readonly Coding[]): Set<number> | null {
    const next = new Map(codings.map((coding) => [coding.id, coding]))
    const gone = [...this.all.keys()].filter((id) => !next.has(id))
    const come = codings.filter((coding) => !same(this.all.get(coding.id), coding))
    if (gone.length + come.length <= 200 && this.all.size) return this.change(gone, come)
    this.all.clear()
    for (const coding of codings) this.all.set(coding.id, coding)
    this.weave()
    return null
  }

  add(coding: Coding): Set<number> {
    const touched = this.all.has(coding.id) ? this.remove(coding.id) : new Set<number>()
    this.all.set(coding.id, coding)
    if (!this.filter(coding)) return touched
    const thread = { coding, lane: this.freeLane(coding) }
    return this.lay(thread, touched)
  }

  remove(id: string): Set<number> {
    const thread = this.shown.get(id)
    this.all.delete(id)
    this.shown.delete(id)
    return thread ? this.unlay(thread) : new Set()
  }

  /** Puts a coding in the place of another (the server's for an optimistic one); where it is the same, it keeps its lane. */
  replace(id: string, coding: Coding): Set<number> {
    const thread = this.shown.get(id)
    const moved = thread && (thread.coding.start !== coding.start || thread.coding.end !== coding.end)
    const double = coding.id !== id && this.all.has(coding.id)
    if (!thread || moved || double || !this.filter(coding)) return union(this.remove(id), this.add(coding))
    this.all.delete(id)
    this.shown.delete(id)
    this.all.set(coding.id, coding)
    thread.coding = coding
    this.shown.set(coding.id, thread)
    return new Set(this.turnsTouched(coding))
  }

  private change(gone: readonly string[], come: readonly Coding[]): Set<number> {
    const touched = new Set<number>()
    for (const id of gone) union(touched, this.remove(id))
    for (const coding of come)
      union(touched, this.all.has(coding.id) ? this.replace(coding.id, coding) : this.add(coding))
    return touched
  }

  private weave(): void {
    const codings = [...this.all.values()].filter(this.filter)
    const lanes = assignLanes(codings, (coding) => this.reach(coding))
    this.shown.clear()
    this.byTurn = []
    for (const [coding, lane] of lanes) this.lay({ coding, lane }, new Set())
  }

  private restore(): void {
    this.shown.clear()
    this.byTurn = []
    const [known, come] = [[] as Coding[], [] as Coding[]]
    for (const coding of this.all.values()) (this.homes.has(coding) ? known : come).push(coding)
    for (const coding of known) this.lay({ coding, lane: this.homes.get(coding) ?? 0 }, new Set())
    for (const coding of come) this.lay({ coding, lane: this.freeLane(coding) }, new Set())
  }

  private lay(thread: Thread, touched: Set<number>): Set<number> {
    const { coding } = thread
    this.shown.set(coding.id, thread)
    const turns = this.turnsTouched(coding)
    for (const turn of turns) {
      const start = this.transcript.offsetIn(turn, coding.start)
      const end = this.transcript.offsetIn(turn, coding.end)
      const part = { thread, start, end, first: turn === turns[0], last: turn === turns.at(-1) }
      const parts = this.byTurn[turn]
      if (parts) parts.push(part)
      else this.byTurn[turn] = [part]
      touched.add(turn)
    }
    return touched
  }

  private unlay(thread: Thread): Set<number> {
    const touched = new Set(this.turnsTouched(thread.coding))
    for (const turn of touched) this.byTurn[turn] = this.parts(turn).filter((part) => part.thread !== thread)
    return touched
  }

  /** The turns of a coding that is shown. */
  turnsOf(id: string): number[] {
    const thread = this.shown.get(id)
    return thread ? this.turnsTouched(thread.coding) : []
  }

  private turnsTouched(coding: Coding): number[] {
    const [first, last] = this.transcript.turnsOf(coding)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  }

  private reach({ end }: Coding): number {
    const turn = this.transcript.turn(this.transcript.turnAt(end - 1))
    return Math.max(end, Math.min(end + LINE, turn.end))
  }

  private freeLane(coding: Coding): number {
    const taken = new Set<number>()
    for (const turn of this.turnsTouched(coding)) {
      for (const { thread } of this.parts(turn)) if (this.meet(thread.coding, coding)) taken.add(thread.lane)
    }
    return firstFree(taken)
  }

  private meet(a: Coding, b: Coding): boolean {
    return a.start < this.reach(b) && b.start < this.reach(a)
  }
}

function same(a: Coding | undefined, b: Coding): boolean {
  return (
    a !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.code === b.code &&
    a.coder === b.coder &&
    a.passage === b.passage
  )
}

function union<T>(into: Set<T>, from: Iterable<T>): Set<T> {
  for (const each of from) into.add(each)
  return into
}
