import { Link } from '@tanstack/react-router'
import type { Code } from '../api/names'
import { useProjectId } from '../app/project'
import { Thread } from '../kit/marks'
import { count } from '../kit/words'
import { CodeForm } from './CodeForm'
import { CodeMenu } from './CodeMenu'
import type { CodeActions } from './useCodeActions'

/** One code: what it is called, looks like and means. */
export function CodePanel({ code, actions }: { code?: Code; actions: CodeActions }) {
  const project = useProjectId()
  if (!code) {
    return (
      <aside className="panel" aria-label="Code">
        <p className="cap hint">
          {actions.may ? 'Choose a code to read or change what it means.' : 'Choose a code to read what it means.'}
        </p>
      </aside>
    )
  }
  const above = actions.book.ancestors(code.id)
  return (
    <aside className="panel" aria-label={code.name}>
      <div className="panel-h">
        <Thread color={code.color} />
        <h2 className="grow cut">{code.name}</h2>
        <CodeMenu code={code} actions={actions} />
      </div>
      <div className="in">
        <p className="cap where">
          {above.length ? `In ${above.map((one) => one.name).join(' / ')}. ` : ''}
          <Link to="/p/$project/excerpts" params={{ project }} search={{ code: [code.id] }}>
            {count(code.all, 'coding')}
          </Link>
          {code.own !== code.all ? `, ${code.own} of them its own` : ''}
        </p>
        {actions.may ? <CodeForm key={code.id} code={code} /> : <Meaning code={code} />}
      </div>
    </aside>
  )
}

/** What a code means, for reading. */
function Meaning({ code }: { code: Code }) {
  const parts = [
    ['Definition', code.definition],
    ['Include when', code.include],
    ['Exclude when', code.exclude],
    ['Example', code.example],
  ].filter(([, text]) => text)
  if (!parts.length) return <p className="soft">Nobody has written down yet what it means.</p>
  return (
    <dl className="meaning">
      {parts.map(([name, text]) => (
        <div key={name}>
          <dt className="label">{name}</dt>
          <dd className="serif">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
