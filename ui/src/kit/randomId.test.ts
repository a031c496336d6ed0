import { describe, expect, it } from 'vitest'
import { randomId } from './randomId'

describe('an id made here', () => {
  it('is a UUID of version 4, and another each time', () => {
    const made = Array.from({ length: 1000 }, randomId)
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(made).size).toBe(made.length)
  })
})
