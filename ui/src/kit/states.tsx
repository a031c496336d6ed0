import { type ReactNode, useEffect, useState } from 'react'
import { sentenceOf } from '../api/refusal'
import { m } from '../paraglide/messages'
import { Icon } from './marks'

interface EmptyProps {
  title: string
  /** Which heading it is on its page. */
  heading?: 'h1' | 'h2' | 'h3'
  children?: ReactNode
  /** A button that does what comes next, and perhaps a second way. */
  actions?: ReactNode
}

/** Nothing is here yet: what is missing, and what to do about it. */
export function Empty({ title, heading: Heading = 'h3', children, actions }: EmptyProps) {
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  )
}

interface FailureProps {
  error: unknown
  retry?: () => void
}

/** Something could not be shown, and why. */
export function Failure({ error, retry }: FailureProps) {
  return (
    <div className="banner danger" role="alert">
      <Icon name="stop" />
      <span className="grow">{sentenceOf(error)}</span>
      {retry ? (
        <button type="button" className="btn sm" onClick={retry}>
          {m.kit_tryAgain()}
        </button>
      ) : null}
    </div>
  )
}

/** Shows its content only when the wait has become noticeable. */
export function Late({ children, after = 200 }: { children: ReactNode; after?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), after)
    return () => window.clearTimeout(timer)
  }, [after])
  return late ? children : null
}

const widths = ['62%', '88%', '74%', '95%', '55%', '81%', '68%', '90%']

/** Lines where text will be. */
export function Lines({ count = 6 }: { count?: number }) {
  return (
    <div className="lines" role="status" aria-label={m.kit_loading()}>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all there is, and never change
        <i className="skel" key={i} style={{ width: widths[i % widths.length] }} />
      ))}
    </div>
  )
}
