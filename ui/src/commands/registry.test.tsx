// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prefer } from '../settings/preferences'
import { canRun, type Handlers, listen, run, useHandlers } from './registry'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let done: string[]
let leave: () => void

function Page({ handlers }: { handlers: Handlers }) {
  useHandlers(handlers)
  return (
    <>
      <input type="text" />
      <button type="button">Open</button>
      <div role="dialog" aria-label="Box">
        <button type="button" id="in-box">
          Close
        </button>
      </div>
      <p id="text">Words</p>
    </>
  )
}

const says = (word: string) => (key: string) => void done.push(`${word} ${key}`.trim())

beforeEach(() => {
  done = []
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const handlers = {
    'code.find': says('find'),
    'code.last': says('last'),
    'code.favourite': says('favourite'),
    'edit.undo': says('undo'),
    'palette.open': says('palette'),
  }
  act(() => root.render(<Page handlers={handlers} />))
  const stop = listen()
  leave = () => {
    stop()
    act(() => root.unmount())
    host.remove()
  }
})
afterEach(() => {
  leave()
  prefer({ singleKeys: true })
})

function press(where: string, key: string, held: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
  document.querySelector(where)?.dispatchEvent(event)
  return event.defaultPrevented
}

describe('keys', () => {
  it('do what the page says, and tell which was pressed', () => {
    expect(press('#text', 'c')).toBe(true)
    press('#text', '7')
    expect(done).toEqual(['find c', 'favourite 7'])
  })

  it('are left to the browser where nobody takes them', () => {
    expect(press('#text', 'm')).toBe(false)
    expect(done).toEqual([])
  })

  it('write where one writes, and undo what was written', () => {
    expect([press('input', 'c'), press('input', 'z', { ctrlKey: true })]).toEqual([false, false])
    expect(done).toEqual([])
  })

  it('open the palette from anywhere but a box', () => {
    press('input', 'k', { ctrlKey: true })
    press('#in-box', 'k', { ctrlKey: true })
    expect(done).toEqual(['palette k'])
  })

  it('press a button that has the focus', () => {
    expect(press('button', 'Enter')).toBe(false)
    expect(press('#text', 'Enter')).toBe(true)
  })

  it('that are single can be switched off, the others stay', () => {
    prefer({ singleKeys: false })
    press('#text', 'c')
    press('#text', 'z', { ctrlKey: true })
    expect(done).toEqual(['undo z'])
  })

  it('mean nothing once the page has gone', () => {
    expect(canRun('code.find')).toBe(true)
    leave()
    leave = () => {}
    expect(canRun('code.find')).toBe(false)
    expect(run('code.find')).toBe(false)
  })
})
