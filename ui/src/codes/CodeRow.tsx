import { Link } from '@tanstack/react-router'
import type { Code } from '../api/names'
import { useProjectId } from '../app/project'
import { Icon, Thread } from '../kit/marks'
import { CodeMenu } from './CodeMenu'
import type { CodeActions } from './useCodeActions'

interface CodeRowProps {
  code: Code
  depth: number
  /** Whether the codes under it are shown; undefined when there are none. */
  open?: boolean
  selected: boolean
  /** Whether Tab comes to this row. */
  inTab: boolean
  onToggle: () => void
  actions: CodeActions
}

/** A code with what it means and how often it was used. */
export function CodeRow({ code, depth, open, selected, inTab, onToggle, actions }: CodeRowProps) {
  return (
    <tr
      aria-level={depth + 1}
      aria-expanded={open}
      aria-selected={selected}
      tabIndex={inTab ? 0 : -1}
      data-code={code.id}
      onClick={() => actions.select(code.id)}
      onFocus={(event) => event.target === event.currentTarget && !selected && actions.select(code.id)}
    >
      <td>
        <span className="nm-cell" data-depth={Math.min(depth, 6)}>
          <Twisty open={open} onToggle={onToggle} />
          <Thread color={code.color} />
          <span className={code.codable ? 'cut' : 'cut soft'} title={code.name}>
            {code.name}
          </span>
        </span>
      </td>
      <td className="serif soft def">
        <span className="cut" title={code.definition}>
          {code.definition}
        </span>
      </td>
      <td className="num">
        <Counts code={code} />
      </td>
      <td className="act">
        <CodeMenu code={code} actions={actions} />
      </td>
    </tr>
  )
}

function Twisty({ open, onToggle }: { open?: boolean; onToggle: () => void }) {
  if (open === undefined) return <span className="tw" />
  return (
    <button
      type="button"
      className="tw"
      tabIndex={-1}
      aria-label={open ? 'Hide the codes under it' : 'Show the codes under it'}
      onClick={(event) => {
        event.stopPropagation()
        onToggle()
      }}
    >
      <Icon name={open ? 'down' : 'chev'} small />
    </button>
  )
}

/** Own codings and those with all under it, where they differ; they open the passages. */
function Counts({ code }: { code: Code }) {
  const project = useProjectId()
  const { own, all } = code
  if (!all) return <span className="dim">0</span>
  return (
    <>
      {own !== all ? <span className="own">{own}</span> : null}
      <Link
        to="/p/$project/excerpts"
        params={{ project }}
        search={{ code: [code.id] }}
        tabIndex={-1}
        onClick={(event) => event.stopPropagation()}
      >
        {all}
      </Link>
    </>
  )
}
