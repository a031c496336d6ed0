import type { QueryClient } from '@tanstack/react-query'
import { sentenceOf } from '../api/refusal'
import { importFile, preview } from '../data/adding'
import { stale } from '../data/stale'
import type { Progress } from '../data/upload'
import { announce } from '../kit/announce'
import { randomId } from '../kit/randomId'
import { type Candidate, isReady, next, titleOf, unlisted } from './candidate'
import {
  kept,
  labelOf,
  type Naming,
  named,
  namesIn,
  rulesOf,
  sharedIn,
  unnamedAgain,
  type Voice,
  voiceOf,
} from './cast'
import { spoken, tally } from './tally'

export interface State {
  files: readonly Candidate[]
  /** Where all go that don't say otherwise. */
  strand: string
  selected?: string
}

/** The files that are being added to a project. It lives on when one goes to other pages. */
export class Batch {
  state: State = { files: [], strand: '' }
  private readonly listeners = new Set<() => void>()
  private readonly running = new Map<string, AbortController>()
  /** Names that hold in all files, those still to be read too. */
  private readonly names = new Map<string, Naming>()

  constructor(
    private readonly project: string,
    private readonly cache: QueryClient,
  ) {}

  subscribe = (tell: () => void) => {
    this.listeners.add(tell)
    return () => this.listeners.delete(tell)
  }

  /** Takes files into the list and begins to read them; says how many were there already. */
  add(chosen: readonly File[]): number {
    const fresh = unlisted(chosen, this.state.files)
    const files = fresh.map<Candidate>((file) => ({
      id: randomId(),
      file,
      stage: 'waiting',
      share: 0,
      voices: [],
      title: titleOf(file.name),
      checked: false,
    }))
    this.set({ files: [...this.state.files, ...files], selected: this.state.selected ?? files[0]?.id })
    this.pump()
    return chosen.length - fresh.length
  }

  select = (selected: string) => this.set({ selected })
  setStrand = (strand: string) => this.set({ strand })
  change = (id: string, change: Partial<Candidate>) => this.each((one) => (one.id === id ? { ...one, ...change } : one))

  /** Reads a file again, in another character set or after it failed. */
  read(id: string, charset = this.file(id)?.charset): void {
    this.running.get(id)?.abort()
    this.change(id, { stage: 'waiting', charset, why: undefined, share: 0 })
    this.pump()
  }

  rename(id: string, label: string, change: Partial<Naming>): void {
    const file = this.file(id)
    if (!file) return
    const voices = file.voices.map<Voice>((one) => (labelOf(one) === label ? { ...one, ...change, by: 'hand' } : one))
    this.change(id, { voices })
    const renamed = voices.filter((one) => labelOf(one) === label)
    if (file.sharing ?? renamed.some((one) => one.moderator)) this.spread(id, renamed)
  }

  /** Lets the names of a file hold for the others, or takes that back. */
  share(id: string, sharing: boolean): void {
    const file = this.file(id)
    if (!file) return
    this.change(id, { sharing })
    if (sharing) this.spread(id, sharedIn(file.voices, this.othersOf(id)))
    else this.unspread(id, file)
  }

  private unspread(id: string, file: Candidate): void {
    const labels = new Set(namesIn(file.voices).keys())
    for (const label of labels) this.names.delete(label)
    this.each((one) => (one.id === id ? one : { ...one, voices: unnamedAgain(one.voices, labels) }))
  }

  othersOf = (id: string) =>
    this.state.files.filter((one) => one.id !== id && one.stage !== 'added').map(({ voices }) => voices)

  private spread(from: string, voices: readonly Voice[]): void {
    for (const [label, naming] of namesIn(voices)) this.names.set(label, naming)
    this.each((one) => (one.id === from || !isReady(one) ? one : { ...one, voices: named(one.voices, this.names) }))
  }

  /** Adds all that is read. */
  addReady(): void {
    this.each((one) => (isReady(one) ? { ...one, stage: 'queued', why: undefined, share: 0 } : one))
    this.pump()
  }

  /** Tries once more to add a file. */
  addAgain(id: string): void {
    this.change(id, { stage: 'queued', why: undefined, share: 0 })
    this.pump()
  }

  /** Leaves out what is not read and adds no more; what is on its way into the project still arrives. */
  cancel(): void {
    const files = this.state.files
      .filter(({ stage }) => stage !== 'waiting' && stage !== 'sending' && stage !== 'reading')
      .map<Candidate>((one) => (one.stage === 'queued' ? { ...one, stage: 'read' } : one))
    this.keep(files)
  }

  remove = (id: string) => this.keep(this.state.files.filter((one) => one.id !== id))
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
    this.state = { ...this.state, ...change }
    const said = spoken(before, tally(this.state.files))
    if (said) announce(said)
    for (const tell of this.listeners) tell()
  }

  private pump(): void {
    for (const one of next(this.state.files)) void (one.stage === 'queued' ? this.import(one) : this.preview(one))
  }

  private preview = (one: Candidate) =>
    this.run(one, 'sending', 'unread', async (signal, progress) => {
      const found = await preview(this.project, one.file, { charset: one.charset }, signal, progress)
      const voices = named((found.speakers ?? []).map(voiceOf), this.names)
      const title = this.file(one.id)?.title
      const untitled = !title || title === titleOf(one.file.name)
      return {
        stage: 'read',
        found,
        voices: kept(voices, one.voices),
        title: untitled ? found.title || titleOf(one.file.name) : title,
      }
    })

  private import = (one: Candidate) =>
    this.run(one, 'adding', 'refused', async (signal, progress) => {
      const { file, title, charset, voices } = one
      const options = { charset, speakers: rulesOf(voices) }
      const strand = one.strand ?? this.state.strand
      const { id: source } = await importFile(this.project, { file, title, strand, options }, signal, progress)
      stale(this.cache, this.project, ['sources', 'project', 'searches'])
      return { stage: 'added', source }
    })

  private async run(
    { id }: Candidate,
    during: 'sending' | 'adding',
    otherwise: 'unread' | 'refused',
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
      if (!signal.aborted) this.change(id, { stage: otherwise, why: sentenceOf(error) })
    }
    if (this.running.get(id) === controller) this.running.delete(id)
    this.pump()
  }
}
