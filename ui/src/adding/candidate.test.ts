import { describe, expect, it } from 'vitest'
import type { Preview } from '../api/names'
import {
  type Candidate,
  doubts,
  isUnsure,
  next,
  nextToCheck,
  type Stage,
  stopped,
  titleOf,
  unlisted,
} from './candidate'
import { voiceOf } from './cast'
import { spoken, tally } from './tally'

let count = 0
const file = (stage: Stage, change: Partial<Candidate> = {}): Candidate => {
  const id = `f${++count}`
  return {
    id,
    file: new File(['words'], `${id}.txt`, { lastModified: 1 }),
    folder: '',
    into: 'strand',
    stage,
    share: 0,
    voices: [],
    title: id,
    checked: false,
    ...change,
  }
}
const found = (...warnings: string[]) => ({ warnings, speakers: [], first: [] }) as unknown as Preview
const doubtful = () => file('read', { found: found('No speakers: read as 3 paragraphs.') })

describe('the queue', () => {
  it('sends two files at a time', () => {
    const files = [file('waiting'), file('waiting'), file('waiting')]
    expect(next(files)).toEqual(files.slice(0, 2))
    expect(next([file('sending'), ...files])).toEqual(files.slice(0, 1))
    expect(next([file('reading'), file('adding'), ...files])).toEqual([])
  })

  it('adds before it reads', () => {
    const queued = file('queued')
    expect(next([file('adding'), file('waiting'), queued])).toEqual([queued])
  })

  it('leaves alone what is read, added or can’t be read', () => {
    expect(next([file('read'), file('added'), file('unread'), file('refused')])).toEqual([])
  })
})

describe('cancelling the rest', () => {
  it('leaves out what was never read, and takes nothing out of the queue', () => {
    expect([file('waiting'), file('sending'), file('reading')].map(stopped)).toEqual([undefined, undefined, undefined])
    expect(stopped(file('queued'))).toMatchObject({ stage: 'read' })
    expect(stopped(file('queued', { source: 's' }))).toMatchObject({ stage: 'added' })
  })

  it('puts what was being read once more back to how it stood', () => {
    const asRead = { charset: 'windows-1252', password: undefined, table: undefined }
    const again = file('reading', { found: found(), charset: 'macintosh', asRead })
    expect(stopped(again)).toMatchObject({ stage: 'read', charset: 'windows-1252' })
    const locked = file('sending', { why: 'It asks for a password.', isLocked: true, password: 'x' })
    expect(stopped(locked)).toMatchObject({ stage: 'unread', why: 'It asks for a password.', isLocked: true })
  })

  it('lets alone what is on its way into the project, and what is done', () => {
    for (const stage of ['adding', 'added', 'read', 'unread', 'refused'] as const) {
      const one = file(stage)
      expect(stopped(one)).toBe(one)
    }
  })
})

describe('what to check', () => {
  it('is what the server warns of, and speakers without a name', () => {
    const voices = [voiceOf({ labels: ['?'], name: '?', turns: 1, moderator: false })]
    expect(doubts(file('read', { voices, found: found('Look here.') }))).toEqual(['1 speaker to name', 'Look here.'])
  })

  it('goes round the list and leaves out what was checked', () => {
    const [first, checked, last] = [doubtful(), { ...doubtful(), checked: true }, doubtful()]
    const files = [first, file('read'), checked, last]
    expect(nextToCheck(files, first.id)).toBe(last)
    expect(nextToCheck(files, last.id)).toBe(first)
    expect(nextToCheck([first], first.id)).toBeUndefined()
  })

  it('opens the choice of character sets only where the file leaves it open', () => {
    expect(isUnsure(doubtful())).toBe(false)
    expect(isUnsure(file('read', { found: found("The file doesn't say its character set.") }))).toBe(true)
    expect(isUnsure(file('read', { charset: 'utf-8' }))).toBe(true)
  })
})

describe('the sentence over the list', () => {
  it('tells each number once', () => {
    const files = [file('read'), file('read'), file('sending'), file('waiting'), file('unread')]
    expect(tally(files).sentence).toBe('2 read, 1 being read, 1 waiting, 1 can’t be read.')
    expect(tally([file('added'), file('added')]).sentence).toBe('All 2 are added.')
    expect(tally([file('unread')]).sentence).toBe('It can’t be read.')
    expect(tally([file('refused'), file('refused')]).sentence).toBe('None of the 2 is added.')
  })

  it('counts what can be added, with those that were refused before', () => {
    expect(tally([file('read'), file('refused'), file('added'), file('unread')]).ready).toBe(2)
  })

  it('measures adding by what is to be added only', () => {
    expect(tally([file('added'), file('queued'), file('unread')]).share).toBe(0.5)
    expect(tally([file('added'), file('refused')]).share).toBe(0.5)
    expect(tally([file('read'), file('waiting')]).share).toBe(0.5)
  })

  it('is spoken when the work is over', () => {
    const [before, after] = [tally([file('adding'), file('added')]), tally([file('added'), file('added')])]
    expect(spoken(before, after)).toBe('2 sources added.')
    expect(spoken(tally([file('waiting')]), tally([file('reading')]))).toBe('')
    expect(spoken(tally([file('reading')]), tally([doubtful()]))).toBe('It is read. 1 to check.')
  })
})

describe('the list', () => {
  it('takes a file only once, also as a recording', () => {
    const known = file('read')
    const fresh = { file: new File(['other'], 'other.txt', { lastModified: 2 }), folder: '' }
    expect(unlisted([known, fresh, fresh], [known])).toEqual([fresh])
    expect(unlisted([fresh], [file('read', { recording: fresh.file })])).toEqual([])
    expect(unlisted([{ ...fresh, folder: 'Other' }], [file('read', { recording: fresh.file })])).toHaveLength(1)
  })

  it('calls a file by its name without the ending', () => {
    expect(titleOf('M07 Whinfield. Seals.docx')).toBe('M07 Whinfield. Seals')
    expect(titleOf('.txt')).toBe('.txt')
  })
})
