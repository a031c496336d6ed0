// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setConnected } from '../live/connection'
import { fetched } from './fetched'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  setConnected(true)
  vi.useRealTimers()
})

const away = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))

it('waits for a connection that was lost, however long, and then gives the part', async () => {
  setConnected(false)
  const load = vi.fn(away as () => Promise<string>)
  const part = fetched(load)
  await vi.advanceTimersByTimeAsync(60_000)
  load.mockResolvedValue('the part')
  setConnected(true)
  await vi.advanceTimersByTimeAsync(1000)
  expect(await part).toBe('the part')
})

it('tells what a server that can be reached does not have', async () => {
  const load = vi.fn(away)
  const told = expect(fetched(load)).rejects.toThrow('Failed to fetch')
  await vi.advanceTimersByTimeAsync(10_000)
  await told
  expect(load).toHaveBeenCalledTimes(4)
})
