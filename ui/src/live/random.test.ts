import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import type { Change, Entry, Passage } from '../api/names'
import { draw } from '../data/drawing'
import { upToDate } from '../data/entries'
import type { Gesture } from '../data/gesture'
import { patchPassages } from '../data/passages'
import { changesIn, passages } from '../data/sources'
import { applyEntries } from './apply'
import { dice } from './dice'

const at = '2026-11-23T10:00:00Z'
const words = ({ start, end }: { start: number; end: number }) => `${start} to ${end}`

interface Place {
  id: string
  source: string
  start: number
  end: number
  createdBy: string
  createdAt: string
}
interface Coding {
  id: string
  passage: string
  source: string
  code: string
  coder: string
  at: string
}

/** A source as a server keeps it, which does random gestures of two people and tells each as an entry. */
class Study {
  readonly passages = new Map<string, Place>()
  readonly codings = new Map<string, Coding>()
  readonly journal: Entry[] = []
  private made = 0
  private changes: Change[] = []

  constructor(private readonly roll: (below: number) => number) {}

  /** The source as it is read afresh. */
  read(): Passage[] {
    return [...this.passages.values()].map(({ source: _, ...place }) => ({
      ...place,
      text: words(place),
      codings: [...this.codings.values()]
        .filter(({ passage }) => passage === place.id)
        .map(({ id, code, coder, at }) => ({ id, code, coder, at })),
    }))
  }

  step(): void {
    const gestures = [this.code, this.code, this.code, this.uncode, this.recode, this.move, this.resize, this.join]
    const actor = this.pick(['amira', 'rukhsana'])
    this.changes = []
    this.pick(gestures).call(this, actor)
    if (this.changes.length) this.enter(actor, this.changes)
    if (this.roll(6) === 0) this.undo()
  }

  private enter(actor: string, changes: Change[]): void {
    this.journal.push({ seq: this.journal.length + 1, at, actor, verb: 'coded', changes })
  }

  private pick = <T>(list: readonly T[]): T => list[this.roll(list.length)] as T

  private set<T extends { id: string }>(kind: string, all: Map<string, T>, id: string, after: T | undefined): void {
    const before = all.get(id)
    this.changes.push({ kind, id, ...(before && { before }), ...(after && { after }) })
    if (after) all.set(id, after)
    else all.delete(id)
  }

  private place(by: string, start: number, end: number): Place {
    const there = [...this.passages.values()].find((p) => p.createdBy === by && p.start === start && p.end === end)
    if (there) return there
    const made = { id: `p${++this.made}`, source: 's', start, end, createdBy: by, createdAt: at }
    this.set('passage', this.passages, made.id, made)
    return made
  }

  private put(coding: Coding, passage: string, code: string): void {
    const all = [...this.codings.values()]
    const double = all.find((c) => c.id !== coding.id && c.passage === passage && c.code === code)
    this.set('coding', this.codings, coding.id, double ? undefined : { ...coding, passage, code })
    this.sweep(coding.passage)
  }

  private sweep(passage: string): void {
    const bare = ![...this.codings.values()].some((coding) => coding.passage === passage)
    if (bare && this.passages.has(passage)) this.set('passage', this.passages, passage, undefined)
  }

  private code(by: string): void {
    const start = this.roll(8)
    const { id: passage } = this.place(by, start, start + 1 + this.roll(3))
    const code = this.pick(['trust', 'luck', 'nerve'])
    if ([...this.codings.values()].some((c) => c.passage === passage && c.code === code)) return
    const id = `c${++this.made}`
    this.set('coding', this.codings, id, { id, passage, source: 's', code, coder: by, at })
  }

  private own = (by: string): Coding | undefined =>
    this.pick([...this.codings.values()].filter(({ coder }) => coder === by))

  private uncode(by: string): void {
    const coding = this.own(by)
    if (!coding) return
    this.set('coding', this.codings, coding.id, undefined)
    this.sweep(coding.passage)
  }

  private recode(by: string): void {
    const coding = this.own(by)
    const code = this.pick(['trust', 'luck', 'nerve'])
    if (coding && coding.code !== code) this.put(coding, coding.passage, code)
  }

  private move(by: string): void {
    const coding = this.own(by)
    if (coding) this.put(coding, this.place(by, this.roll(8), 12).id, coding.code)
  }

  private resize(by: string): void {
    const passage = this.passages.get(this.own(by)?.passage ?? '')
    if (!passage) return
    const [start, end] = [this.roll(8), 9 + this.roll(3)]
    const there = [...this.passages.values()].find((p) => p.createdBy === by && p.start === start && p.end === end)
    if (there && there.id !== passage.id) this.fold(passage, there)
    else this.set('passage', this.passages, passage.id, { ...passage, start, end })
  }

  private join(by: string): void {
    const [one, other] = [...this.passages.values()].filter(({ createdBy }) => createdBy === by)
    if (one && other) this.fold(other, one)
  }

  private fold(from: Place, into: Place): void {
    for (const coding of [...this.codings.values()].filter(({ passage }) => passage === from.id))
      this.put(coding, into.id, coding.code)
  }

  /** Takes the newest entry back, as the journal does: its changes the other way round, last first. */
  private undo(): void {
    const last = this.journal.at(-1)
    if (!last) return
    this.changes = []
    for (const { kind, id, before } of last.changes.toReversed()) {
      if (kind === 'passage') this.set(kind, this.passages, id, before as Place | undefined)
      else this.set(kind, this.codings, id, before as Coding | undefined)
    }
    this.enter(last.actor, this.changes)
  }
}

/** Without the order of what stands beside each other, which says nothing. */
const sorted = (list: readonly Passage[]) =>
  list
    .map((one) => ({ ...one, codings: one.codings.toSorted((a, b) => a.id.localeCompare(b.id)) }))
    .toSorted((a, b) => a.id.localeCompare(b.id))

const seeds = Array.from({ length: 40 }, (_, i) => i + 1)

describe('whatever two people do', () => {
  it.each(seeds)('what is heard of it ends as a fresh reading does (%i)', (seed) => {
    const roll = dice(seed)
    const study = new Study(roll)
    let list: Passage[] = []
    let heard = 0
    for (let i = 0; i < 150; i++) {
      study.step()
      if (roll(4)) continue
      const again = Math.max(0, heard - roll(3)) // some of it is told twice
      list = patchPassages(list, changesIn(study.journal.slice(again), 's'), words)
      heard = study.journal.length
      expect(sorted(list)).toEqual(sorted(study.read()))
    }
  })

  it.each(seeds)('what is heard while a list is read is not lost (%i)', async (seed) => {
    const roll = dice(seed)
    const study = new Study(roll)
    const project = `project ${seed}`
    const cache = new QueryClient()
    const { queryKey } = passages(project, 's')
    let told = 0
    const tell = () => {
      applyEntries(cache, project, study.journal.slice(told))
      told = study.journal.length
    }
    for (let i = 0; i < 60; i++) study.step()
    const list = await upToDate(
      project,
      async () => {
        const answer = study.read() // and while it is on its way, more is done and heard
        for (let i = 0; i < 20; i++) study.step()
        tell()
        return answer
      },
      (now, entries) => patchPassages(now, changesIn(entries, 's'), words),
    )
    cache.setQueryData(queryKey, list)
    expect(sorted(list)).toEqual(sorted(study.read()))
  })

  it.each(seeds)('what I have not sent yet stands on top of it, and the server’s own is untouched (%i)', (seed) => {
    const study = new Study(dice(seed))
    const add = { source: 's', start: 100, end: 104, code: 'mine' }
    const gesture: Gesture = { id: 'g', at, told: '', change: { do: 'batch', add: [add] } }
    let list: Passage[] = []
    for (let i = 0; i < 60; i++) {
      study.step()
      list = patchPassages(list, changesIn(study.journal.slice(-2), 's'), words)
      const drawn = draw(list, [gesture], { me: 'amira', source: 's', words })
      expect(drawn.filter(({ start }) => start === 100)).toHaveLength(1)
      expect(sorted(drawn.filter(({ start }) => start !== 100))).toEqual(sorted(study.read()))
    }
  })
})
