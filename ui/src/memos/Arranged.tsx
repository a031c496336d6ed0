import { useState } from 'react'
import type { Link, Memo } from '../api/names'
import { usePeople } from '../app/project'
import { type MemoKind, memoKinds, standings } from '../data/memos'
import { m } from '../paraglide/messages'
import { type Asked, arranged } from './asked'
import { MemoItem } from './MemoItem'
import { MemoOn } from './MemoOn'
import { kindNames, standingNames } from './names'

/** How many memos are drawn at once. */
const STEP = 100

const values = { kind: memoKinds, author: [], standing: standings }

/** Memos in their order, under the headings of their groups. */
export function Arranged({ memos, asked }: { memos: readonly Memo[]; asked: Asked }) {
  const [most, setMost] = useState(STEP)
  const people = usePeople()
  const groups = arranged(memos, asked, asked.group && values[asked.group])
  const nameOf = (of: string): string => {
    if (asked.group === 'kind') return kindNames[of as MemoKind]()
    if (asked.group === 'standing') return standingNames[of as Link['kind']]()
    return of === people.me ? m.memos_byYou() : m.memos_byName({ name: people.name(of) })
  }
  let left = most
  return (
    <>
      {groups.map(({ of, memos: list }) => {
        const shown = list.slice(0, Math.max(0, left))
        left -= shown.length
        if (!shown.length) return null
        return (
          <section key={of} aria-label={of ? nameOf(of) : m.memos_memos()}>
            {of ? (
              <h2>
                {nameOf(of)}
                <span className="n">{list.length}</span>
              </h2>
            ) : null}
            {shown.map((memo) => (
              <MemoItem key={memo.id} memo={memo} heading={of ? 'h3' : 'h2'}>
                <MemoOn memo={memo} />
              </MemoItem>
            ))}
          </section>
        )
      })}
      {memos.length > most ? (
        <button type="button" className="btn" onClick={() => setMost(most + STEP)}>
          {m.memos_more({ n: Math.min(STEP, memos.length - most) })}
        </button>
      ) : null}
    </>
  )
}
