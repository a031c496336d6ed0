import { type KeyboardEvent, useId, useState } from 'react'
import type { Link, Memo } from '../api/names'
import { Keycaps } from '../commands/Keycaps'
import { memoKinds } from '../data/memos'
import { Segmented, TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { m } from '../paraglide/messages'
import { useDraft } from './drafts'
import { LazyEditor } from './LazyEditor'
import { LinkField } from './LinkField'
import { chosenLinks } from './links'
import { kindNames } from './names'
import { StandsOn } from './StandsOn'
import { keyOfStanding, type Standing } from './standing'
import { useSaveMemo } from './useSaveMemo'

interface MemoFormProps {
  /** The memo that is changed; without one a new memo is written. */
  memo?: Memo
  /** What a new memo stands on. */
  on?: Standing
  /** What else a new memo is about. */
  links?: Link[]
  /** Whether what it stands on can be chosen. */
  movable?: boolean
  onClose: () => void
}

/**
 * Where a memo is written, everywhere. Ctrl Enter saves it, Esc leaves it; what was typed stays in this browser
 * until it is saved or thrown away.
 */
export function MemoForm({ memo, on, links = [], movable, onClose }: MemoFormProps) {
  const id = useId()
  const draft = useDraft(memo ? memo.id : keyOfStanding(on), {
    seen: memo,
    typed: {
      kind: memo?.kind ?? 'analytic',
      title: memo?.title ?? '',
      body: memo?.body ?? '',
      links: memo ? chosenLinks(memo) : links,
      ...(movable && { on: memo ? { kind: memo.targetKind, id: memo.target } : on && 'kind' in on ? on : undefined }),
    },
  })
  const { typed, type } = draft
  const [round, setRound] = useState(0)
  const { save, saving, error, fields, conflict } = useSaveMemo({ draft, on, onSaved: onClose })
  const isEmpty = !typed.body.trim() && !typed.title.trim()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) isEmpty || saving || save()
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <form
        className="stack memo-form"
        aria-label={memo ? m.memos_change() : m.memos_new()}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {error ? <Failure error={error} /> : null}
        {draft.found ? (
          <p className="cap row tight wrap">
            {m.memos_draftFound()}
            <button
              type="button"
              className="btn quiet sm"
              onClick={() => {
                draft.restart()
                setRound(round + 1)
              }}
            >
              {m.memos_draftDrop()}
            </button>
          </p>
        ) : null}
        {movable ? <StandsOn on={typed.on} onChange={(next) => type({ on: next })} error={fields.targetKind} /> : null}
        <Segmented
          label={m.memos_kind()}
          value={typed.kind}
          options={memoKinds.map((value) => ({ value, name: kindNames[value]() }))}
          onChange={(kind) => type({ kind })}
        />
        <TextField
          label={m.memos_title()}
          error={fields.title}
          value={typed.title}
          onChange={(event) => type({ title: event.target.value })}
        />
        <LazyEditor
          key={`${id}${round}`}
          label={m.memos_body()}
          placeholder={m.memos_placeholder()}
          value={typed.body}
          error={fields.body}
          focus
          onChange={(body) => type({ body })}
        />
        <LinkField
          links={typed.links}
          body={typed.body}
          on={typed.on}
          known={memo?.linked ?? []}
          onChange={(links) => type({ links })}
        />
        <div className="row tight">
          <button type="submit" className="btn primary" disabled={isEmpty || saving}>
            {m.memos_save()}
          </button>
          <button type="button" className="btn quiet" onClick={onClose}>
            {m.memos_cancel()}
          </button>
          <span className="cap push">
            <Keycaps keys="Mod+Enter" />
          </span>
        </div>
      </form>
      {conflict}
    </>
  )
}
