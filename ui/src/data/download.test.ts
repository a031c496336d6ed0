import { afterEach, expect, test, vi } from 'vitest'
import { Refusal, Unreachable } from '../api/refusal'
import { download, nameIn } from './download'

afterEach(() => vi.unstubAllGlobals())

const answers = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', answer)
const signal = () => new AbortController().signal

/** An answer that comes in pieces, and breaks off where it should. */
const streamed = (pieces: string[], broken = false, headers = {}) => {
  const coming = pieces.map((said) => new TextEncoder().encode(said))
  const pull = (to: ReadableStreamDefaultController) => {
    const next = coming.shift()
    if (next) to.enqueue(next)
    else if (broken) to.error(new TypeError('network error'))
    else to.close()
  }
  return new Response(new ReadableStream({ pull }), { headers })
}
const headers = {
  'Content-Type': 'application/zip',
  'Content-Disposition': "attachment; filename*=UTF-8''Z%C3%BCrich.qdpx",
}

test('a file comes whole, under its name, and says how much has come', async () => {
  answers(async () => streamed(['one ', 'two ', 'three'], false, headers))
  const told: number[] = []
  const { blob, name } = await download('/a', signal(), (bytes) => told.push(bytes))
  expect(await blob.text()).toBe('one two three')
  expect(name).toBe('Zürich.qdpx')
  expect(told).toEqual([4, 8, 13])
})

test('a refusal is told in the words of the server', async () => {
  answers(async () => Response.json({ detail: 'Only leads may.' }, { status: 403 }))
  const refused = await download('/a', signal(), () => {}).catch((error) => error)
  expect(refused).toBeInstanceOf(Refusal)
  expect(refused.message).toBe('Only leads may.')
})

test('a file that breaks off is none', async () => {
  answers(async () => streamed(['half'], true))
  await expect(download('/a', signal(), () => {})).rejects.toBeInstanceOf(Unreachable)
})

test('what was stopped says so, and not that the server is gone', async () => {
  const stop = new AbortController()
  answers(async () => {
    stop.abort()
    throw new TypeError('aborted')
  })
  await expect(download('/a', stop.signal, () => {})).rejects.toBe(stop.signal.reason)
})

test.each([
  ["attachment; filename*=UTF-8''a%20b.zip", 'a b.zip'],
  ['attachment', 'download'],
  ["attachment; filename*=UTF-8''%", 'download'],
])('%s is called %s', (header, name) => expect(nameIn(header)).toBe(name))
