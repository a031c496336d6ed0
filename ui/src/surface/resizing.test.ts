// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { Borders } from './borders'
import type { Span } from './coding'
import { coding, transcriptOf } from './fixture'
import { Resizing } from './resizing'
import { Threads } from './threads'

const transcript = transcriptOf('We make seals, and gaskets.', 'Ah.')
const threads = new Threads(transcript)
let told: string[]
const resizing = new Resizing({
  threads,
  borders: new Borders(transcript, 'en'),
  drawn: () => {},
  done: ({ id }, { start, end }, alone) => told.push(`${id} ${start}-${end}${alone ? ' alone' : ''}`),
})
const trust = coding('trust', 3, 13, { passage: 'p' })
const help = coding('help', 3, 13, { passage: 'p' })
const other = coding('other', 3, 13, { passage: 'q' })
const drawn = () => threads.inOrder().map(({ id, start, end }: { id: string } & Span) => `${id} ${start}-${end}`)

beforeEach(() => {
  told = []
  resizing.giveUp()
  threads.set([trust, help, other])
})

describe('a passage that is resized', () => {
  it('is drawn at every step, with all that is coded on it, and told once', () => {
    resizing.draw(trust, { start: 3, end: 18 }, false)
    resizing.draw(trust, { start: 3, end: 26 }, false)
    expect(drawn().toSorted()).toEqual(['help 3-26', 'other 3-13', 'trust 3-26'])
    resizing.end()
    resizing.end()
    expect(told).toEqual(['trust 3-26'])
  })

  it('leaves the others where they are when one coding is taken alone', () => {
    resizing.draw(trust, { start: 3, end: 18 }, false)
    resizing.draw(trust, { start: 3, end: 18 }, true)
    expect(drawn().toSorted()).toEqual(['help 3-13', 'other 3-13', 'trust 3-18'])
    resizing.end()
    expect(told).toEqual(['trust 3-18 alone'])
  })

  it('is as it was when it is given up, and nothing is told', () => {
    resizing.draw(trust, { start: 3, end: 18 }, false)
    resizing.giveUp()
    resizing.end()
    expect(drawn().toSorted()).toEqual(['help 3-13', 'other 3-13', 'trust 3-13'])
    expect(told).toEqual([])
  })

  it('keeps what others changed meanwhile', () => {
    resizing.draw(trust, { start: 3, end: 18 }, false)
    threads.replace('help', { ...help, code: 'money', start: 0, end: 2 })
    resizing.giveUp()
    expect(drawn().toSorted()).toEqual(['help 0-2', 'other 3-13', 'trust 3-13'])
  })

  it('goes on from the length that is drawn when keys follow one another', () => {
    resizing.step(trust, 'end', 1, 'word')
    resizing.step(trust, 'end', 1, 'word')
    resizing.end()
    expect(told).toEqual(['trust 3-26'])
  })

  it('is not told when it went away, or is as long as before', () => {
    resizing.draw(trust, { start: 3, end: 13 }, false)
    resizing.end()
    resizing.draw(trust, { start: 3, end: 18 }, false)
    threads.remove('trust')
    resizing.end()
    expect(told).toEqual([])
  })
})
