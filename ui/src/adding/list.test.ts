import { describe, expect, it } from 'vitest'
import type { Preview } from '../api/names'
import { type Candidate, candidateOf, isReady, isToCheck, isTwin } from './candidate'
import { BY_NAME, paired, related, retaken } from './list'
import { alike, tableOf } from './table'

let count = 0
const file = (name: string, folder = ''): Candidate =>
  candidateOf(`c${++count}`, { file: new File(['words'], name), folder })
const read = (name: string, found: Partial<Preview> = {}): Candidate => ({
  ...file(name),
  stage: 'read',
  found: { hash: name, same: [], warnings: [], ...found } as unknown as Preview,
})

describe('files that are the same', () => {
  it('are told by their content, whatever they are called', () => {
    const [first, second] = related([read('A.txt', { hash: '1' }), read('B.txt', { hash: '1' })], 's')
    expect(first?.twin).toBeUndefined()
    expect(second?.twin).toEqual({ title: 'A', source: undefined })
    expect(second && [isTwin(second), isReady(second), isToCheck(second)]).toEqual([true, false, true])
  })

  it('are told when they are in the project already, but not from what they became themselves', () => {
    const here = read('A.txt', { same: [{ id: 'x', title: 'First' }] })
    expect(related([here], 's')[0]?.twin).toEqual({ title: 'First', source: 'x' })
    expect(related([{ ...here, stage: 'added', source: 'x' }], 's')[0]?.twin).toBeUndefined()
  })

  it('are added when someone wants them nevertheless', () => {
    const here = { ...read('A.txt', { same: [{ id: 'x', title: 'First' }] }), again: true }
    expect(related([here], 's').map(isReady)).toEqual([true])
  })
})

describe('the strand of a file', () => {
  const told = read('M01.txt', { strand: { id: 'mid', by: 'M' } })
  it('is the one for all, or what its name tells, unless it has its own', () => {
    expect(related([told, read('Guide.txt')], 's').map(({ into }) => into)).toEqual(['s', 's'])
    expect(related([told, read('Guide.txt')], BY_NAME).map(({ into }) => into)).toEqual(['mid', ''])
    expect(related([{ ...told, strand: 'own' }], BY_NAME).map(({ into }) => into)).toEqual(['own'])
  })
})

describe('what is chosen again', () => {
  const chosen = (name: string, folder = '') => ({ file: new File(['other words'], name, { lastModified: 9 }), folder })
  const bad = {
    ...file('A.txt', 'Field'),
    stage: 'unread',
    why: 'It is cut off.',
    title: 'Anna',
    isFinal: true,
  } as const

  it('takes the place of what could not be read, and keeps the name that was given', () => {
    const other = chosen('A.txt', 'Field')
    const [one, stays] = retaken([bad, file('A.txt', 'Desk')], [other], new Set())
    expect(one).toMatchObject({ id: bad.id, stage: 'waiting', why: undefined, isFinal: false, title: 'Anna' })
    expect(one?.file).toBe(other.file)
    expect(stays?.file).not.toBe(other.file)
  })

  it('takes the place of what was read once it is gone from the disk, and is read anew', () => {
    const ready = read('A.txt')
    const other = chosen('A.txt')
    expect(retaken([ready], [other], new Set())).toEqual([ready])
    expect(retaken([ready], [other], new Set([ready.file]))[0]).toMatchObject({ stage: 'waiting', found: undefined })
  })

  it('stands beside what is on its way', () => {
    const sending = { ...file('A.txt'), stage: 'sending' } as const
    expect(retaken([sending], [chosen('A.txt')], new Set([sending.file]))).toEqual([sending])
  })

  it('is attached where the recording of a source is missing', () => {
    const recording = new File(['sound'], 'A.mp3')
    const added = { ...read('A.txt'), stage: 'added', source: 's', recording } as const
    expect(retaken([added], [chosen('A.mp3')], new Set([recording]))).toEqual([added])
    const [one] = retaken([{ ...added, why: 'It is gone.' }], [chosen('A.mp3')], new Set())
    expect(one).toMatchObject({ stage: 'queued', source: 's', why: undefined })
    expect(one?.recording?.lastModified).toBe(9)
  })

  it('leaves an archive out that could not be opened before', () => {
    const archive = { ...file('Old.zip', 'Field'), stage: 'unread', why: 'It is torn.' } as const
    expect(retaken([archive], [chosen('A.txt', 'Field/Older')], new Set())).toEqual([archive])
    expect(retaken([archive], [chosen('A.txt', 'Field/Old/Deep')], new Set())).toEqual([])
  })
})

describe('a recording', () => {
  it('goes with the transcript of its name in its folder', () => {
    const [one, other] = paired([file('M01.mp3', 'a'), file('m01.docx', 'a'), file('M01.txt', 'b')])
    expect([one?.file.name, one?.recording?.name]).toEqual(['m01.docx', 'M01.mp3'])
    expect(other?.recording).toBeUndefined()
  })

  it('says that it needs a transcript, and finds it when that comes later', () => {
    const alone = paired([file('M01.wav')])
    expect(alone[0]).toMatchObject({ stage: 'unread', isFinal: true })
    const later = paired([...alone, file('M01.vtt')])
    expect(later).toHaveLength(1)
    expect(later[0]?.recording?.name).toBe('M01.wav')
  })

  it('is attached at once where the transcript is a source by now', () => {
    const added: Candidate = { ...read('M01.vtt'), stage: 'added', source: 'x' }
    expect(paired([added, file('M01.wav')])[0]).toMatchObject({ stage: 'queued', source: 'x' })
  })
})

describe('the table of a file', () => {
  const guess = { header: 1, each: 'turn' as const, text: 1 }
  const sheets = ['One', 'Two'].map((sheet) => ({ sheet, columns: ['a', 'b'], rows: 3, guess: { ...guess, sheet } }))
  it('is the first as guessed, until someone says otherwise', () => {
    const one = read('A.xlsx', { tables: sheets })
    expect(tableOf(one)).toMatchObject({ table: sheets[0], rule: sheets[0]?.guess })
    const rule = { ...guess, sheet: 'Two', text: 0 }
    expect(tableOf({ ...one, table: rule })).toMatchObject({ table: sheets[1], rule })
  })

  it('finds its like among the files that can still be corrected', () => {
    const [one, two, three] = [read('A.csv', { tables: sheets }), read('B.csv', { tables: sheets }), read('C.txt')]
    expect(alike(one as Candidate, [one, two, three, { ...two, id: 'gone', stage: 'added' }] as Candidate[])).toEqual([
      two?.id,
    ])
  })
})
