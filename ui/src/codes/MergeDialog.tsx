import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Code } from '../api/names'
import { sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { mergeable } from '../codebook/moves'
import { effect } from '../data/codes'
import { Dialog } from '../kit/dialog'
import { SelectField } from '../kit/fields'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { type About, optionOf } from './about'
import { mergesOf, named } from './useCodeActions'

/** Gives everything of some codes to another, and says with numbers what that means. */
export function MergeDialog({ ids, actions, onClose }: About) {
  const { book, merge } = actions
  const targets = mergeable(book, ids)
  const [into, setInto] = useState(() => nearest(targets, book.get(ids[0]))?.id ?? '')
  const target = book.get(into)
  const steps = target ? mergesOf(book, ids, into) : []
  const { data: effects, error } = useQuery(effect(useProjectId(), steps))
  const codings = ids.reduce((sum, id) => sum + (book.get(id)?.own ?? 0), 0)
  const doIt = () => {
    void merge(ids, into)
    onClose()
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.codes_cancel()}
      </button>
      <button type="button" className="btn primary" disabled={!target} onClick={doIt}>
        {m.codes_mergeButton({ n: ids.length, codings: count(codings, 'coding') })}
      </button>
    </>
  )
  const options = targets.map(({ code, depth }) => optionOf(code, depth, `(${code.own})`))
  return (
    <Dialog title={m.codes_mergeOf({ codes: named(book, ids) })} onClose={onClose} footer={footer}>
      <div className="stack">
        <SelectField
          label={m.codes_into()}
          value={into}
          options={options}
          onChange={setInto}
          error={error ? sentenceOf(error) : undefined}
        />
        {target && effects ? <Effects into={target} {...effects} /> : null}
      </div>
    </Dialog>
  )
}

/** A sibling is the likeliest target. */
const nearest = (targets: readonly { code: Code }[], from?: Code): Code | undefined =>
  (targets.find(({ code }) => code.parent === from?.parent) ?? targets[0])?.code

interface EffectsProps {
  into: Code
  moved: number
  folded: number
  children: number
  memos: number
}

function Effects({ into, moved, folded, children, memos }: EffectsProps) {
  const code = into.name
  return (
    <ul className="meaning-list soft">
      <li>{m.codes_mergeMoves({ n: moved, code, own: figure(into.own) })}</li>
      {folded ? <li>{m.codes_mergeFolds({ n: folded, code })}</li> : null}
      {children ? <li>{m.codes_mergeChildren({ n: children, code })}</li> : null}
      {memos ? <li>{m.codes_mergeMemos({ n: memos })}</li> : null}
      <li>{m.codes_mergeKept()}</li>
    </ul>
  )
}
