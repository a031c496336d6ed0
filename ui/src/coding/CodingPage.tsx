import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Source } from '../api/names'
import { Missing } from '../app/boundaries'
import { Page } from '../app/Page'
import { useProjectId, useSources, useStrands } from '../app/project'
import { content } from '../data/sources'
import { Sized } from '../kit/Sized'
import { NearContext } from '../memos/things'
import { DensityBar } from './DensityBar'
import { DeskContext } from './desk'
import { Finder } from './Finder'
import { Heading } from './Heading'
import { Inspector } from './Inspector'
import { MarginRule } from './MarginRule'
import { SelectionBar } from './SelectionBar'
import { CodesPane } from './tree/CodesPane'
import { useDeskState } from './useDeskState'
import { useKeys } from './useKeys'
import { useResize } from './useResize'
import { Tally, Whose } from './Whose'
import './coding.css'

/** The coding view: codes at the left, the text in the middle, the inspector at the right. */
export function CodingPage() {
  const { source: id } = useParams({ from: '/inside/p/$project/sources/$source' })
  const source = useSources().find((one) => one.id === id)
  return source ? <Bench key={id} source={source} /> : <Missing />
}

function Bench({ source }: { source: Source }) {
  const { data } = useSuspenseQuery(content(useProjectId(), source.id))
  const host = useRef<HTMLDivElement>(null)
  const doc = useRef<HTMLDivElement>(null)
  const density = useRef<HTMLDivElement>(null)
  const desk = useDeskState({ source, content: data, host, density, doc })
  useKeys(desk, useResize(desk))
  const { selected, finding, find, back, may, inspector } = desk
  const closeFinder = () => {
    find(false)
    back()
  }
  return (
    <DeskContext value={desk}>
      <NearContext value={desk.lit?.passage}>
        <Page
          title={source.title}
          className="desk"
          crumbs={<StrandLink source={source} />}
          tools={<Whose />}
          status={<Tally />}
        >
          <Sized panel="codes" side={1} label="Width of the codes">
            <CodesPane />
          </Sized>
          <div className="reading">
            <section className="text" aria-label="Transcript">
              <div className="doc" ref={doc}>
                <Heading />
                <div ref={host} />
                <MarginRule host={host} />
                {may.code ? <SelectionBar /> : null}
                {finding && selected ? <Finder at={selected} onClose={closeFinder} /> : null}
              </div>
            </section>
            <DensityBar bar={density} />
          </div>
          {inspector.open ? (
            <Sized panel="inspector" side={-1} label="Width of the inspector">
              <Inspector />
            </Sized>
          ) : null}
        </Page>
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
