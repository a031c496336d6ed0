import { isAway, isSignedOut, Refusal, Unreachable } from '../api/refusal'
import { randomId } from '../kit/randomId'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { dated, type Gesture, type HandChange, type Ids, isUnknown, withIds } from './gesture'
import type { Kept } from './kept'

/*
 * What hands do goes through here. A gesture of coding (gesture.ts) is put in, drawn at once over what the server has
 * (drawing.ts, usePassages), kept on this computer, and sent when its turn comes:
 *
 *     const change = useChangeCodings(project)                      // data/useOutbox.ts
 *     const { seq } = await change({ told: '‘Trust’ on “my cousin came back”', change: { do: 'batch', add: [...] } })
 *
 * The promise is kept when the server has it, and broken with a Refusal when it will not have it. Without a
 * connection the promise waits; the gesture survives a reload and a closed tab, the promise doesn't. So say what was
 * done when the hand does it, and use the promise for the way back only.
 *
 * What is done to the codebook and to memos goes to the server by itself, so that a form can tell a refusal; it comes
 * here when there is no connection (`atOnce`; data/atOnce.ts).
 */

/** What the server said: the journal number (0 when nothing changed), and the ids of what was drawn before. */
export interface Answer {
  seq: number
  ids: Ids
}

/** A gesture that can't be done any more, and why. */
export interface Refused extends Gesture {
  why: string
}

/** Where a gesture waits: on its way, for a connection, or for someone to sign in. */
export type Waiting = 'nothing' | 'sending' | 'connection' | 'sign-in'

/** What is on this computer only. */
export interface Outgoing {
  gestures: readonly Gesture[]
  /** What they draw, and what is being asked of the server; the same list for as long as it draws the same. */
  drawn: readonly Gesture[]
  refused: readonly Refused[]
  waiting: Waiting
  /** False when the browser keeps nothing, so that closing the page loses what waits. */
  safe: boolean
}

/** The most gestures that are kept on this computer. */
export const MOST = 2000

/** How often a server that answers with its own errors is asked again before the gesture is given up. */
const ERRORS = 5

/** How long until the next try, in ms. */
const pause = (times: number): number => Math.min(1000 * 2 ** times, 10_000)

export interface Post {
  /** The revision of the text of a source, or of one with a coding in it, as it is on the screen. */
  revisionOf(of: string): number | undefined
  /** Sends a gesture. */
  send(gesture: Gesture): Promise<Answer>
  /** Takes back what the server has just done; 0 when it had done it before, as the newest of mine. */
  undo(seq: number): Promise<unknown>
  /** Hears of what the server has done, before the gesture is forgotten. */
  arrived(gesture: Gesture, answer: Answer): void
}

/** That a gesture was sent changes nothing on the screen. */
const drawsSame = (a: readonly Gesture[], b: readonly Gesture[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => one.change === b[i]?.change && Boolean(one.takenBack) === Boolean(b[i]?.takenBack))

const full = () => new Refusal(507, m.together_full({ n: figure(MOST) }))

const unmade = () => new Refusal(404, m.together_unmade())

let count = 0

/** Ids that sort by when they were made. */
const nextId = (): string =>
  [Date.now().toString(36).padStart(9, '0'), (++count).toString(36).padStart(4, '0'), randomId().slice(0, 8)].join('-')

type Promised = { keep: (answer: Answer) => void; break: (error: unknown) => void }

/** The gestures of one person in one project that the server does not have yet, in order. */
export class Outbox {
  private now: Outgoing = { gestures: [], drawn: [], refused: [], waiting: 'nothing', safe: true }
  private ids: Record<string, string> = {}
  private undone: (Gesture | 'server')[] = []
  /** What is being asked of the server, drawn but not kept. */
  private asked: Gesture[] = []
  private turn: Promise<unknown> = Promise.resolve()
  private readonly promised = new Map<string, Promised>()
  private readonly listeners = new Set<() => void>()
  private draining = false
  private woken = false
  private times = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  /** `kept` is the place on this computer for this person and project. */
  constructor(
    private readonly kept: Kept,
    private readonly post: Post,
  ) {
    this.read()
  }

  outgoing = (): Outgoing => this.now

  subscribe = (tell: () => void): (() => void) => {
    this.listeners.add(tell)
    return () => this.listeners.delete(tell)
  }

  /** Takes a gesture. Refuses it when no more can be kept. */
  put(told: string, change: HandChange): Promise<Answer> {
    return this.take(this.made(told, change))
  }

  private made<C extends HandChange>(told: string, change: C): Gesture & { change: C } {
    this.undone = []
    const known = dated(withIds(change, this.ids), this.post.revisionOf)
    return { id: nextId(), at: new Date().toISOString(), told, change: known }
  }

  /**
   * Has the server make a change, drawn meanwhile; what it refuses is thrown, and nothing is left. While it can't be
   * reached, or others wait to be sent, the change is kept like a gesture, and there is no answer.
   */
  atOnce<C extends HandChange, A extends { seq: number }>(
    told: string,
    change: C,
    ask: (change: C) => Promise<A>,
  ): Promise<A | undefined> {
    const gesture = this.made(told, change)
    this.asked.push(gesture)
    this.set({})
    const turn = this.turn.then(() => this.askOrKeep(gesture, ask))
    this.turn = turn.catch(() => {}) // who asked is told; the next goes on
    return turn
  }

  private async askOrKeep<C extends HandChange, A extends { seq: number }>(
    asked: Gesture & { change: C },
    ask: (change: C) => Promise<A>,
  ): Promise<A | undefined> {
    await this.settled()
    const gesture = { ...asked, change: withIds(asked.change, this.ids) }
    const first = !this.now.gestures.length
    try {
      const answer = first ? await ask(gesture.change) : undefined
      if (answer) this.post.arrived(gesture, { seq: answer.seq, ids: {} })
      else this.keep({ ...gesture, id: nextId() })
      return answer
    } catch (error) {
      if (!isAway(error)) throw error
      this.keep({ ...gesture, id: nextId(), sent: true })
      return undefined
    } finally {
      this.asked = this.asked.filter((one) => one !== asked)
      this.set({})
    }
  }

  /** Keeps a gesture whose refusal is told with the others. */
  private keep(gesture: Gesture): void {
    if (this.now.gestures.length >= MOST) throw full()
    this.take(gesture).catch(() => {})
  }

  private take(gesture: Gesture): Promise<Answer> {
    if (this.now.gestures.length >= MOST) return Promise.reject(full())
    const safe = this.kept.write('waiting', gesture)
    this.set({ gestures: [...this.now.gestures, gesture], safe: this.now.safe && safe })
    const answer = new Promise<Answer>((keep, broken) => this.promised.set(gesture.id, { keep, break: broken }))
    void this.drain()
    return answer
  }

  /** Takes back the newest gesture that waits, and gives it; nothing when none waits. */
  takeBack(): Gesture | undefined {
    const last = this.now.gestures.findLast(({ takenBack }) => !takenBack)
    if (!last) return undefined
    this.undone.push(last)
    if (last.sent) this.change({ ...last, takenBack: true })
    else this.drop(last)
    return last
  }

  /** Notes that an undo went to the server, so that a redo goes there too. */
  tookBackThere(): void {
    this.undone.push('server')
  }

  /** Does again what was taken back last and waits here; nothing when that is for the server to do. */
  doAgain(): Gesture | undefined {
    const last = this.undone.pop()
    if (!last || last === 'server') return undefined
    const waits = this.gesture(last.id)
    if (waits) this.change({ ...waits, takenBack: false })
    else if (last.sent) return undefined
    else this.take({ ...last, id: nextId() }).catch(() => {}) // a refusal is told with the others
    return last
  }

  /** Waits until nothing is on its way; at once when there is no connection. */
  async settled(): Promise<void> {
    while (this.now.gestures.length && (this.now.waiting === 'nothing' || this.now.waiting === 'sending')) {
      await new Promise<void>((done) => {
        const stop = this.subscribe(() => {
          stop()
          done()
        })
      })
    }
  }

  /** Forgets a refusal that was read. */
  forget(id: string): void {
    this.kept.remove('refused', id)
    this.set({ refused: this.now.refused.filter((one) => one.id !== id) })
  }

  /** Tries at once: the connection is back, or someone has signed in. */
  wake = (): void => {
    clearTimeout(this.timer)
    this.woken = true
    void this.drain()
  }

  /** Reads anew what is kept: another tab may have sent or added something. */
  read = (): void => {
    const gestures = this.now.safe ? this.kept.list<Gesture>('waiting').map(this.known) : this.now.gestures
    const left = new Set(gestures.map(({ id }) => id))
    for (const { id } of this.now.gestures) if (!left.has(id)) this.keepPromise(id, { seq: 0, ids: {} })
    this.set({ gestures, refused: this.kept.list<Refused>('refused') })
  }

  /** The same object for what was read before and has not changed. */
  private known = (read: Gesture): Gesture => {
    const one = this.gesture(read.id)
    return one && JSON.stringify(one) === JSON.stringify(read) ? one : read
  }

  private set(next: Partial<Outgoing>): void {
    const { drawn } = this.now
    this.now = { ...this.now, ...next }
    const all = this.asked.length ? [...this.now.gestures, ...this.asked] : this.now.gestures
    this.now.drawn = drawsSame(drawn, all) ? drawn : all
    for (const tell of [...this.listeners]) tell()
  }

  private async drain(): Promise<void> {
    if (this.draining) {
      this.woken = true // or what comes while the last one leaves would be left behind
      return
    }
    this.draining = true
    try {
      await this.kept.alone(async () => {
        this.read()
        do {
          this.woken = false
          while (this.now.gestures.length && (await this.sendFirst()));
        } while (this.woken)
      })
    } finally {
      this.draining = false
      if (!this.now.gestures.length) this.set({ waiting: 'nothing' })
      else if (this.woken) void this.drain()
    }
  }

  /** Whether to go on with the next. */
  private async sendFirst(): Promise<boolean> {
    const [first] = this.now.gestures as [Gesture]
    if (isUnknown(first.change)) return this.refuse(first, unmade())
    this.change({ ...first, sent: true })
    this.set({ waiting: 'sending' })
    try {
      const answer = await this.post.send(first)
      if (this.gesture(first.id)?.takenBack) await this.post.undo(answer.seq)
      this.arrived(first.id, answer)
      this.times = 0
      return true
    } catch (error) {
      return this.failed(first, error)
    }
  }

  private arrived(id: string, answer: Answer): void {
    const gesture = this.gesture(id)
    Object.assign(this.ids, answer.ids)
    if (gesture && !gesture.takenBack) this.post.arrived(gesture, answer)
    for (const later of this.now.gestures) {
      const change = withIds(later.change, answer.ids)
      if (JSON.stringify(change) !== JSON.stringify(later.change)) this.change({ ...later, change })
    }
    if (gesture) this.drop(gesture)
    this.keepPromise(id, answer)
  }

  private gesture = (id: string): Gesture | undefined => this.now.gestures.find((one) => one.id === id)

  private failed(gesture: Gesture, error: unknown): boolean {
    if (isSignedOut(error)) return this.wait('sign-in')
    const itsFault = error instanceof Refusal && error.status >= 500
    if (error instanceof Unreachable || (itsFault && this.times < ERRORS)) {
      this.timer = setTimeout(this.wake, pause(this.times++))
      return this.wait('connection')
    }
    this.times = 0
    return this.refuse(gesture, error)
  }

  private wait(waiting: Waiting): boolean {
    this.set({ waiting })
    return false
  }

  private refuse(gesture: Gesture, error: unknown): boolean {
    const refused = { ...gesture, why: error instanceof Error ? error.message : String(error) }
    if (!gesture.takenBack) {
      this.kept.write('refused', refused)
      this.set({ refused: [...this.now.refused, refused] })
    }
    this.drop(gesture)
    this.promised.get(gesture.id)?.break(error)
    this.promised.delete(gesture.id)
    return true
  }

  private keepPromise(id: string, answer: Answer): void {
    this.promised.get(id)?.keep(answer)
    this.promised.delete(id)
  }

  private change(gesture: Gesture): void {
    this.kept.rewrite('waiting', gesture)
    this.set({ gestures: this.now.gestures.map((one) => (one.id === gesture.id ? gesture : one)) })
  }

  private drop({ id }: Gesture): void {
    this.kept.remove('waiting', id)
    this.set({ gestures: this.now.gestures.filter((one) => one.id !== id) })
  }
}
