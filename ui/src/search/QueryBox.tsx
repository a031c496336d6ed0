import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from 'react'
import { Icon } from '../kit/marks'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'

interface QueryBoxProps {
  q: string
  onAsk: (q: string) => void
  /** What is wrong with the query, and where. */
  error?: string
  box: RefObject<HTMLInputElement | null>
  onDown: () => void
  /** What can be done with the query. */
  tools?: ReactNode
  /** What stands under what is typed. */
  below?: (typed: string) => ReactNode
}

/** Where a query is written. It is asked by Enter, so that nothing is refused while it is being written. */
export function QueryBox({ q, onAsk, error, box, onDown, tools, below }: QueryBoxProps) {
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped(q), [q])
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    onDown()
  }
  return (
    <search>
      <form
        className="qbox"
        onSubmit={(event) => {
          event.preventDefault()
          onAsk(typed.trim())
        }}
      >
        <Icon name="search" />
        <input
          ref={box}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKey}
          aria-label={m.search_text()}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'query-error' : undefined}
          placeholder={m.search_placeholder()}
          spellCheck={false}
          autoComplete="off"
        />
        {typed ? (
          <button
            type="button"
            className="btn quiet sm icon"
            aria-label={m.search_clearQuery()}
            onClick={() => onAsk('')}
          >
            <Icon name="x" small />
          </button>
        ) : null}
        {tools}
        <button type="submit" className="btn sm">
          {rich(m.search_search(), { key: () => <kbd>↵</kbd> })}
        </button>
      </form>
      {error ? <QueryError q={q} error={error} /> : null}
      {below?.(typed.trim())}
    </search>
  )
}

/** What can't be read in a query, with its place shown in it. */
function QueryError({ q, error }: { q: string; error: string }) {
  const letters = [...q]
  const place = Number(/^At character (\d+)/.exec(error)?.[1] ?? 0) - 1
  return (
    <p className="qerr" id="query-error" role="alert">
      <Icon name="stop" small />
      <span>{error}</span>
      {place >= 0 ? (
        <code aria-hidden="true">
          {letters.slice(0, place).join('')}
          <b>{letters[place] ?? ' '}</b>
          {letters.slice(place + 1).join('')}
        </code>
      ) : null}
    </p>
  )
}
