import { describe, expect, it } from 'vitest'
import type { Member } from '../api/names'
import type { Coding } from '../surface'
import { othersByCodings } from './drawn'

const member = (account: string, role: Member['role'] = 'coder') => ({ account, name: account, role }) as Member
const by = (coder: string): Coding => ({ id: '', passage: '', code: 'k', coder, at: '', start: 0, end: 1 })
const names = (members: Member[]) => members.map(({ account }) => account)

describe('other coders', () => {
  it('are in the order of how much they coded, not of when they joined', () => {
    const members = [member('root', 'lead'), member('amira'), member('tom'), member('rukhsana')]
    const codings = ['tom', 'rukhsana', 'rukhsana', 'amira', 'amira', 'amira'].map(by)
    expect(names(othersByCodings(members, codings, 'amira'))).toEqual(['rukhsana', 'tom', 'root'])
  })

  it('leave out readers, but not what they coded before', () => {
    const members = [member('jo', 'reader'), member('kit', 'reader')]
    expect(names(othersByCodings(members, [by('kit')], 'amira'))).toEqual(['kit'])
  })
})
