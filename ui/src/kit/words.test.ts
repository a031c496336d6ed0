import { describe, expect, it } from 'vitest'
import { firstName, initials } from './people'
import { dayAndTime, dayOf, dayOrTime } from './time'
import { count, listed, shorten, wordsIn } from './words'

describe('times as people say them', () => {
  const now = new Date(2026, 10, 25, 12, 0) // a Wednesday
  const on = (...then: [number, number, number, number, number]) => new Date(...then).toISOString()

  it('are today, yesterday, a weekday, a date', () => {
    expect(dayOf(on(2026, 10, 25, 0, 1), now)).toBe('today')
    expect(dayOf(on(2026, 10, 24, 23, 59), now)).toBe('yesterday')
    expect(dayOf(on(2026, 10, 23, 16, 21), now)).toBe('Monday')
    expect(dayOf(on(2026, 10, 18, 9, 0), now)).toBe('18 November')
    expect(dayOf(on(2025, 4, 12, 9, 0), now)).toBe('12 May 2025')
  })

  it('give the hour where it helps', () => {
    expect(dayAndTime(on(2026, 10, 23, 16, 21), now)).toBe('Monday 16:21')
    expect(dayOrTime(on(2026, 10, 25, 9, 48), now)).toBe('09:48')
    expect(dayOrTime(on(2026, 10, 24, 9, 48), now)).toBe('yesterday')
  })
})

describe('words', () => {
  it('are counted with their unit', () => {
    expect(count(1, 'coding')).toBe('1 coding')
    expect(count(1204, 'passage')).toBe('1,204 passages')
    expect(count(2, 'person')).toBe('2 people')
  })

  it('are counted in a text as people count them', () => {
    expect(wordsIn('It isn’t a straight line, is it?')).toBe(7)
    expect(wordsIn('forty-odd by 2011')).toBe(3)
    expect(wordsIn(' … ')).toBe(0)
  })

  it('are listed with an and', () => {
    expect(listed([])).toBe('')
    expect(listed(['Tom'])).toBe('Tom')
    expect(listed(['Rukhsana', 'Tom', 'Jo'])).toBe('Rukhsana, Tom and Jo')
  })

  it('are shortened at a word', () => {
    expect(shorten('Every quote over three thousand', 14)).toBe('Every quote…')
    expect(shorten('Short  enough', 20)).toBe('Short enough')
  })
})

describe('a person', () => {
  it('has a first name and initials', () => {
    expect(firstName('Rukhsana Nazir')).toBe('Rukhsana')
    expect(initials('Rukhsana Nazir')).toBe('RN')
    expect(initials('amira.osei@example.org')).toBe('AO')
    expect(initials('Jo')).toBe('JO')
  })
})
