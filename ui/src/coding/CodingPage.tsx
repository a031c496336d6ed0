import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Source } from '../api/names'
import { Missing } from '../app/boundaries'
import { Page } from '../app/Page'
import { useProjectId, useSources } from '../app/project'
import { content } from '../data/sources'
import { DeskContext } from './desk'
import { Finder } from './Finder'
import { SelectionBar } from './SelectionBar'
import { useDeskState } from './useDeskState'
import { useKeys } from './useKeys'
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
  const desk = useDeskState({ source, content: data, host, doc })
  useKeys(desk, () => {})
  const { selected, finding, find, back } = desk
  const closeFinder = () => {
    find(false)
    back()
  }
  return (
    <DeskContext value={desk}>
      <Page title={source.title} className="desk">
        <div />
        <section className="text" aria-label="Transcript">
          <div className="doc" ref={doc}>
            <div ref={host} />
            <SelectionBar />
            {finding && selected ? <Finder at={selected} onClose={closeFinder} /> : null}
          </div>
        </section>
        <div />
      </Page>
    </DeskContext>
  )
}
