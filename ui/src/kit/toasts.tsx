import { useSyncExternalStore } from 'react'
import { sentenceOf } from '../api/refusal'
import { m } from '../paraglide/messages'

export interface Action {
  label: string
  run: () => void
}

interface Toast {
  id: number
  text: string
  actions: readonly (Action | undefined)[]
}

/** How long a message stands, in ms; longer while it is pointed at. */
const STANDS = 7000

let toasts: readonly Toast[] = []
let count = 0
const listeners = new Set<() => void>()
const timers = new Map<number, number>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const tell of listeners) tell()
}

function drop(id: number): void {
  window.clearTimeout(timers.get(id))
  timers.delete(id)
  set(toasts.filter((toast) => toast.id !== id))
}

const keep = (id: number) => window.clearTimeout(timers.get(id))
const release = (id: number) =>
  timers.set(
    id,
    window.setTimeout(() => drop(id), STANDS),
  )

/** Says what happened, with a way back, or on, where there is one. */
export function toast(text: string, ...actions: Toast['actions']): void {
  const id = ++count
  set([...toasts.slice(-2), { id, text, actions }])
  release(id)
}

/** Says why something did not happen. */
export const toastError = (error: unknown): void => toast(sentenceOf(error))

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <section className="toasts" aria-label={m.kit_toasts()} aria-live="polite">
      {shown.map(({ id, text, actions }) => (
        <div className="toast" key={id} onPointerEnter={() => keep(id)} onPointerLeave={() => release(id)}>
          <span>{text}</span>
          {actions.map((action) =>
            action ? (
              <button
                type="button"
                key={action.label}
                onClick={() => {
                  drop(id)
                  action.run()
                }}
              >
                {action.label}
              </button>
            ) : null,
          )}
        </div>
      ))}
    </section>
  )
}
