import { useRef, useState } from 'react'
import { CodeRow } from './CodeRow'
import { treeKeys } from './treeKeys'
import type { CodeActions } from './useCodeActions'

interface CodeTableProps {
  actions: CodeActions
  selected?: string
  filter: string
  onEdit: () => void
}

/** The codes as a tree with columns. Arrows go through it; with Alt they move the code. */
export function CodeTable({ actions, selected, filter, onEdit }: CodeTableProps) {
  const { book } = actions
  const table = useRef<HTMLTableElement>(null)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const left = book.matching(filter)
  const isHidden = (id: string) => !left && book.ancestors(id).some((above) => closed.has(above.id))
  const shown = book.walk().filter(({ code }) => !isHidden(code.id) && (!left || left.has(code.id)))
  const inTab = shown.some(({ code }) => code.id === selected) ? selected : shown[0]?.code.id
  const openness = (id: string) => (book.children(id).length ? Boolean(left) || !closed.has(id) : undefined)
  const toggle = (id: string, open = closed.has(id)) => {
    const next = new Set(closed)
    if (open) next.delete(id)
    else next.add(id)
    setClosed(next)
  }
  const focus = (id: string | undefined) => {
    if (id) table.current?.querySelector<HTMLElement>(`[data-code="${id}"]`)?.focus()
  }
  const onKey = treeKeys({ actions, shown, openness, toggle, focus, onEdit })
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a treegrid with columns is a table
    <table className="table cb" role="treegrid" aria-label="Codebook" ref={table} onKeyDown={onKey}>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col" className="def">
            Definition
          </th>
          <th scope="col" className="num" title="Codings of the code itself, and with all codes under it">
            Own / all
          </th>
          <th scope="col" className="act">
            <span className="sr">Menu</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ code, depth }) => (
          <CodeRow
            key={code.id}
            {...{ code, depth, actions }}
            open={openness(code.id)}
            selected={code.id === selected}
            inTab={code.id === inTab}
            onToggle={() => toggle(code.id)}
          />
        ))}
      </tbody>
    </table>
  )
}
