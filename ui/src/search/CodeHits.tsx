import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { VList } from 'virtua'
import type { HitRange } from '../api/names'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { keys } from '../data/keys'
import { type Codable, codable, type Query, ranges } from '../data/search'
import { useChangeCodings } from '../data/useOutbox'
import { CodeFind } from '../excerpts/CodeBox'
import { announce } from '../kit/announce'
import { Dialog } from '../kit/dialog'
import { Check, Segmented } from '../kit/fields'
import { CodeMark } from '../kit/marks'
import { Failure, Late, Lines } from '../kit/states'
import { toastError } from '../kit/toasts'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { keepRecent } from '../settings/preferences'
import type { Names } from './facets'
import { flipped, hitKey } from './hitKey'

const codables: Record<Codable, () => string> = {
  words: m.search_theWords,
  sentence: m.search_theSentence,
  turn: m.search_theTurn,
}

const rangeKey = ({ source, start, end }: HitRange): string => `${source} ${start}-${end}`

interface CodeHitsProps {
  query: Query
  names: Names
  /** Turns that are not to be coded, by their keys. */
  without: ReadonlySet<string>
  onClose: () => void
}

/** Puts a code on what a query finds: which, on what of it, and on which of them. One action. */
export function CodeHits({ query, names, without, onClose }: CodeHitsProps) {
  const project = useProjectId()
  const input = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState<string>()
  const [what, setWhat] = useState<Codable>('sentence')
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const answer = useQuery({ ...ranges(project, query, what, code), placeholderData: keepPreviousData })
  const all = answer.data?.items.filter((one) => !without.has(hitKey(one))) ?? []
  const isOn = (one: HitRange) => one.coded !== 'same' && !toggled.has(rangeKey(one))
  const chosen = all.filter(isOn)
  const put = usePut(names, onClose)
  const toggle = (one: HitRange) => setToggled((old) => flipped(old, rangeKey(one)))
  const footer = (
    <>
      <p className="cap push">{m.search_rangesChosen({ n: figure(chosen.length), all: figure(all.length) })}</p>
      <button
        type="button"
        className="btn primary"
        disabled={!code || !chosen.length || answer.isPlaceholderData}
        onClick={() => code && void put(code, chosen)}
      >
        {m.search_codeThem({ passages: count(chosen.length, 'passage') })}
      </button>
    </>
  )
  return (
    <Dialog title={m.search_codeHits()} onClose={onClose} focus={input} footer={footer} wide>
      {code ? (
        <p className="row">
          {m.search_chosenCode()}
          <CodeMark name={names.book.get(code)?.name ?? ''} color={names.book.get(code)?.color ?? 'oakgall'} />
          <button type="button" className="btn quiet sm" onClick={() => setCode(undefined)}>
            {m.search_otherCode()}
          </button>
        </p>
      ) : (
        <CodeFind input={input} onPick={setCode} />
      )}
      <div className="row">
        <Segmented
          label={m.search_whatIsCoded()}
          value={what}
          options={codable.map((value) => ({ value, name: codables[value]() }))}
          onChange={setWhat}
        />
        <button type="button" className="btn quiet sm push" onClick={() => setToggled(new Set())}>
          {m.search_tickAll()}
        </button>
        <button type="button" className="btn quiet sm" onClick={() => setToggled(new Set(all.map(rangeKey)))}>
          {m.search_tickNone()}
        </button>
      </div>
      {answer.data?.cut ? <p className="cap">{m.search_rangesCut({ n: figure(answer.data.items.length) })}</p> : null}
      {answer.error ? <Failure error={answer.error} retry={() => void answer.refetch()} /> : null}
      {answer.data ? null : (
        <Late>
          <Lines count={8} />
        </Late>
      )}
      {answer.data && !all.length ? <p className="cap">{m.search_noRanges()}</p> : null}
      <section className="code-ranges" aria-label={m.search_ranges()}>
        <VList data={all}>
          {(one) => (
            <Range
              key={rangeKey(one)}
              range={one}
              title={names.sources.find(({ id }) => id === one.source)?.title ?? ''}
              on={isOn(one)}
              onToggle={() => toggle(one)}
            />
          )}
        </VList>
      </section>
    </Dialog>
  )
}

interface RangeProps {
  range: HitRange
  title: string
  on: boolean
  onToggle: () => void
}

/** Words that would be coded. Those that are coded so already can't be once more. */
const Range = ({ range, title, on, onToggle }: RangeProps) => (
  <div className="code-range">
    <Check checked={on} onChange={onToggle} disabled={range.coded === 'same'}>
      <span>
        <span className="cap">
          {[title, range.speaker].filter(Boolean).join(' · ')}
          {range.coded ? (
            <span className="tag">{range.coded === 'same' ? m.search_codedSame() : m.search_codedPartly()}</span>
          ) : null}
        </span>
        <span className="serif">{range.text}</span>
      </span>
    </Check>
  </div>
)

/** Codes ranges, says so, and offers to take it back. */
function usePut(names: Names, onDone: () => void) {
  const project = useProjectId()
  const change = useChangeCodings(project)
  const undoable = useUndoToast()
  const cache = useQueryClient()
  return async (code: string, chosen: readonly HitRange[]) => {
    const add = chosen.map(({ source, start, end }) => ({ source, start, end, code }))
    const told = m.search_hitsCoded({
      passages: count(add.length, 'passage'),
      code: names.book.get(code)?.name ?? '',
    })
    keepRecent(project, code)
    try {
      const { seq } = await change({ told, change: { do: 'batch', add } })
      onDone()
      announce(told)
      undoable(told, seq)
    } catch (error) {
      toastError(error)
    }
    await cache.invalidateQueries({ queryKey: keys.searches(project) })
  }
}
