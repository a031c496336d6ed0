import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import type { Code, Excerpt } from '../api/names'
import { Missing } from '../app/boundaries'
import { Page } from '../app/Page'
import { useCodebook, useMay, useProjectId } from '../app/project'
import { allOf } from '../data/excerpts'
import { Sized } from '../kit/Sized'
import { Empty, Failure, Late, Lines } from '../kit/states'
import { PassageTable } from './PassageTable'
import { isUnplaced, type Shown, shownRows } from './rows'
import { SplitHead } from './SplitHead'
import { TargetPane } from './TargetPane'
import { targetsOf } from './targets'
import { useAssign } from './useAssign'
import './split.css'
import { m } from '../paraglide/messages'

/** A code's passages beside its sub-codes, to be read again and given to one of them each. */
export function SplitPage() {
  const { code: id } = useParams({ from: '/inside/p/$project/codes/$code/split' })
  const code = useCodebook().get(id)
  return code ? <Split key={id} code={code} /> : <Missing />
}

function Split({ code }: { code: Code }) {
  const project = useProjectId()
  const answer = useQuery(allOf(project, code.id))
  const crumbs = (
    <Link to="/p/$project/codes" params={{ project }} search={{ code: code.id }}>
      {m.codes_codes()}
    </Link>
  )
  return (
    <Page title={m.split_title({ code: code.name })} crumbs={crumbs} className="split">
      {answer.error ? <Failure error={answer.error} retry={() => void answer.refetch()} /> : null}
      {answer.isPending ? (
        <Late>
          <Lines count={16} />
        </Late>
      ) : null}
      {answer.data?.length === 0 ? (
        <Empty heading="h1" title={m.split_noPassages({ code: code.name })}>
          {m.split_noPassagesHint()}
        </Empty>
      ) : null}
      {answer.data?.length ? <Bench code={code} list={answer.data} /> : null}
    </Page>
  )
}

function Bench({ code, list }: { code: Code; list: readonly Excerpt[] }) {
  const book = useCodebook()
  const may = useMay().code
  const [shown, show] = useState<Shown>({ unplaced: true, words: '' })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [others, setOthers] = useState<readonly string[]>([])
  const table = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => shownRows(list, code.id, shown), [list, code.id, shown])
  const targets = targetsOf(book, code.id, others)
  const left = list.filter((one) => isUnplaced(one, code.id)).length
  const assign = useAssign(code.id, () => setTicked(new Set()))
  const back = () => table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  return (
    <>
      <section className="passages" aria-label={m.split_passages()} ref={table}>
        <SplitHead {...{ code, shown, show, left }} all={list.length} ticked={ticked.size} />
        {rows.length ? (
          <PassageTable {...{ code, rows, targets, ticked, setTicked, assign, may }} />
        ) : (
          <AllPlaced {...{ code, shown }} onAll={() => show({ unplaced: false, words: '' })} />
        )}
      </section>
      <Sized panel="targets" side={-1} label={m.split_width()}>
        <TargetPane
          {...{ code, list, targets, assign, may, back }}
          chosen={rows.filter(({ coding }) => ticked.has(coding))}
          onAdd={(id) => setOthers([...others.filter((one) => one !== id), id])}
        />
      </Sized>
    </>
  )
}

function AllPlaced({ code, shown, onAll }: { code: Code; shown: Shown; onAll: () => void }) {
  const title = shown.words ? m.split_noWords() : m.split_allPlaced({ code: code.name })
  const actions = (
    <button type="button" className="btn" onClick={onAll}>
      {m.split_showAll()}
    </button>
  )
  return <Empty title={title} actions={actions} />
}
