import { beforeEach, describe, expect, it } from 'vitest'
import { coding } from '../surface/fixture'
import { type Bench, codingActs, type Doing } from './codingActs'
import { dropped } from './dropping'
import { passageActs } from './passageActs'

const trust = coding('c1', 10, 20, { code: 'trust', passage: 'p1' })
const theirs = coding('c2', 10, 20, { code: 'trust', passage: 'p2', coder: 'rukhsana' })
const later = coding('c3', 40, 50, { code: 'trust', passage: 'p3' })
const codings = [trust, theirs, later]
let done: Doing[]
const bench: Bench = {
  source: 's',
  me: 'me',
  codings,
  surface: null,
  show: () => {},
  called: (code) => code,
  wordsOf: ({ start, end }) => `${end - start} words`,
  quoted: ({ start, end }) => `“${start}-${end}”`,
  mayChange: ({ coder }) => coder === 'me',
  send: (doing) => done.push(doing),
  used: () => {},
}
const acts = { ...codingActs(bench), ...passageActs(bench) }
const changes = () => done.map(({ change }) => change)

beforeEach(() => {
  done = []
})

describe('putting codes', () => {
  it('is one change for all codes and all stretches, without what is there', () => {
    const spans = [trust, { start: 60, end: 70 }].map(({ start, end }) => ({ start, end }))
    acts.put(spans, ['trust', 'help'])
    expect(changes()).toEqual([
      {
        do: 'batch',
        add: [
          { source: 's', start: 10, end: 20, code: 'help' },
          { source: 's', start: 60, end: 70, code: 'trust' },
          { source: 's', start: 60, end: 70, code: 'help' },
        ],
      },
    ])
  })

  it('says the words and how many codings are there now', () => {
    acts.put({ start: 12, end: 18 }, ['help'])
    expect(done[0]?.said).toBe('Coded ‘help’, 6 words, now 3 codings')
  })

  it('sends nothing when all of it is there already', () => {
    acts.put({ start: 10, end: 20 }, ['trust'])
    expect(done).toEqual([])
  })
})

describe('what is changed', () => {
  it('gets another code, and further ones beside it', () => {
    acts.replace(trust, ['help', 'money'])
    expect(changes()).toEqual([
      {
        do: 'batch',
        change: [{ coding: 'c1', code: 'help' }],
        add: [{ source: 's', start: 10, end: 20, code: 'money' }],
      },
    ])
  })

  it('stays when it is someone else’s', () => {
    acts.replace(theirs, ['help'])
    acts.move(theirs, { start: 0, end: 5 })
    acts.remove(theirs)
    acts.split(theirs, 15)
    acts.join(theirs)
    expect(done).toEqual([])
  })

  it('goes by passages: resized with all on it, or alone', () => {
    acts.resize(trust, { start: 10, end: 25 }, { alone: false })
    acts.resize(trust, { start: 10, end: 25 }, { alone: true })
    expect(changes()).toEqual([
      { do: 'resize', source: 's', passage: 'p1', start: 10, end: 25 },
      { do: 'batch', change: [{ coding: 'c1', start: 10, end: 25 }] },
    ])
  })

  it('is joined with the next passage of the same code and coder', () => {
    acts.join(trust)
    acts.join(later)
    expect(changes()).toEqual([{ do: 'join', source: 's', passages: ['p1', 'p3'] }])
  })

  it('is removed with all others of mine within the words', () => {
    acts.removeAll({ start: 5, end: 45 })
    expect(changes()).toEqual([{ do: 'batch', remove: ['c1'] }])
  })
})

describe('what is dropped', () => {
  const drop = (what: Parameters<typeof dropped>[0]) => dropped(what, codings, acts)
  const words = { what: 'words', span: { start: 60, end: 70 }, selected: false } as const

  it('puts codes on words, and beside a coding with Ctrl', () => {
    drop({ codes: ['help'], target: words, beside: false })
    drop({ codes: ['help'], target: { what: 'coding', coding: trust }, beside: true })
    expect(changes()).toEqual([
      { do: 'batch', add: [{ source: 's', start: 60, end: 70, code: 'help' }] },
      { do: 'batch', add: [{ source: 's', start: 10, end: 20, code: 'help' }] },
    ])
  })

  it('puts a code in the place of a coding’s', () => {
    drop({ codes: ['help'], target: { what: 'coding', coding: trust }, beside: false })
    expect(changes()).toEqual([{ do: 'batch', change: [{ coding: 'c1', code: 'help' }] }])
  })

  it('moves a coding, and copies it with Ctrl', () => {
    drop({ codes: [], coding: 'c1', target: words, beside: false })
    drop({ codes: [], coding: 'c1', target: words, beside: true })
    expect(changes()).toEqual([
      { do: 'batch', change: [{ coding: 'c1', start: 60, end: 70 }] },
      { do: 'batch', add: [{ source: 's', start: 60, end: 70, code: 'trust' }] },
    ])
  })
})
