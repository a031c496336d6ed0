import { useEffect, useLayoutEffect, useRef } from 'react'
import { preferences } from '../settings/preferences'
import { commandsFor, writes } from './keys'
import type { CommandId } from './list'

/** Does what a command says; the key tells which of several was pressed. */
export type Handler = (key: string) => void
export type Handlers = Partial<Record<CommandId, Handler>>

/** Who can do what now; those who came last are asked first. */
let stack: { current: Handlers }[] = []

function handlerOf(id: CommandId): Handler | undefined {
  for (const { current } of stack) if (current[id]) return current[id]
  return undefined
}

/** Says what commands do for as long as a component is shown. */
export function useHandlers(handlers: Handlers): void {
  const latest = useRef(handlers)
  useLayoutEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    stack = [latest, ...stack]
    return () => {
      stack = stack.filter((each) => each !== latest)
    }
  }, [])
}

/** Whether a command can be run now. */
export const canRun = (id: CommandId): boolean => handlerOf(id) !== undefined

/** Runs a command; false when nobody here can. */
export function run(id: CommandId, key = ''): boolean {
  const handler = handlerOf(id)
  handler?.(key)
  return handler !== undefined
}

const writing = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]'
const pressing = 'button, a[href], summary, [role=option], [role=menuitem], [role=treeitem]'

/** Keys that mean the same everywhere, also where one writes. */
const everywhere: readonly CommandId[] = ['palette.open', 'go.search', 'recording.toggle', 'recording.back']

/** Whether a key belongs to what has the focus: all where one writes or in a box, Enter on a button. */
function isTaken(event: KeyboardEvent, id: CommandId): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (event.defaultPrevented || event.isComposing) return true
  if (target?.closest('[role=dialog], [role=menu], [role=listbox]')) return true
  if (target?.closest(writing)) return writes(event) || !everywhere.includes(id)
  if (event.key === 'Enter' && target?.closest(pressing)) return true
  return writes(event) && event.key.length === 1 && !preferences().singleKeys
}

/** Listens to the keyboard until it is stopped. */
export function listen(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const done = commandsFor(event).some((id) => !isTaken(event, id) && run(id, event.key))
    if (done) event.preventDefault()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
