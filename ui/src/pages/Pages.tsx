import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Fill } from '../app/slots'
import { useDesk } from '../coding/desk'
import { pages } from '../data/pages'
import { Segmented } from '../kit/fields'
import { m } from '../paraglide/messages'
import { prefer, usePreferences } from '../settings/preferences'
import { PagesPane } from './PagesPane'
import './pages.css'

/** The pages of a source's file beside its text or in its place, and the switch between them. */
export default function Pages() {
  const { project, source } = useDesk()
  const { data: list = [] } = useQuery({ ...pages(project, source.id), enabled: source.format === 'pdf' })
  const { pages: kept = 'text' } = usePreferences()
  const [view, setView] = useState(kept)
  if (!list.length) return null
  const options = [
    { value: 'text', name: m.pages_text() },
    { value: 'both', name: m.pages_both() },
    { value: 'pages', name: m.pages_pages() },
  ] as const
  const choose = (next: typeof view) => {
    setView(next)
    prefer({ pages: next })
  }
  return (
    <>
      <Fill slot="tools">
        <Segmented label={m.pages_view()} value={view} options={options} onChange={choose} />
      </Fill>
      {view === 'text' ? null : <PagesPane list={list} alone={view === 'pages'} />}
    </>
  )
}
