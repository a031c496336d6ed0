import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'

interface BesideProps {
  label: string
  /** What it is about; the focus comes to it when that changes. */
  focus: string
  head: ReactNode
  children: ReactNode
  onClose: () => void
}

/** A panel at the right that Esc closes. */
export function BesidePanel({ label, focus, head, children, onClose }: BesideProps) {
  const panel = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell is another panel
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
  }, [focus])
  return (
    <aside
      className="cell"
      aria-label={label}
      tabIndex={-1}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className="ch">
        <div className="row">
          <h2>{head}</h2>
          <button type="button" className="btn icon quiet push" aria-label={m.relations_close()} onClick={onClose}>
            <Icon name="x" />
          </button>
        </div>
      </header>
      <div className="cell-body">{children}</div>
    </aside>
  )
}
