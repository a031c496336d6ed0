import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Code } from '../api/names'
import { useProjectId } from '../app/project'
import { History } from '../journal/History'
import { Icon, Thread } from '../kit/marks'
import { Menu } from '../kit/menu'
import { count, figure } from '../kit/words'
import { MemosOn } from '../memos/MemosOn'
import { m } from '../paraglide/messages'
import { CodeForm } from './CodeForm'
import { CodeItems } from './CodeItems'
import { Meaning } from './Meaning'
import type { CodeActions } from './useCodeActions'

/** One code as a document: what it is called and means, how often it was used, what is under it and was written on it. */
export function CodeSheet({ code, actions }: { code: Code; actions: CodeActions }) {
  const { book, may, choose, open } = actions
  const above = book.ancestors(code.id)
  const trigger = (
    <button type="button" className="btn quiet icon sm" aria-label={m.codes_menuOf({ code: code.name })}>
      <Icon name="more" />
    </button>
  )
  return (
    <article className="sheet" aria-label={code.name}>
      <header>
        <div className="row tight">
          <p className="cap path">
            {above.map((one) => (
              <span key={one.id}>
                <button type="button" className="linkish" onClick={() => choose(one.id)}>
                  {one.name}
                </button>
                {' / '}
              </span>
            ))}
          </p>
          <span className="push row tight">
            <Uses code={code} may={may} />
            <Menu trigger={trigger} align="end">
              <CodeItems ids={[code.id]} actions={actions} />
            </Menu>
          </span>
        </div>
        {may ? null : (
          <h2 className="title">
            <Thread color={code.color} />
            {code.name}
          </h2>
        )}
      </header>
      {may ? <CodeForm code={code} /> : <Meaning code={code} />}
      <Under code={code} actions={actions}>
        {may ? (
          <button type="button" className="btn sm quiet" onClick={() => open({ what: 'new', under: code.id })}>
            <Icon name="plus" small />
            {m.codes_newUnder()}
          </button>
        ) : null}
      </Under>
      <MemosOn key={code.id} kind="code" id={code.id} />
      <Past code={code} />
    </article>
  )
}

/** What was done to the code, asked for when someone wants to see it. */
function Past({ code }: { code: Code }) {
  const [open, setOpen] = useState(false)
  return (
    <section className="part" aria-label={m.codes_history()}>
      <h3>{m.codes_history()}</h3>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{m.codes_historyShow()}</summary>
        {open ? <History about={code.id} /> : null}
      </details>
    </section>
  )
}

/** How often the code was used, and where its passages are read. */
function Uses({ code, may }: { code: Code; may: boolean }) {
  const project = useProjectId()
  return (
    <>
      <Link to="/p/$project/excerpts" params={{ project }} search={{ code: [code.id] }}>
        {count(code.all, 'coding')}
      </Link>
      {code.own !== code.all ? <span className="soft">{m.codes_itsOwn({ n: figure(code.own) })}</span> : null}
      <span className="soft">{count(code.sources, 'source')}</span>
      {may && code.codable && code.all ? (
        <Link className="btn sm" to="/p/$project/codes/$code/split" params={{ project, code: code.id }}>
          {m.codes_split()}
        </Link>
      ) : null}
    </>
  )
}

function Under({ code, actions, children }: { code: Code; actions: CodeActions; children: ReactNode }) {
  const { book, choose } = actions
  const codes = book.children(code.id)
  return (
    <section className="part" aria-label={m.codes_underIt()}>
      <h3>{m.codes_underIt()}</h3>
      {codes.length ? (
        <ul className="under">
          {codes.map((one) => (
            <li key={one.id}>
              <button type="button" className="code bare" onClick={() => choose(one.id)}>
                <Thread color={one.color} />
                <span className="nm">{one.name}</span>
                <span className="n">{one.all}</span>
              </button>
              <span className="serif soft cut">{one.definition}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {children}
    </section>
  )
}
