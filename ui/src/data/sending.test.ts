// @vitest-environment happy-dom
// @vitest-environment-options {"url": "http://localhost"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Memo } from '../api/names'
import type { Step } from '../codebook/steps'
import type { HandChange } from './gesture'
import { send } from './sending'

/** A server of the test's own: it gives its answers in order, and remembers what it was asked. */
let answers: [status: number, body: object][]
let asked: string[]

beforeEach(() => {
  answers = []
  asked = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url)
    const seen = request.headers.get('If-Match') ?? ''
    asked.push([request.method, pathname.replace('/api/projects/p/', ''), seen, await request.text()].join(' ').trim())
    const [status, body] = answers.shift() ?? [500, {}]
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
  })
})

afterEach(() => vi.unstubAllGlobals())

const sent = (change: HandChange, again = false) =>
  send('p', { id: 'g', at: '2026-11-26T10:00:00Z', told: '', change, sent: again })
const steps = (...list: Step[]): HandChange => ({ do: 'steps', steps: list })
const gone = [404, { detail: 'This code is not there any more.' }] as [number, object]
const late = (current: object) => [412, { detail: 'Someone changed this meanwhile.', current }] as [number, object]
const book = (...codes: object[]) => [200, { items: codes }] as [number, object]

describe('a code that waited to be renamed', () => {
  const rename: HandChange = {
    do: 'steps',
    steps: [{ code: 'k', name: 'Faith', version: 3 }],
    seen: { name: 'Trust' },
  }

  it('is renamed on top of what someone else changed about it', async () => {
    answers = [late({ version: 4, name: 'Trust', definition: 'Theirs' }), [200, { seq: 9 }]]
    expect(await sent(rename)).toEqual({ seq: 9, ids: {} })
    expect(asked).toEqual(['PATCH codes/k "3" {"name":"Faith"}', 'PATCH codes/k "4" {"name":"Faith"}'])
  })

  it('counts as renamed where only the answer was lost', async () => {
    answers = [late({ version: 4, name: 'Faith' }), [200, { seq: 0 }]]
    expect(await sent(rename, true)).toEqual({ seq: 0, ids: {} })
  })

  it('keeps the name that someone else gave it', async () => {
    answers = [late({ version: 4, name: 'Hope' })]
    await expect(sent(rename)).rejects.toThrow('Someone changed this meanwhile.')
    expect(asked).toHaveLength(1)
  })
})

describe('a code that waited to go', () => {
  it('counts as deleted where it is not there', async () => {
    answers = [gone, book()]
    expect(await sent(steps({ code: 'k', remove: true }))).toEqual({ seq: 0, ids: {} })
  })

  it('counts as merged where it is gone and the merge was sent before, and only there', async () => {
    const merge = steps({ code: 'k', mergeInto: 'l' })
    answers = [gone, book({ id: 'l', name: 'Luck' })]
    expect(await sent(merge, true)).toEqual({ seq: 0, ids: {} })
    answers = [gone, book({ id: 'l', name: 'Luck' })]
    await expect(sent(merge)).rejects.toThrow('This code is not there any more.')
  })
})

describe('a reorganisation that waited', () => {
  it('is made without what is done already', async () => {
    answers = [gone, book({ id: 'l', name: 'Luck' }), [200, { seq: 9 }]]
    const rename = { code: 'l', name: 'Good luck' }
    const moved = { code: 'k', position: 0 }
    expect(await sent(steps(moved, { code: 'k', remove: true }, rename, { code: 'x', remove: true }))).toMatchObject({
      seq: 9,
    })
    expect(asked[2]).toBe('PATCH codes/l  {"name":"Good luck"}')
  })

  it('is refused whole where nothing of it is done', async () => {
    answers = [[422, { detail: 'The name is taken.' }], book({ id: 'k', name: 'A' }, { id: 'l', name: 'B' })]
    const refused = sent(steps({ code: 'k', name: 'C' }, { code: 'l', name: 'C' }))
    await expect(refused).rejects.toThrow('The name is taken.')
  })
})

describe('a new code that waited', () => {
  const create = steps({ code: 'new', create: true, name: 'Moonlight' })
  const taken = [422, { detail: 'The name is taken.' }] as [number, object]

  it('is there once, also when it is sent twice', async () => {
    answers = [taken, book({ id: 'new', name: 'Moonlight' })]
    expect(await sent(create, true)).toEqual({ seq: 0, ids: {} })
  })

  it('becomes the one of its name that someone made meanwhile', async () => {
    answers = [taken, book({ id: 'theirs', name: 'moonlight' })]
    expect(await sent(create)).toEqual({ seq: 0, ids: { new: 'theirs' } })
  })

  it('does not become one of its name at another place', async () => {
    answers = [taken, book({ id: 'above', name: 'Sky' }, { id: 'theirs', name: 'Moonlight', parent: 'above' })]
    await expect(sent(create)).rejects.toThrow('The name is taken.')
  })
})

describe('a memo that waited', () => {
  const link = (id: string) => ({ kind: 'code' as const, id })
  const rewrite: HandChange = {
    do: 'rewrite',
    memo: 'm',
    seen: { version: 1, body: 'Why?', links: [link('a')] },
    mine: { body: 'Because', links: [link('a'), link('b')] },
  }
  const current = (more: Partial<Memo>) => late({ version: 2, body: 'Why?', links: [link('a')], ...more })

  it('is sent with the id that it has here', async () => {
    answers = [[201, { seq: 4 }]]
    const body = { body: 'Why?', targetKind: 'project', target: 'p' }
    expect(await sent({ do: 'write', memo: 'm', body, target: 'p' })).toEqual({ seq: 4, ids: {} })
    expect(asked).toEqual([`POST memos  ${JSON.stringify({ ...body, id: 'm' })}`])
  })

  it('is changed on top of what someone else changed in it, with the links of both', async () => {
    answers = [current({ title: 'Theirs', links: [link('a'), link('c')] }), [200, { seq: 5 }]]
    expect(await sent(rewrite)).toEqual({ seq: 5, ids: {} })
    const links = [link('a'), link('c'), link('b')]
    expect(asked[1]).toBe(`PATCH memos/m "2" ${JSON.stringify({ body: 'Because', links })}`)
  })

  it('is left to them where both wrote', async () => {
    answers = [current({ body: 'Theirs' })]
    await expect(sent(rewrite)).rejects.toThrow('Someone changed this meanwhile.')
  })

  it('counts as deleted where it is not there', async () => {
    answers = [gone]
    expect(await sent({ do: 'discard', memo: 'm' })).toEqual({ seq: 0, ids: {} })
  })
})
