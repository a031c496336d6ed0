import type { CSSProperties, ReactNode } from 'react'
import { dyeOf } from '../codebook/codebook'
import { figure } from './words'

/** An icon beside words that say the same. */
export function Icon({ name, small }: { name: string; small?: boolean }) {
  return <i className={`i i-${name}${small ? ' s' : ''}`} aria-hidden="true" />
}

/** A code's dye for an element: by name, or for a colour from elsewhere by value. */
export function dyed(color: string): { 'data-dye'?: string; style?: CSSProperties } {
  const { dye } = dyeOf(color)
  return dye.startsWith('#') ? { style: { '--c': dye } as CSSProperties } : { 'data-dye': dye }
}

/** How a code is drawn everywhere: a short upright thread in its dye. */
export function Thread({ color }: { color: string }) {
  const { form } = dyeOf(color)
  return <i className="thread" data-form={form || undefined} aria-hidden="true" {...dyed(color)} />
}

interface CodeProps {
  name: string
  color: string
  count?: number
  on?: boolean
  children?: ReactNode
}

/** Thread, name, and a count where there is one. */
export function CodeMark({ name, color, count, on, children }: CodeProps) {
  return (
    <span className={on ? 'code on' : 'code'} {...dyed(color)}>
      <Thread color={color} />
      <span className="nm">{name}</span>
      {count === undefined ? null : <span className="n">{figure(count)}</span>}
      {children}
    </span>
  )
}

export function Kbd({ keys }: { keys: readonly string[] }) {
  return keys.map((key) => <kbd key={key}>{key}</kbd>)
}

/** The mark: a weft that turns at the margin. */
export function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <g fill="none" strokeWidth="2">
        <path stroke="currentColor" strokeLinecap="round" d="M17 4H6a3 3 0 0 0 0 6h7.5M13.5 16H3" />
        <path className="edge" d="M13 10h1a3 3 0 0 1 0 6h-1" />
      </g>
    </svg>
  )
}

/** A share of a whole as a bar; the words beside it say the same. */
export function Bar({ share, tone }: { share: number; tone?: 'ok' | 'bad' }) {
  return (
    <span className={`bar ${tone ?? ''}`}>
      <i style={{ width: `${Math.round(Math.max(0, Math.min(1, share)) * 100)}%` }} />
    </span>
  )
}
