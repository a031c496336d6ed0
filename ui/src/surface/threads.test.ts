import { beforeEach, describe, expect, it } from 'vitest'
import type { Coding } from './coding'
import { coding, transcriptOf } from './fixture'
import { Threads } from './threads'

const transcript = transcriptOf('x'.repeat(400), 'y'.repeat(50), 'z'.repeat(300))
const [first, second, third] = [0, 402, 454]
let threads: Threads

const lanes = (...ids: string[]) => ids.map((id) => threads.get(id)?.lane)

beforeEach(() => {
  threads = new Threads(transcript)
})

describe('lanes', () => {
  it('are different for codings that overlap, nearest lane first', () => {
    threads.set([coding('long', 0, 300), coding('in it', 50, 60), coding('after', 200, 210)])
    expect(lanes('long', 'in it', 'after')).toEqual([0, 1, 1])
  })

  it('are different for codings that could meet on one line', () => {
    threads.set([coding('a', 0, 50), coding('b', 60, 100), coding('c', 250, 260)])
    expect(lanes('a', 'b', 'c')).toEqual([0, 1, 0])
  })

  it('are free again in the next turn', () => {
    threads.set([coding('a', first + 390, first + 400), coding('b', second, second + 10)])
    expect(lanes('a', 'b')).toEqual([0, 0])
  })

  it('of the other codings stay when one is added or removed', () => {
    threads.set([coding('a', 0, 300), coding('b', 10, 20)])
    threads.add(coding('c', 0, 400))
    expect(lanes('a', 'b', 'c')).toEqual([0, 1, 2])
    threads.remove('a')
    threads.add(coding('d', 5, 8))
    expect(lanes('b', 'c', 'd')).toEqual([1, 2, 0])
  })
})

describe('parts', () => {
  it('lie in every turn of a coding, and know where it begins and ends', () => {
    threads.set([coding('a', first + 100, third + 20)])
    const parts = [0, 1, 2].map((turn) => threads.parts(turn)[0])
    expect(parts.map((part) => [part?.start, part?.end, part?.first, part?.last])).toEqual([
      [100, 400, true, false],
      [0, 50, false, false],
      [0, 20, false, true],
    ])
  })

  it('are gone with their coding', () => {
    threads.set([coding('a', 0, third + 20)])
    expect(threads.remove('a')).toEqual(new Set([0, 1, 2]))
    expect([0, 1, 2].flatMap((turn) => threads.parts(turn))).toEqual([])
  })
})

describe('a change', () => {
  it('touches only the turns of the codings that changed', () => {
    const some = [coding('a', 0, 10), coding('b', second, second + 10), coding('c', third, third + 10)]
    threads.set(some)
    const [a, , c] = some as [Coding, Coding, Coding]
    expect(threads.set([a, coding('b', second, second + 20), c])).toEqual(new Set([1]))
    expect(threads.set([a, coding('b', second, second + 20)])).toEqual(new Set([2]))
  })

  it('lays everything anew when all is different', () => {
    expect(threads.set([coding('a', 0, 10)])).toBeNull()
  })

  it('leaves a coding in its lane when the server gives it an id', () => {
    threads.set([coding('a', 0, 300), coding('mine', 20, 30)])
    threads.remove('a')
    const thread = threads.get('mine')
    expect(threads.replace('mine', coding('theirs', 20, 30))).toEqual(new Set([0]))
    expect(threads.get('theirs')).toBe(thread)
    expect(threads.get('mine')).toBeUndefined()
  })

  it('does not double a coding that came from the server before the answer', () => {
    threads.add(coding('mine', 20, 30))
    threads.add(coding('theirs', 20, 30))
    threads.replace('mine', coding('theirs', 20, 30))
    expect(threads.inOrder().map((each) => each.id)).toEqual(['theirs'])
    expect(threads.parts(0)).toHaveLength(1)
  })
})

describe('the filter', () => {
  it('hides codings without forgetting them', () => {
    threads.set([coding('a', 0, 300), coding('b', 10, 20, { coder: 'ruth' })])
    threads.setFilter((each) => each.coder === 'ruth')
    expect(threads.at(15).map((each) => each.id)).toEqual(['b'])
    expect(lanes('b')).toEqual([0])
    threads.add(coding('c', 12, 14))
    expect(threads.at(13).map((each) => each.id)).toEqual(['b'])
    threads.setFilter(null)
    expect(threads.at(13).map((each) => each.id)).toEqual(['c', 'b', 'a'])
  })
})

describe('lanes under a filter', () => {
  it('are where they were when all is shown again, also beside what came meanwhile', () => {
    threads.set([coding('a', 0, 300), coding('b', 10, 20, { coder: 'ruth' })])
    threads.add(coding('c', 0, 400))
    threads.setFilter((each) => each.coder === 'ruth')
    threads.add(coding('d', 12, 14))
    threads.remove('a')
    threads.setFilter(null)
    expect(lanes('b', 'c', 'd')).toEqual([1, 2, 0])
  })
})

describe('finding', () => {
  it('tells the codings at a position, smallest first', () => {
    threads.set([coding('large', 0, 300), coding('small', 10, 20), coding('middle', 5, 100)])
    expect(threads.at(15).map((each) => each.id)).toEqual(['small', 'middle', 'large'])
    expect(threads.at(20).map((each) => each.id)).toEqual(['middle', 'large'])
    expect(threads.at(350)).toEqual([])
  })

  it('walks in text order, the longest first of those that begin together', () => {
    threads.set([coding('c', 50, 60), coding('b', 0, 10), coding('a', 0, 20)])
    expect(threads.next(null, 0, 1)?.id).toBe('a')
    expect(threads.next('a', 0, 1)?.id).toBe('b')
    expect(threads.next('b', 0, 1)?.id).toBe('c')
    expect(threads.next('c', 0, 1)).toBeNull()
    expect(threads.next('b', 0, -1)?.id).toBe('a')
    expect(threads.next(null, 30, 1)?.id).toBe('c')
    expect(threads.next(null, 30, -1)?.id).toBe('b')
  })
})
