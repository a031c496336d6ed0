import { Fragment } from 'react'
import { caps } from './keys'

/** Keys that are pressed together, as they stand on the keyboard: "Mod+Enter" is Ctrl and ↵. */
export const Keycaps = ({ keys }: { keys: string }) =>
  caps(keys).map((cap, i) => (
    <Fragment key={cap}>
      {i ? ' ' : null}
      <kbd>{cap}</kbd>
    </Fragment>
  ))
