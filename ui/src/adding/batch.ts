import type { QueryClient } from '@tanstack/react-query'
import type { TableRule } from '../api/names'
import { FileGone, Refusal, sentenceOf } from '../api/refusal'
import { stale } from '../data/stale'
import type { Progress } from '../data/upload'
import { announce } from '../kit/announce'
import { randomId } from '../kit/randomId'
import { type Candidate, candidateOf, isReady, isToTry, isTwin, next, renewed, stopped, unlisted } from './candidate'
import { keyOf, type Naming, type Voice } from './cast'
import { type Chosen, goneOf } from './gather'
import { BY_NAME, paired, related, retaken, unsentOf } from './list'
import { renamed, shared, spread, tied, unnamed, voicesBeside } from './naming'
import type { State } from './state'
import { spoken, tally } from './tally'
import { bring, look } from './work'

/** What can be tried otherwise when a file is read once more. */
type Reread = Partial<Pick<Candidate, 'charset' | 'password' | 'table'>>

/** The files that are being added to a project. It lives on when one goes to other pages. */
export class Batch {
  state: State = { files: [], strand: '', names: new Map() }
  private readonly listeners = new Set<() => void>()
  private readonly running = new Map<string, AbortController>()

  constructor(
    private readonly project: string,
    private readonly cache: QueryClient,
  ) {}

  subscribe = (tell: () => void) => {
    this.listeners.add(tell)
    return () => this.listeners.delete(tell)
  }

  /** Takes files into the list and begins to read them; says how many were there already. */
  async add(chosen: readonly Chosen[]): Promise<number> {
    const names = new Set(chosen.map(({ file }) => file.name))
    const unsent = this.state.files.flatMap((one) => unsentOf(one) ?? []).filter(({ name }) => names.has(name))
    const gone = await goneOf(unsent)
    const list = retaken(this.state.files, chosen, gone)
    const fresh = unlisted(chosen, list)
    const renewed = list.filter((one) => !this.state.files.includes(one)).length
    this.keep(paired([...list, ...fresh.map((one) => candidateOf(randomId(), one))]))
    return chosen.length - fresh.length - renewed
  }

  /** Puts another file in the place of one that went wrong. */
  renew(id: string, file: File): void {
    this.each((one) => (one.id === id ? renewed(one, { file }) : one))
    this.pump()
  }

  select = (selected: string) => this.set({ selected })
  setStrand = (strand: string) => this.set({ strand })
  change = (id: string, change: Partial<Candidate>) => this.each((one) => (one.id === id ? { ...one, ...change } : one))

  /** Reads a file again, perhaps in another way, or after it failed. */
  read(id: string, otherwise: Reread = {}): void {
    this.running.get(id)?.abort()
    this.change(id, { ...otherwise, stage: 'waiting', share: 0 })
    this.pump()
  }

  /** Tries a password on a file, or on all that ask for one. */
  unlock(id: string, password: string, all: boolean): void {
    const locked = this.state.files.filter((one) => one.id === id || (all && one.isLocked && one.stage === 'unread'))
    for (const one of locked) this.read(one.id, { password })
  }

  /** Reads the tables of these files by a rule. */
  tabulate(ids: readonly string[], table: TableRule): void {
    for (const id of ids) this.read(id, { table })
  }

  rename = (id: string, label: string, change: Partial<Omit<Naming, 'label'>>) =>
    this.set(renamed(this.state, id, label, change))
  tie = (id: string, label: string, to: Voice['tied']) => this.set(tied(this.state, id, label, to))
  /** Lets the names of a file hold for the others, or takes that back. */
  share = (id: string, sharing: boolean) => this.set(shared(this.state, id, sharing))
  /** Says who speaks under a label in all files. */
  nameAll = (naming: Naming) => this.set(spread(this.state, new Map([[keyOf(naming.label), naming]])))
  /** Takes back what was said about a label in all files. */
  unnameAll = (label: string) => this.set(unnamed(this.state, label))
  othersOf = (id: string) => voicesBeside(this.state, id)

  /** Adds all that is read and has a strand. */
  addReady(): void {
    this.each((one) => (isReady(one) && one.into ? { ...one, stage: 'queued', why: undefined, share: 0 } : one))
    this.pump()
  }

  /** Tries once more what went wrong with a file. */
  again(id: string): void {
    const one = this.file(id)
    if (one?.stage === 'unread') this.read(id)
    else this.change(id, { stage: 'queued', why: undefined, share: 0 })
    this.pump()
  }

  allAgain(): void {
    for (const one of this.state.files.filter(isToTry)) this.again(one.id)
  }

  /**
   * Adds no more and reads no more: what was never read is left out, what was being read once more stands as before.
   * What is on its way into the project still arrives.
   */
  cancel(): void {
    const files = this.state.files.map(stopped).filter((one) => one !== undefined)
    for (const { id, stage } of files) if (stage !== 'adding') this.running.get(id)?.abort()
    this.keep(files)
  }

  remove = (id: string) => this.keep(this.state.files.filter((one) => one.id !== id))
  /** Leaves out what is in the project or the list already. */
  removeTwins = () => this.keep(this.state.files.filter((one) => !isTwin(one)))
  /** Forgets what is added. */
  tidy = () => this.keep(this.state.files.filter(({ stage }) => stage !== 'added'))

  private keep(files: readonly Candidate[]): void {
    const ids = new Set(files.map(({ id }) => id))
    for (const [id, controller] of this.running) if (!ids.has(id)) controller.abort()
    const selected = this.state.selected && ids.has(this.state.selected) ? this.state.selected : files[0]?.id
    this.set({ files, selected })
    this.pump()
  }

  private file = (id: string) => this.state.files.find((one) => one.id === id)

  private each = (change: (one: Candidate) => Candidate) => this.set({ files: this.state.files.map(change) })

  private set(change: Partial<State>): void {
    const before = tally(this.state.files)
    const state = { ...this.state, ...change }
    if (!state.strand && state.files.some(({ found }) => found?.strand)) state.strand = BY_NAME
    this.state = { ...state, files: related(state.files, state.strand) }
    const said = spoken(before, tally(this.state.files))
    if (said) announce(said)
    for (const tell of this.listeners) tell()
  }

  private pump(): void {
    for (const one of next(this.state.files)) void (one.stage === 'queued' ? this.import(one) : this.preview(one))
  }

  private preview = (one: Candidate) =>
    this.run(one, 'sending', 'unread', (signal, progress) =>
      look(this.project, one, () => this.file(one.id)?.title, this.state.names, signal, progress),
    )

  private import = (one: Candidate) =>
    this.run(one, 'adding', one.source ? 'added' : 'refused', (signal, progress) =>
      bring(
        this.project,
        one,
        (source) => {
          this.change(one.id, source)
          stale(this.cache, this.project, ['sources', 'project', 'searches'])
        },
        signal,
        progress,
      ),
    )

  private async run(
    { id }: Candidate,
    during: 'sending' | 'adding',
    otherwise: Candidate['stage'],
    work: (signal: AbortSignal, progress: Progress) => Promise<Partial<Candidate>>,
  ): Promise<void> {
    const controller = new AbortController()
    const { signal } = controller
    this.running.set(id, controller)
    this.change(id, { stage: during, share: 0 })
    const progress: Progress = (share) => {
      if (!signal.aborted) this.change(id, { share, stage: during === 'sending' && share === 1 ? 'reading' : during })
    }
    try {
      const outcome = await work(signal, progress)
      if (!signal.aborted) this.change(id, outcome)
    } catch (error) {
      if (!signal.aborted) this.failed(id, otherwise, error)
    }
    if (this.running.get(id) === controller) this.running.delete(id)
    this.pump()
  }

  /** A source that is there stays added, though its recording may be missing. */
  private failed(id: string, otherwise: Candidate['stage'], error: unknown): void {
    const stage = this.file(id)?.source ? 'added' : otherwise
    const isLocked = error instanceof Refusal && 'password' in error.fields
    this.change(id, { stage, why: sentenceOf(error), isLocked, isGone: error instanceof FileGone })
  }
}
