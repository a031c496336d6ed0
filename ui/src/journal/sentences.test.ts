import { describe, expect, it } from 'vitest'
import type { Change, Entry } from '../api/names'
import { type Names, tell } from './sentences'
import { wordsOf } from './text'

const names: Names = {
  code: (id) => ({ k: { name: 'Glass ceiling', color: 'logwood' }, l: { name: 'Risk-taking', color: 'lichen' } })[id],
  source: (id) => ({ s: 'M07 Whinfield Seals', t: 'M11 Garstang Dairy' })[id],
  strand: (id) => ({ mid: 'Mid-caps' })[id],
  member: (id) => ({ tom: 'Tom Beckett' })[id],
}

let seq = 100
const entry = (verb: string, changes: Change[], more: Partial<Entry> = {}): Entry => ({
  seq: seq--,
  at: '2026-11-23T10:00:00Z',
  actor: 'rukhsana',
  verb,
  changes,
  ...more,
})
const coded = (code: string, source = 's'): Change[] => [
  { kind: 'coding', id: `${seq}`, after: { id: 'x', code, source } },
]
const told = (...entries: Entry[]) => tell(entries, names).map(({ parts }) => wordsOf(parts))

describe('codings', () => {
  it('of one person in one source are told together', () => {
    expect(told(entry('coded', coded('k')), entry('coded', coded('l')), entry('coded', coded('k', 't')))).toEqual([
      'coded 2 passages in M07 Whinfield Seals',
      'coded Glass ceiling in M11 Garstang Dairy',
    ])
  })

  it('with one code name it', () => {
    expect(told(entry('coded', coded('k')), entry('coded', coded('k')))).toEqual([
      'coded 2 passages with Glass ceiling in M07 Whinfield Seals',
    ])
  })

  it('are told apart when someone else comes between, or a long pause', () => {
    const other = entry('coded', coded('k'), { actor: 'tom' })
    const early = entry('coded', coded('k'), { at: '2026-11-23T08:00:00Z' })
    expect(told(entry('coded', coded('k')), other, entry('coded', coded('k')), early)).toHaveLength(4)
  })

  it('of many sources at once name their number', () => {
    expect(told(entry('coded', [...coded('k'), ...coded('l', 't')]))).toEqual(['coded 2 passages in 2 sources'])
  })

  it('that were removed say from where', () => {
    expect(
      told(entry('removed a coding', [{ kind: 'coding', id: 'c', before: { id: 'c', code: 'k', source: 's' } }])),
    ).toEqual(['removed Glass ceiling from M07 Whinfield Seals'])
  })

  it('that got another code, or other words, say which', () => {
    const was = { id: 'c', code: 'k', source: 's', passage: 'p' }
    const change = (after: object): Change[] => [{ kind: 'coding', id: 'c', before: was, after: { ...was, ...after } }]
    expect(told(entry('recoded', change({ code: 'l' })), entry('moved a coding', change({ passage: 'q' })))).toEqual([
      'replaced Glass ceiling by Risk-taking in M07 Whinfield Seals',
      'moved Glass ceiling to other words in M07 Whinfield Seals',
    ])
  })

  it('that changed with their passage are told by it', () => {
    const resized: Change[] = [
      { kind: 'passage', id: 'p', before: { id: 'p', source: 's', end: 5 }, after: { id: 'p', source: 's', end: 9 } },
    ]
    expect(told(entry('resized a passage', resized))).toEqual(['resized a passage in M07 Whinfield Seals'])
  })
})

describe('the codebook', () => {
  const code = (id: string, name: string, more = {}) => ({ id, name, color: 'woad', ...more })

  it('tells new, renamed and moved codes', () => {
    expect(told(entry('created a code', [{ kind: 'code', id: 'n', after: code('n', 'Late payment') }]))).toEqual([
      'created Late payment',
    ])
    const renamed = { kind: 'code', id: 'k', before: code('k', 'Ceiling'), after: code('k', 'Glass ceiling') }
    expect(told(entry('renamed a code', [renamed]))).toEqual(['renamed “Ceiling” to Glass ceiling'])
    const moved = {
      kind: 'code',
      id: 'k',
      before: code('k', 'Glass ceiling'),
      after: code('k', 'Glass ceiling', { parent: 'l' }),
    }
    const sibling = {
      kind: 'code',
      id: 'x',
      before: code('x', 'X', { position: 1 }),
      after: code('x', 'X', { position: 2 }),
    }
    expect(told(entry('moved a code', [sibling, moved]))).toEqual(['moved Glass ceiling under Risk-taking'])
  })

  it('tells what a deleted code took with it', () => {
    const gone = { kind: 'code', id: 'z', before: code('z', 'Confidence') }
    expect(told(entry('deleted a code', [...coded('z'), ...coded('z'), gone]))).toEqual([
      'deleted Confidence and 2 codings',
    ])
  })

  it('tells which code was merged into which', () => {
    const gone = { kind: 'code', id: 'z', before: code('z', 'Confidence') }
    const memo = { kind: 'memo', id: 'm', after: { id: 'm', target: 'l', targetKind: 'code' } }
    expect(told(entry('merged two codes', [memo, gone]))).toEqual(['merged “Confidence” into Risk-taking'])
  })
})

describe('sources, memos and people', () => {
  const source = (id: string, title: string, strand = 'mid') => ({ id, title, strand })

  it('tells up to three added sources by name, more by number', () => {
    const add = (id: string, title: string) =>
      entry('imported a source', [{ kind: 'source', id, after: source(id, title) }])
    expect(told(add('s', 'x'), add('n', 'D09'))).toEqual(['added M07 Whinfield Seals, “D09”'])
    expect(told(add('1', 'a'), add('2', 'b'), add('3', 'c'), add('4', 'd'))).toEqual(['added 4 sources'])
  })

  it('tells a source that was moved to a strand', () => {
    const moved = { kind: 'source', id: 's', before: source('s', 'M07', 'x'), after: source('s', 'M07') }
    expect(told(entry('changed a source', [moved]))).toEqual(['moved M07 Whinfield Seals to Mid-caps'])
  })

  it('quotes a memo', () => {
    const memo = {
      kind: 'memo',
      id: 'm',
      after: { id: 'm', targetKind: 'code', target: 'k', title: '', body: 'Needs its own code?' },
    }
    expect(told(entry('wrote a memo', [memo]))).toEqual(['wrote a memo on Glass ceiling: “Needs its own code?”'])
  })

  it('names members and their roles', () => {
    expect(told(entry('changed a role', [{ kind: 'member', id: 'tom', after: { id: 'tom', role: 'lead' } }]))).toEqual([
      'made Tom Beckett lead',
    ])
  })
})

describe('undo', () => {
  it('tells what it took back', () => {
    const removed = { kind: 'coding', id: 'c', before: { id: 'c', code: 'k', source: 's' } }
    expect(told(entry('undid', [removed], { undoes: 3 }))).toEqual([
      'undid: removed Glass ceiling from M07 Whinfield Seals',
    ])
    expect(told(entry('undid', [{ kind: 'source', id: 's', after: source('s', 'M07') }]))).toEqual([
      'undid: brought back M07 Whinfield Seals',
    ])
  })

  const source = (id: string, title: string) => ({ id, title })
})

describe('a code that is gone', () => {
  it('is called as it last was by the entries that tell of it', () => {
    const gone = { kind: 'code', id: 'z', before: { id: 'z', name: 'Late payment' } }
    expect(told(entry('undid', [gone]), entry('coded', coded('z')))).toEqual([
      'undid: took out Late payment',
      'coded “Late payment” in M07 Whinfield Seals',
    ])
  })
})

describe('what is not known', () => {
  it('is told by its verb, and what is gone as gone', () => {
    expect(told(entry('did something new', []))).toEqual(['did something new'])
    expect(told(entry('coded', coded('unknown', 'unknown')))).toEqual([
      'coded a code that is gone in a source that is gone',
    ])
  })
})

describe('cases', () => {
  const one = (before: object | undefined, after: object | undefined): Change => ({
    kind: 'case',
    id: 'c',
    ...(before && { before: { id: 'c', ...before } }),
    ...(after && { after: { id: 'c', ...after } }),
  })

  it('whose values changed are named, or counted where there are many', () => {
    const values = [one({ name: 'Harbour Bakery' }, { name: 'Harbour Bakery' })]
    expect(told(entry('changed values', values))).toEqual(['changed values of “Harbour Bakery”'])
    expect(told(entry('changed values', [], { aside: [{ kind: 'case', changed: 900 }] }))).toEqual([
      'changed values of 900 cases',
    ])
  })

  it('of a table are counted', () => {
    const aside = [{ kind: 'case', made: 8900, changed: 1 }]
    expect(told(entry('imported cases', [], { aside }))).toEqual([
      'imported a table: 8,900 cases added, 1 case changed',
    ])
    expect(told(entry('undid', [], { aside: [{ kind: 'case', removed: 8900 }] }))).toEqual([
      'undid: took out 8,900 cases',
    ])
  })

  it('say which source was tied', () => {
    const tie = (targetKind: string): Change[] => [
      { kind: 'tie', id: 't', after: { id: 't', targetKind, source: 's' } },
    ]
    expect(told(entry('tied to a case', tie('source')), entry('refused a tie', tie('speaker')))).toEqual([
      'tied M07 Whinfield Seals to a case',
      'refused to tie a speaker in M07 Whinfield Seals to a case',
    ])
  })
})
