import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { CaseDetail } from '../api/names'
import { Page } from '../app/Page'
import { useCodebook, useMay, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { oneCase, useRemoveCase } from '../data/cases'
import { variables } from '../data/variables'
import { CodeMark, Icon } from '../kit/marks'
import { toastError } from '../kit/toasts'
import { count } from '../kit/words'
import { MemosOn } from '../memos/MemosOn'
import { m } from '../paraglide/messages'
import { Identity } from './Identity'
import { kindName } from './names'
import { Responses } from './Responses'
import { Ties } from './Ties'
import { Timeline } from './Timeline'
import { Values } from './Values'
import '../look/pages.css'
import './cases.css'

const route = getRouteApi('/inside/p/$project/cases/$case')

/** All that is known of one firm or person: its values, what it said, with what that is coded, and memos. */
export function CasePage() {
  const project = useProjectId()
  const { case: id } = route.useParams()
  const one = useSuspenseQuery(oneCase(project, id)).data
  const list = useSuspenseQuery(variables(project)).data
  const may = useMay().change
  const crumbs = (
    <Link to="/p/$project/cases" params={{ project }}>
      {m.cases_cases()}
    </Link>
  )
  return (
    <Page title={one.name} crumbs={crumbs}>
      <div className="pg case-page" key={id}>
        <header>
          <h1>{one.name}</h1>
          <p>{kindName(one.kind)}</p>
          <Ways id={id} />
          {may ? <Remove one={one} /> : null}
        </header>
        <Identity one={one} may={may} />
        <Values one={one} variables={list} may={may} />
        <Ties one={one} may={may} />
        <Responses one={one} />
        <Codes one={one} />
        <MemosOn kind="case" id={id} heading="h2" />
        <Timeline one={one} />
      </div>
    </Page>
  )
}

/** To its words, and to what is coded of them. */
function Ways({ id }: { id: string }) {
  const to = { params: { project: useProjectId() }, search: { case: [id] } }
  return (
    <>
      <Link className="btn" to="/p/$project/excerpts" {...to}>
        <Icon name="quote" />
        {m.cases_excerptsOf()}
      </Link>
      <Link className="btn" to="/p/$project/search" {...to}>
        <Icon name="search" />
        {m.cases_searchIn()}
      </Link>
    </>
  )
}

function Remove({ one: { id, name } }: { one: CaseDetail }) {
  const project = useProjectId()
  const navigate = useNavigate()
  const remove = useRemoveCase(project)
  const undoable = useUndoToast()
  const onRemove = () =>
    remove.mutate(id, {
      onSuccess: ({ seq }) => {
        undoable(m.cases_removed({ name }), seq)
        void navigate({ to: '/p/$project/cases', params: { project } })
      },
      onError: toastError,
    })
  return (
    <button type="button" className="btn danger push" onClick={onRemove} disabled={remove.isPending}>
      {m.cases_remove()}
    </button>
  )
}

/** With what its words are coded, the most frequent first. */
function Codes({ one: { id, codes, codings, passages } }: { one: CaseDetail }) {
  const project = useProjectId()
  const book = useCodebook()
  const used = codes.flatMap(({ code, count }) => {
    const known = book.get(code)
    return known ? [{ known, count }] : []
  })
  return (
    <section aria-label={m.cases_codes()}>
      <h2>{m.cases_codes()}</h2>
      <p className="soft">
        {used.length
          ? m.cases_coded({ codings: count(codings, 'coding'), passages: count(passages, 'passage') })
          : m.cases_notCoded()}
      </p>
      <ul className="case-codes">
        {used.map(({ known, count }) => (
          <li key={known.id}>
            <Link
              to="/p/$project/excerpts"
              params={{ project }}
              search={{ case: [id], code: [known.id], alone: 'yes' }}
              title={m.cases_excerptsWith({ code: known.name })}
            >
              <CodeMark name={known.name} color={known.color} count={count} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
