import { Link } from '@tanstack/react-router'
import type { Code } from '../api/names'
import { Page } from '../app/Page'
import { useCodebook, useProject, useProjectId } from '../app/project'
import type { Node } from '../codebook/codebook'
import { Thread } from '../kit/marks'
import { Empty } from '../kit/states'
import { count, figure } from '../kit/words'
import { Meaning } from './Meaning'
import './codes.css'
import './whole.css'
import { m } from '../paraglide/messages'

/** Every code in order with what it means, to be read through and printed. */
export function WholePage() {
  const project = useProject()
  const book = useCodebook()
  const crumbs = (
    <Link to="/p/$project/codes" params={{ project: project.id }}>
      {m.codes_codes()}
    </Link>
  )
  const tools = (
    <button type="button" className="btn" onClick={() => window.print()}>
      {m.codes_print()}
    </button>
  )
  return (
    <Page title={m.codes_whole()} crumbs={crumbs} tools={tools} className="whole">
      <article className="whole-book">
        <header>
          <h1>{m.codes_codebook()}</h1>
          <p className="soft">
            {project.name}, {count(book.codes.length, 'code')}
          </p>
        </header>
        {book.codes.length ? null : <Empty title={m.codes_empty()} />}
        {book.walk().map((node) => (
          <Entry key={node.code.id} {...node} />
        ))}
      </article>
    </Page>
  )
}

/** A code's entry; a heading deeper than six levels is still a heading of the sixth. */
function Entry({ code, depth }: Node) {
  const project = useProjectId()
  const Heading = `h${Math.min(depth + 2, 6)}` as 'h2'
  return (
    <section className="entry" data-depth={Math.min(depth, 6)}>
      <header>
        <Heading>
          <Thread color={code.color} />
          <Link to="/p/$project/codes" params={{ project }} search={{ code: code.id }}>
            {code.name}
          </Link>
        </Heading>
        <span className="cap">{usesOf(code)}</span>
      </header>
      <Meaning code={code} />
    </section>
  )
}

function usesOf({ codable, own, all }: Code): string {
  const codings = codable ? count(own, 'coding') : m.codes_a_heading()
  return own === all ? codings : m.codes_wholeOwn({ codings, all: figure(all) })
}
