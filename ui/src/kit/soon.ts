import { type ComponentType, lazy } from 'react'
import { fetched } from './fetched'
import { whenAtRest } from './whenAtRest'

/** The longest that a busy page puts off what it will need soon, in ms. */
const LATEST = 4000

/**
 * A component that the first picture can do without. It is fetched when it is drawn, and else as soon as the page
 * rests: so that nobody waits for it, and it is there when the connection is lost.
 */
// biome-ignore lint/suspicious/noExplicitAny: the properties of the component, whatever they are
export function soon<C extends ComponentType<any>>(load: () => Promise<{ default: C }>) {
  let part: Promise<{ default: C }> | undefined
  const fetch = () => {
    part ??= fetched(load).catch((error) => {
      part = undefined // the server may have it by the time it is drawn
      throw error
    })
    return part
  }
  whenAtRest(() => fetch().catch(() => {}), LATEST) // it is tried again when it is drawn, and told when that fails too
  return lazy(fetch)
}

/** A component that is fetched when it is drawn. */
// biome-ignore lint/suspicious/noExplicitAny: the properties of the component, whatever they are
export const late = <C extends ComponentType<any>>(load: () => Promise<{ default: C }>) => lazy(() => fetched(load))
