import { type ComponentType, lazy } from 'react'
import { whenAtRest } from './whenAtRest'

/** The longest that a busy page puts off what it will need soon, in ms. */
const LATEST = 4000

/**
 * A component that the first picture can do without. It is fetched when it is drawn, and else as soon as the page
 * rests: so that nobody waits for it, and it is there when the connection is lost.
 */
// biome-ignore lint/suspicious/noExplicitAny: the properties of the component, whatever they are
export function soon<C extends ComponentType<any>>(load: () => Promise<{ default: C }>) {
  let fetched: Promise<{ default: C }> | undefined
  const fetch = () => {
    fetched ??= load().catch((error) => {
      fetched = undefined // the connection may be back by the time it is drawn
      throw error
    })
    return fetched
  }
  whenAtRest(() => fetch().catch(() => {}), LATEST) // it is tried again when it is drawn, and told when that fails too
  return lazy(fetch)
}
