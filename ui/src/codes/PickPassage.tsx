import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { VList } from 'virtua'
import type { Code, Excerpt } from '../api/names'
import { useCodebook, useProjectId } from '../app/project'
import { excerpts } from '../data/excerpts'
import { Dialog } from '../kit/dialog'
import { SelectField } from '../kit/fields'
import { Failure, Late, Lines } from '../kit/states'
import { m } from '../paraglide/messages'
import { optionOf } from './about'
import { SourceLine } from './SourceLine'

interface PickProps {
  code: Code
  /** What is picked, as its field is called. */
  what: string
  /** Whether it is rather found among the passages of another code. */
  others: boolean
  onPick: (words: string, passage: string) => void
  onClose: () => void
}

/** Picks words from the passages of a code. */
export function PickPassage({ code, what, others, onPick, onClose }: PickProps) {
  const book = useCodebook()
  const codes = book.walk().filter(({ code: one }) => one.codable)
  const sibling = codes.find(({ code: one }) => one.parent === code.parent && one.id !== code.id && one.all > 0)
  const [of, setOf] = useState(others && sibling ? sibling.code.id : code.id)
  return (
    <Dialog title={m.codes_pickOf({ what, code: code.name })} onClose={onClose} wide>
      <div className="stack">
        <SelectField
          label={m.codes_fromPassagesOf()}
          value={of}
          options={codes.map(({ code: one, depth }) => optionOf(one, depth, `(${one.all})`))}
          onChange={setOf}
        />
        <Passages
          key={of}
          code={of}
          onPick={(excerpt) => {
            onPick(excerpt.text, excerpt.passage)
            onClose()
          }}
        />
      </div>
    </Dialog>
  )
}

function Passages({ code, onPick }: { code: string; onPick: (excerpt: Excerpt) => void }) {
  const answer = useInfiniteQuery(excerpts(useProjectId(), { code: [code] }))
  const list = answer.data?.pages.flatMap((page) => page.items) ?? []
  if (answer.error) return <Failure error={answer.error} retry={() => void answer.refetch()} />
  if (answer.isPending) {
    return (
      <Late>
        <Lines count={8} />
      </Late>
    )
  }
  if (!list.length) return <p className="soft">{m.codes_noPassage()}</p>
  return (
    <div className="picks">
      <VList onScrollEnd={() => answer.hasNextPage && void answer.fetchNextPage()}>
        {list.map((excerpt) => (
          <div key={excerpt.coding} className="pick">
            <div>
              <p className="serif">{excerpt.text}</p>
              <p className="cap">
                <SourceLine excerpt={excerpt} />
              </p>
            </div>
            <button type="button" className="btn sm" onClick={() => onPick(excerpt)}>
              {m.codes_take()}
            </button>
          </div>
        ))}
      </VList>
    </div>
  )
}
