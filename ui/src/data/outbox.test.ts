// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Refusal, Unreachable } from '../api/refusal'
import { type CodingChange, type Gesture, type HandChange, pendingId, writtenIn } from './gesture'
import { Kept } from './kept'
import { type Answer, MOST, Outbox } from './outbox'

/** A server of the test's own: it may be away, and it may lose its answer. */
class Server {
  done: HandChange[] = []
  /** Of what was sent, whether the server may have had it before. */
  again: boolean[] = []
  undone: number[] = []
  arrived: string[] = []
  away = false
  losesAnswer = false
  signedOut = false
  refuses = ''

  post = {
    revisionOf: (of: string) => (of === 's' || of === 'c' ? 3 : undefined),
    send: async ({ id, change, sent = false }: Gesture): Promise<Answer> => {
      this.again.push(sent)
      if (this.away) throw new Unreachable()
      if (this.signedOut) throw new Refusal(401, 'Sign in first.')
      if (this.refuses && JSON.stringify(change).includes(this.refuses)) throw new Refusal(404, 'This code is gone.')
      this.done.push(change)
      if (this.losesAnswer) throw new Unreachable()
      return { seq: this.done.length, ids: { [pendingId(id, 0)]: `real ${this.done.length}` } }
    },
    undo: async (seq: number) => this.undone.push(seq),
    arrived: (_: Gesture, { ids }: Answer) => void this.arrived.push(...Object.values(ids)),
  }
}

let server: Server
/** Each test in a project of its own: an outbox of an earlier one may still be trying. */
let project = 0
const open = () => new Outbox(new Kept(`selvedge.outbox/me/${project}`, localStorage), server.post)
const code = (name: string): CodingChange => ({ do: 'batch', add: [{ source: 's', start: 0, end: 5, code: name }] })
const rename = (name: string): HandChange => ({ do: 'steps', steps: [{ code: 'k', name }] })
/** Asks the server of the test at once, as the interface does for the codebook and memos. */
const atOnce = (box: Outbox, change: HandChange) =>
  box.atOnce('told', change, (known) => server.post.send({ id: 'now', at: '', told: '', change: known }))
const codes = () => server.done.map((change) => (change.do === 'batch' ? change.add?.[0]?.code : change.do))
/** Puts something in that is not answered for now. */
const put = (box: Outbox, name: string) => void box.put(`‘${name}’ on “words”`, code(name)).catch(() => {})
const waits = (box: Outbox, waiting: string) => vi.waitFor(() => expect(box.outgoing().waiting).toBe(waiting))

beforeEach(() => {
  project++
  localStorage.clear()
  server = new Server()
})

describe('the outbox', () => {
  it('sends in order, tells what the server said, and then keeps nothing', async () => {
    const box = open()
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => box.put(name, code(name))))
    expect(codes()).toEqual(['a', 'b', 'c'])
    expect(answers.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(server.arrived).toEqual(['real 1', 'real 2', 'real 3'])
    await waits(box, 'nothing')
    expect(localStorage.length).toBe(0)
  })

  it('keeps what can’t be sent, also when the page is closed, and sends it when the connection is back', async () => {
    server.away = true
    const before = open()
    put(before, 'a')
    put(before, 'b')
    await waits(before, 'connection')
    const after = open()
    expect(after.outgoing().gestures).toHaveLength(2)
    server.away = false
    after.wake()
    await waits(after, 'nothing')
    expect(codes()).toEqual(['a', 'b'])
  })

  it('gives later gestures the ids that earlier ones were given', async () => {
    server.away = true
    const box = open()
    put(box, 'a')
    const [first] = box.outgoing().gestures
    void box.put('off', { do: 'batch', remove: [pendingId(first?.id ?? '', 0)] })
    await waits(box, 'connection')
    server.away = false
    box.wake()
    await waits(box, 'nothing')
    expect(server.done[1]).toEqual({ do: 'batch', remove: ['real 1'] })
    await box.put('on', { do: 'batch', change: [{ coding: pendingId(first?.id ?? '', 0), code: 'b' }] })
    expect(server.done[2]).toEqual({ do: 'batch', change: [{ coding: 'real 1', code: 'b' }] })
  })

  it('waits for someone to sign in', async () => {
    server.signedOut = true
    const box = open()
    put(box, 'a')
    await waits(box, 'sign-in')
    server.signedOut = false
    box.wake()
    await waits(box, 'nothing')
    expect(codes()).toEqual(['a'])
  })

  it('tells in words what can’t be done any more, until it is read, and goes on with the rest', async () => {
    server.refuses = 'gone'
    const box = open()
    const refused = box.put('‘Trust’ on “my cousin”', code('gone'))
    put(box, 'b')
    await expect(refused).rejects.toThrow('This code is gone.')
    await waits(box, 'nothing')
    expect(codes()).toEqual(['b'])
    const [told] = open().outgoing().refused
    expect(told).toMatchObject({ told: '‘Trust’ on “my cousin”', why: 'This code is gone.' })
    box.forget(told?.id ?? '')
    expect(open().outgoing().refused).toEqual([])
  })

  it('is not stopped for ever by a server that errs', async () => {
    vi.useFakeTimers()
    server.post.send = async () => Promise.reject(new Refusal(500, 'The server answered with an error.'))
    const box = open()
    put(box, 'a')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(box.outgoing()).toMatchObject({ gestures: [], refused: [{ why: 'The server answered with an error.' }] })
    vi.useRealTimers()
  })

  it('refuses more than it can keep', async () => {
    server.away = true
    const box = open()
    for (let i = 0; i < MOST; i++) put(box, `${i}`)
    await expect(box.put('one more', code('more'))).rejects.toThrow('2,000 changes wait')
    expect(box.outgoing().gestures).toHaveLength(MOST)
  })

  it('says so when the browser keeps nothing, and sends all the same', async () => {
    const box = new Outbox(new Kept('selvedge.outbox/me/project', null), server.post)
    server.away = true
    put(box, 'a')
    await waits(box, 'connection')
    expect(box.outgoing().safe).toBe(false)
    server.away = false
    box.wake()
    await waits(box, 'nothing')
    expect(codes()).toEqual(['a'])
  })

  it('of two tabs sends everything once', async () => {
    server.away = true
    const [one, other] = [open(), open()]
    put(one, 'a')
    await waits(one, 'connection')
    server.away = false
    other.read()
    other.wake()
    await waits(other, 'nothing')
    one.wake()
    await waits(one, 'nothing')
    expect(codes()).toEqual(['a'])
  })
})

describe('taking back without a connection', () => {
  it('takes out what was never sent, and puts it in again', async () => {
    server.away = true
    const box = open()
    put(box, 'a')
    await waits(box, 'connection')
    put(box, 'b')
    expect(box.takeBack()?.told).toBe('‘b’ on “words”')
    expect(box.outgoing().gestures).toHaveLength(1)
    expect(box.doAgain()?.told).toBe('‘b’ on “words”')
    server.away = false
    box.wake()
    await waits(box, 'nothing')
    expect(codes()).toEqual(['a', 'b'])
  })

  it('undoes what the server may have, once that is known', async () => {
    server.losesAnswer = true
    const box = open()
    put(box, 'a')
    await waits(box, 'connection')
    expect(box.takeBack()?.told).toBe('‘a’ on “words”')
    expect(box.outgoing().drawn).toMatchObject([{ takenBack: true }])
    server.losesAnswer = false
    box.wake()
    await waits(box, 'nothing')
    expect(server.undone).toEqual([2])
    expect(server.arrived).toEqual([])
  })

  it('leaves the rest to the server', async () => {
    const box = open()
    await box.put('a', code('a'))
    await waits(box, 'nothing')
    expect(box.takeBack()).toBeUndefined()
    box.tookBackThere()
    expect(box.doAgain()).toBeUndefined()
  })
})

describe('a change of the codebook or of a memo', () => {
  it('is made at once, drawn meanwhile, and nothing of it is kept', async () => {
    const box = open()
    const done = atOnce(box, rename('Faith'))
    expect(box.outgoing().drawn).toMatchObject([{ change: rename('Faith') }])
    expect(box.outgoing().gestures).toEqual([])
    expect(await done).toMatchObject({ seq: 1 })
    expect(box.outgoing()).toMatchObject({ drawn: [], gestures: [], waiting: 'nothing' })
    expect(localStorage.length).toBe(0)
  })

  it('that is refused is told where it was made, and is not listed with the others', async () => {
    server.refuses = 'Taken'
    const box = open()
    const refused = atOnce(box, rename('Taken'))
    const next = atOnce(box, rename('Free'))
    await expect(refused).rejects.toThrow('This code is gone.')
    expect(await next).toMatchObject({ seq: 1 })
    expect(box.outgoing()).toMatchObject({ drawn: [], gestures: [], refused: [] })
  })

  it('waits without a connection, survives a closed page, and is sent in order with what else waits', async () => {
    server.away = true
    const before = open()
    put(before, 'a')
    expect(await atOnce(before, rename('Faith'))).toBeUndefined()
    put(before, 'b')
    expect(await atOnce(before, { do: 'discard', memo: 'm' })).toBeUndefined()
    const after = open()
    expect(after.outgoing().drawn.map(({ change }) => change.do)).toEqual(['batch', 'steps', 'batch', 'discard'])
    server.away = false
    after.wake()
    await waits(after, 'nothing')
    expect(codes()).toEqual(['a', 'steps', 'b', 'discard'])
  })

  it('may have come though there was no answer: it is kept as sent', async () => {
    server.losesAnswer = true
    const box = open()
    expect(await atOnce(box, rename('Faith'))).toBeUndefined()
    expect(box.outgoing().gestures).toMatchObject([{ sent: true, change: rename('Faith') }])
    server.losesAnswer = false
    box.wake()
    await waits(box, 'nothing')
    expect(server.again.slice(0, 2)).toEqual([false, true])
  })

  it('has the ids that earlier gestures were given, also where its text mentions them', async () => {
    server.away = true
    const box = open()
    put(box, 'a')
    const made = pendingId(box.outgoing().gestures[0]?.id ?? '', 0)
    const body = {
      body: 'See this',
      targetKind: 'passage',
      target: made,
      links: [{ kind: 'passage' as const, id: made }],
    }
    await atOnce(box, { do: 'write', memo: 'm', body, target: made })
    server.away = false
    box.wake()
    await waits(box, 'nothing')
    expect(server.done[1]).toMatchObject({ body: { target: 'real 1', links: [{ kind: 'passage', id: 'real 1' }] } })
  })

  it('is not taken for one about something unmade because of what it says', async () => {
    server.away = true
    const box = open()
    put(box, 'a')
    await atOnce(box, {
      do: 'write',
      memo: 'm',
      body: { body: 'pending: ask her', targetKind: 'code', target: 'k' },
      target: 'k',
    })
    server.away = false
    box.wake()
    await waits(box, 'nothing')
    expect(codes()).toEqual(['a', 'write'])
  })

  it('that waits is taken back and done again like a coding', async () => {
    server.away = true
    const box = open()
    put(box, 'a')
    await waits(box, 'connection')
    await atOnce(box, rename('Faith'))
    expect(box.takeBack()?.change).toEqual(rename('Faith'))
    expect(box.outgoing().drawn).toHaveLength(1)
    expect(box.doAgain()?.change).toEqual(rename('Faith'))
    expect(box.outgoing().drawn).toHaveLength(2)
  })

  it('that waited and can’t be made any more is listed with every word of it', async () => {
    server.away = true
    const box = open()
    put(box, 'a')
    const body = { title: 'Gone', body: 'Every word\nof it', targetKind: 'code', target: 'gone' }
    await atOnce(box, { do: 'write', memo: 'm', body, target: 'gone' })
    server.away = false
    server.refuses = '"gone"'
    box.wake()
    await waits(box, 'nothing')
    const [refused] = open().outgoing().refused
    expect(refused).toMatchObject({ told: 'told', why: 'This code is gone.' })
    expect(refused && writtenIn(refused.change)).toBe('Gone\n\nEvery word\nof it')
  })

  it('is refused where no more can be kept', async () => {
    server.away = true
    const box = open()
    for (let i = 0; i < MOST; i++) put(box, `${i}`)
    await expect(atOnce(box, rename('Faith'))).rejects.toThrow('2,000 changes wait')
    expect(box.outgoing().drawn).toHaveLength(MOST)
  })
})

it('says of every place in which revision of the text it counts', async () => {
  project++
  const box = open()
  await box.put('moved', {
    do: 'batch',
    add: [{ source: 's', start: 0, end: 5, code: 'k' }],
    change: [
      { coding: 'c', start: 2, end: 9 },
      { coding: 'c', code: 'l' },
    ],
  })
  await box.put('resized', { do: 'resize', source: 's', passage: 'p', start: 1, end: 4 })
  await box.put('split', { do: 'split', source: 's', passage: 'p', at: 3 })
  await box.put('memo', { do: 'write', memo: 'm', body: { body: 'Why?', source: 's', start: 1, end: 4 }, target: 'p' })
  expect(server.done).toEqual([
    {
      do: 'batch',
      add: [{ source: 's', start: 0, end: 5, code: 'k', revision: 3 }],
      change: [
        { coding: 'c', start: 2, end: 9, revision: 3 },
        { coding: 'c', code: 'l' },
      ],
    },
    { do: 'resize', source: 's', passage: 'p', start: 1, end: 4, revision: 3 },
    { do: 'split', source: 's', passage: 'p', at: 3, revision: 3 },
    { do: 'write', memo: 'm', body: { body: 'Why?', source: 's', start: 1, end: 4, revision: 3 }, target: 'p' },
  ])
})
