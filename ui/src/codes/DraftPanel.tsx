import { useCodebook } from '../app/project'
import { keepMine, takeTheirs, unstage } from '../codebook/staging'
import { shownValue, whyNot, wordsOf } from '../codebook/stepWords'
import { Icon } from '../kit/marks'
import { Empty } from '../kit/states'
import { m } from '../paraglide/messages'
import type { DraftHand } from './useDraft'

/** The changes that were collected, in words; each can be dropped, and all are made as one. */
export function DraftPanel({ hand, onLeave }: { hand: DraftHand; onLeave: () => void }) {
  const { draft, played, keep, apply, isApplying, clashes } = hand
  const able = draft.items.length - played.stuck.size
  return (
    <section className="draft" aria-label={m.codes_draftChanges()}>
      <header className="row">
        <h2>{m.codes_reorganise()}</h2>
        <span className="push row tight">
          <button type="button" className="btn" onClick={onLeave}>
            {m.codes_leaveDraft()}
          </button>
          <button
            type="button"
            className="btn primary"
            disabled={!able || clashes.length > 0 || isApplying}
            onClick={apply}
          >
            {able ? m.codes_apply({ n: able }) : m.codes_applyNone()}
          </button>
        </span>
      </header>
      {clashes.map((clash) => (
        <Disagreement key={`${clash.code.id} ${clash.field}`} {...{ clash, hand }} />
      ))}
      {draft.items.length ? (
        <>
          <ol className="staged">
            {draft.items.map(({ id, steps }) => {
              const words = wordsOf(played.before.get(id) ?? played.book, steps)
              const why = played.stuck.get(id)
              return (
                <li key={id} className={why ? 'stuck' : undefined}>
                  <span>
                    {words}
                    {why ? (
                      <span className="cap block">
                        <Icon name="warn" small /> {m.codes_leftOut({ why: whyNot[why]() })}
                      </span>
                    ) : null}
                  </span>
                  <button
                    type="button"
                    className="btn icon quiet sm"
                    aria-label={m.codes_dropOf({ change: words })}
                    title={m.codes_drop()}
                    onClick={() => keep(unstage(draft, id))}
                  >
                    <Icon name="x" small />
                  </button>
                </li>
              )
            })}
          </ol>
          <button type="button" className="btn quiet danger" onClick={() => keep({ items: [], seen: {} })}>
            {m.codes_dropAll()}
          </button>
        </>
      ) : (
        <Empty title={m.codes_draftNone()}>{m.codes_draftNoneHint()}</Empty>
      )}
    </section>
  )
}

interface DisagreementProps {
  clash: DraftHand['clashes'][number]
  hand: DraftHand
}

/** Someone changed meanwhile what the draft changes too. */
function Disagreement({ clash, hand: { draft, keep, book: then } }: DisagreementProps) {
  const book = useCodebook()
  const { code, field, mine } = clash
  return (
    <div className="banner warn" role="alert">
      <Icon name="warn" />
      <span className="grow">
        {m.codes_changedMeanwhile({
          code: code.name,
          now: shownValue(book, field, code[field]),
          mine: shownValue(then, field, mine),
        })}
      </span>
      <button type="button" className="btn sm" onClick={() => keep(keepMine(draft, clash))}>
        {m.codes_keepMine()}
      </button>
      <button type="button" className="btn sm" onClick={() => keep(takeTheirs(draft, clash))}>
        {m.codes_takeTheirs()}
      </button>
    </div>
  )
}
