import { Link as Goto } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Link, Memo } from '../api/names'
import { useCodebook, useProject, useProjectId, useSources, useStrands } from '../app/project'
import { spanParam } from '../app/search-params'
import { Thread } from '../kit/marks'
import { shorten } from '../kit/words'
import { m } from '../paraglide/messages'
import { CaseLink } from './CaseLink'
import { ThingGone } from './ThingGone'

/** The words of a passage, and where they stand. */
export type Words = NonNullable<Memo['on']>

interface ThingLinkProps {
  thing: Link
  /** Of a passage; without them it is gone. */
  words?: Words
  /** What is said; without it what the thing is called. */
  children?: ReactNode
}

/** How much of a passage is told where nothing else is said, in characters. */
const TOLD = 80

/** A way to a thing of the project; what is gone is told as gone. */
export function ThingLink({ thing: { kind, id }, words, children }: ThingLinkProps) {
  const project = useProjectId()
  const book = useCodebook()
  const source = useSources().find((one) => one.id === (words?.source ?? id))
  const strand = useStrands().find((one) => one.id === id)
  const { name } = useProject()
  const code = book.get(id)
  if (kind === 'passage' && words && source) {
    const search = { at: spanParam(words) }
    return (
      <Goto
        to="/p/$project/sources/$source"
        params={{ project, source: source.id }}
        search={search}
        title={source.title}
      >
        {children ?? `“${shorten(words.text, TOLD)}”`}
      </Goto>
    )
  }
  if (kind === 'code' && code)
    return (
      <Goto
        className="in-code"
        to="/p/$project/codes"
        params={{ project }}
        search={{ code: id }}
        title={code.definition}
      >
        <Thread color={code.color} />
        {children ?? code.name}
      </Goto>
    )
  if (kind === 'source' && source)
    return (
      <Goto to="/p/$project/sources/$source" params={{ project, source: id }}>
        {children ?? source.title}
      </Goto>
    )
  if (kind === 'case') return <CaseLink id={id}>{children}</CaseLink>
  if (kind === 'strand' && strand)
    return (
      <Goto to="/p/$project/sources" params={{ project }} search={{ strand: id }}>
        {children ?? strand.name}
      </Goto>
    )
  if (kind === 'project')
    return (
      <Goto to="/p/$project" params={{ project }}>
        {children ?? name ?? m.memos_wholeProject()}
      </Goto>
    )
  return <ThingGone kind={kind}>{children}</ThingGone>
}
