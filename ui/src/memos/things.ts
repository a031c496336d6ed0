import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useMemo } from 'react'
import type { Link, Memo, Passage } from '../api/names'
import { useCodebook, useProject, useProjectId, useSources, useStrands } from '../app/project'
import { plain } from '../codebook/codebook'
import { someCases } from '../data/cases'
import { useMemos } from '../data/useMemos'
import { shorten } from '../kit/words'
import { m } from '../paraglide/messages'
import { placeIn } from '../settings/preferences'

/** Something of the project that a memo can be about. */
export interface Thing extends Link {
  /** What it is called; a passage by its words. */
  name: string
  /** What a mention says, where that is not the name. */
  words?: string
  /** Where it belongs: the codes above, the strand, the source. */
  where?: string
  /** Of a code. */
  color?: string
  /** Where a passage stands. */
  place?: NonNullable<Memo['on']>
}

/** The passage that is at hand, which is offered first. */
export const NearContext = createContext<string | undefined>(undefined)

/** How much of a passage's words is told, and how much a mention of it says, in characters. */
const TOLD = 90
const SAID = 60

/** The things that a few letters of their names find; without any, those that were worked with lately. */
export function useThings(typed = ''): Thing[] {
  const passages = usePassages()
  const codes = useCodes()
  const project = useProject()
  const strands = useStrands().map<Thing>(({ id, name }) => ({ kind: 'strand', id, name }))
  const byId = new Map(strands.map(({ id, name }) => [id, name]))
  const sources = useSources().map<Thing>(({ id, title, strand }) => ({
    kind: 'source',
    id,
    name: title,
    where: byId.get(strand),
  }))
  const whole: Thing = { kind: 'project', id: project.id, name: project.name, where: m.memos_wholeProject() }
  const cases = useCases(typed.trim())
  const wanted = plain(typed)
  if (!wanted) return [...passages.slice(0, 3), ...codes.slice(0, 5), ...sources.slice(0, 2), ...strands]
  const called = ({ name }: Thing) => plain(name).includes(wanted)
  const named = [...codes, ...sources, ...strands, ...cases, whole].filter(called)
  const begins = ({ name }: Thing) => Number(!plain(name).startsWith(wanted))
  return [...named.sort((a, b) => begins(a) - begins(b)), ...passages.filter(called)]
}

/** The cases that some letters find, once the server has told. */
function useCases(typed: string): Thing[] {
  const asked = { ...someCases(useProjectId(), typed), enabled: typed !== '', placeholderData: keepPreviousData }
  const { data } = useQuery(asked)
  return (data?.items ?? []).map(({ id, name, key }) => ({ kind: 'case', id, name, where: key }))
}

/** The codes, those used last first. */
function useCodes(): Thing[] {
  const book = useCodebook()
  const { recent } = placeIn(useProjectId())
  return useMemo(() => {
    const used = (id: string) => (recent?.includes(id) ? recent.indexOf(id) : (recent?.length ?? 0))
    const where = (id: string) => book.ancestors(id).map(({ name }) => name)
    const codes = book.walk().map<Thing>(({ code: { id, name, color } }) => ({
      kind: 'code',
      id,
      name,
      color,
      where: where(id).join(' / '),
    }))
    return codes.sort((a, b) => used(a.id) - used(b.id))
  }, [book, recent])
}

/**
 * The passages at hand: the one that is lit, those of sources opened here from the last coded on, and those that
 * memos are about.
 */
export function usePassages(): Thing[] {
  const cache = useQueryClient()
  const project = useProjectId()
  const near = use(NearContext)
  const sources = useSources()
  const written = useMemos(project)
  return useMemo(() => {
    const lists = cache.getQueriesData<Passage[]>({ queryKey: ['p', project, 'passages'] })
    const opened = lists
      .flatMap(([key, list = []]) => list.map((one) => ({ ...one, source: String(key.at(-1)) })))
      .sort((a, b) => lastAt(b).localeCompare(lastAt(a)))
    const told = written.flatMap(({ on, target, linked, version }) => [
      ...(on && version ? [{ id: target, ...on }] : []), // the passage of a new one is not made yet
      ...linked.flatMap(({ id, words }) => (words ? [{ id, ...words }] : [])),
    ])
    const all = [...opened.filter(({ id }) => id === near), ...opened, ...told]
    const title = (id: string) => sources.find((source) => source.id === id)?.title
    return [...new Map(all.map(({ id, ...place }) => [id, passage(id, place, title(place.source))])).values()]
  }, [cache, project, near, sources, written])
}

/** When a passage was coded last. */
const lastAt = ({ codings }: Passage): string => codings.reduce((at, coding) => (coding.at > at ? coding.at : at), '')

const passage = (id: string, { source, start, end, text }: NonNullable<Memo['on']>, where?: string): Thing => ({
  kind: 'passage',
  id,
  name: `“${shorten(text, TOLD)}”`,
  words: `“${shorten(text, SAID)}”`,
  where,
  place: { source, start, end, text },
})
