import { useState } from 'react'
import { announce } from '../kit/announce'
import { m } from '../paraglide/messages'
import { useDesk } from './desk'

/** Codes that are ticked, to be put on the words together. */
export function useTicks() {
  const { acts } = useDesk()
  const [ticks, setTicks] = useState<readonly string[]>([])
  const toggle = (code: string) => {
    const on = !ticks.includes(code)
    setTicks(on ? [...ticks, code] : ticks.filter((one) => one !== code))
    announce(on ? m.coding_tickedNow({ code: acts.called(code) }) : m.coding_untickedNow({ code: acts.called(code) }))
  }
  const dropLast = () => {
    const last = ticks.at(-1)
    if (last) toggle(last)
  }
  return { ticks, toggle, dropLast }
}
