import { describe, expect, it } from 'vitest'
import { laidOut } from './nodes'

const ties = [
  { a: 0, b: 1, n: 20 },
  { a: 2, b: 3, n: 1 },
]

describe('the places of nodes', () => {
  it('are the same for the same ties, within the picture and apart', () => {
    const places = laidOut(12, ties, 680, 520)
    expect(laidOut(12, ties, 680, 520)).toEqual(places)
    for (const [i, { x, y }] of places.entries()) {
      expect(x).toBeGreaterThanOrEqual(60)
      expect(x).toBeLessThanOrEqual(620)
      expect(y).toBeLessThanOrEqual(470)
      for (const other of places.slice(i + 1)) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(20)
    }
  })

  it('are nearer where two go together more often', () => {
    const [a, b, c, d] = laidOut(4, ties, 680, 520)
    const far = (p = { x: 0, y: 0 }, q = { x: 0, y: 0 }) => Math.hypot(p.x - q.x, p.y - q.y)
    expect(far(a, b)).toBeLessThan(far(c, d))
  })
})
