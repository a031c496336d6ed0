import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type RefObject, Suspense, useEffect, useLayoutEffect, useRef } from 'react'
import type { Source } from '../api/names'
import { Missing } from '../app/boundaries'
import { Page } from '../app/Page'
import { useProjectId, useSources, useStrands } from '../app/project'
import { Fill } from '../app/slots'
import { useHandlers } from '../commands/registry'
import { content } from '../data/sources'
import { Sized } from '../kit/Sized'
import { late, soon } from '../kit/soon'
import { Lines } from '../kit/states'
import { NearContext } from '../memos/things'
import { m } from '../paraglide/messages'
import { DensityBar } from './DensityBar'
import { type Desk, DeskContext } from './desk'
import { Heading } from './Heading'
import { MarginRule } from './MarginRule'
import { Modes } from './Modes'
import { SelectionBar } from './SelectionBar'
import { useBookmarks } from './useBookmarks'
import { useDeskState } from './useDeskState'
import { useDock, useListInAddress } from './useDock'
import { useKeys } from './useKeys'
import { useOpenCoding } from './useOpenCoding'
import { useResize } from './useResize'
import { Tally, Whose } from './Whose'
import './coding.css'

// The text stands first, then what is beside it.
const CodesPane = late(() => import('./tree/CodesPane'))
const Inspector = late(() => import('../inspector/Inspector'))
const Finder = soon(() => import('./Finder'))
const Beside = soon(() => import('./Beside'))
const Dock = soon(() => import('./Dock'))

/** The coding view: codes at the left, the text in the middle, the inspector at the right, retrieved passages below. */
export function CodingPage() {
  const { source: id } = useParams({ from: '/inside/p/$project/sources/$source' })
  const source = useSources().find((one) => one.id === id)
  const desk = useRef<Desk | null>(null)
  const dock = useDock()
  useListInAddress(dock)
  const focusRows = useRef(false)
  const open = () => {
    focusRows.current = true
    dock.set(true)
  }
  useHandlers({ 'list.toggle': () => dock.set(!dock.open), 'list.go': open })
  if (!source) return <Missing />
  return (
    <Page title={source.title} className="desk" crumbs={<StrandLink source={source} />}>
      <Bench key={id} source={source} at={desk} />
      <Suspense>{dock.open ? <Dock dock={dock} desk={desk} focusRows={focusRows} /> : null}</Suspense>
    </Page>
  )
}

function Bench({ source, at }: { source: Source; at: RefObject<Desk | null> }) {
  const { data } = useSuspenseQuery(content(useProjectId(), source.id))
  const host = useRef<HTMLDivElement>(null)
  const doc = useRef<HTMLDivElement>(null)
  const density = useRef<HTMLDivElement>(null)
  const desk = useDeskState({ source, content: data, host, density, doc })
  useKeys(desk, useResize(desk))
  useOpenCoding(desk)
  useLayoutEffect(() => {
    at.current = desk
  })
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
  }, [])
  useBookmarks(desk)
  const { selected, finding, find, back, may, inspector, codes } = desk
  const closeFinder = () => {
    find('')
    back()
  }
  return (
    <DeskContext value={desk}>
      <NearContext value={desk.lit?.passage}>
        <Fill slot="tools">
          <Whose />
        </Fill>
        <Fill slot="status">
          <Modes />
          <Tally />
        </Fill>
        <Sized panel="codes" side={1} label={m.coding_codesWidth()} hidden={!codes.open}>
          <Suspense fallback={<Lines count={10} />}>
            <CodesPane />
          </Suspense>
        </Sized>
        <div className="reading">
          <section className="text" aria-label={m.coding_transcript()}>
            <div className="doc" ref={doc}>
              <Heading />
              <div ref={host} />
              <MarginRule host={host} />
              {may.code ? <SelectionBar /> : null}
              <Suspense>{finding && selected ? <Finder at={selected} onClose={closeFinder} /> : null}</Suspense>
            </div>
          </section>
          <DensityBar bar={density} />
          <Suspense>
            <Beside />
          </Suspense>
        </div>
        {inspector.open ? (
          <Sized panel="inspector" side={-1} label={m.coding_inspectorWidth()}>
            <Suspense fallback={<Lines count={4} />}>
              <Inspector />
            </Suspense>
          </Sized>
        ) : null}
      </NearContext>
    </DeskContext>
  )
}

function StrandLink({ source }: { source: Source }) {
  const project = useProjectId()
  const strand = useStrands().find(({ id }) => id === source.strand)
  if (!strand) return null
  return (
    <Link className="cut" to="/p/$project/sources" params={{ project }} search={{ strand: strand.id }}>
      {strand.name}
    </Link>
  )
}
