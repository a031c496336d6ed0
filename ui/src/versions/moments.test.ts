import { describe, expect, it } from 'vitest'
import { daysBefore, fieldOf, momentOf } from './moments'

describe('moments', () => {
  it('go into a field and come back as the same minute', () => {
    const at = new Date(2026, 4, 9, 7, 5)
    expect(fieldOf(at)).toBe('2026-05-09T07:05')
    expect(momentOf(fieldOf(at))).toBe(at.toISOString())
  })

  it('are none where nothing, or nonsense, stands', () => {
    expect([momentOf(''), momentOf(undefined), momentOf('yesterday')]).toEqual([undefined, undefined, undefined])
  })

  it('go back whole days, over months too', () => {
    expect(daysBefore(7, new Date(2026, 2, 3, 15, 0))).toBe('2026-02-24T00:00')
  })
})
