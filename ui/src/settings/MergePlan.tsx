import { useId } from 'react'
import type { MergeDifference, Merged } from '../api/names'
import type { Take } from '../data/exchange'
import { Findings } from '../exchange/Findings'
import { Version } from '../kit/BothVersions'
import { figure, listed } from '../kit/words'
import { m } from '../paraglide/messages'

const kinds: Record<string, () => string> = {
  source: m.app_sources,
  code: m.app_codes,
  coding: m.projects_codings,
  memo: m.app_memos,
  case: m.app_cases,
  variable: m.exchange_variables,
  tie: m.merge_ties,
  'code set': m.codesets_title,
  strand: m.home_strands,
  'saved search': m.journal_kindSavedSearch,
  report: m.journal_kindReport,
  survey: m.app_surveys,
  response: m.merge_responses,
  bookmark: m.inspector_bookmarks,
}

/** What fields are called; a field that is not here is a variable of a case. */
const fields: Record<string, () => string> = {
  name: m.merge_name,
  title: m.merge_titleOf,
  body: m.merge_text,
  question: m.merge_question,
  words: m.merge_words,
  query: m.merge_query,
  parts: m.merge_parts,
  definition: m.versions_definition,
  include: m.versions_include,
  exclude: m.versions_exclude,
  example: m.versions_example,
  nearMiss: m.versions_nearMiss,
  color: m.merge_color,
}

interface MergePlanProps {
  plan: Merged
  take: Take
  onTake: (take: Take) => void
}

/** What would come of a copy: how much is new, what is not alike and which version stays, and what is left out. */
export const MergePlan = ({ plan, take, onTake }: MergePlanProps) => (
  <section aria-label={m.merge_plan()} aria-live="polite" className="stack">
    <p>
      <b>{plan.name}</b>
      {plan.origin ? <span className="soft"> {m.exchange_fromProgram({ program: plan.origin })}</span> : null}
    </p>
    {plan.empty && !plan.different ? <p>{m.merge_empty()}</p> : <Counts plan={plan} />}
    {plan.joining.length ? <p className="soft">{m.merge_joining({ names: listed(plan.joining) })}</p> : null}
    {plan.differences.length ? (
      <div>
        <h3>{m.merge_differences({ n: figure(plan.different) })}</h3>
        {plan.differences.map((one) => (
          <Difference
            key={one.id}
            difference={one}
            is={take[one.id] ?? one.take}
            onTake={(is) => onTake({ ...take, [one.id]: is })}
          />
        ))}
        {plan.different > plan.differences.length ? <p className="soft">{m.merge_more()}</p> : null}
      </div>
    ) : null}
    <Findings findings={plan.findings} />
  </section>
)

const Counts = ({ plan }: { plan: Merged }) => (
  <table className="merge-counts">
    <thead>
      <tr>
        <th scope="col">{m.merge_what()}</th>
        <th scope="col">{m.merge_new()}</th>
        <th scope="col">{m.merge_same()}</th>
        <th scope="col">{m.merge_left()}</th>
      </tr>
    </thead>
    <tbody>
      {plan.counts.map(({ kind, new: fresh, same, left }) => (
        <tr key={kind}>
          <th scope="row">{kinds[kind]?.() ?? kind}</th>
          <td>{figure(fresh)}</td>
          <td>{figure(same)}</td>
          <td>{figure(left)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

interface DifferenceProps {
  difference: MergeDifference
  is: 'ours' | 'theirs'
  onTake: (is: 'ours' | 'theirs') => void
}

function Difference({ difference: { name, field, ours, theirs, fixed }, is, onTake }: DifferenceProps) {
  const group = useId()
  const legend = `${name}: ${fields[field]?.() ?? field}`
  if (fixed)
    return (
      <p className="soft">
        {legend}. {m.merge_wordsStay()}
      </p>
    )
  const option = { name: group, choice: is, onChoose: onTake }
  return (
    <fieldset className="versions">
      <legend>{legend}</legend>
      <Version {...option} is="ours" title={m.merge_ours()} text={ours} other={theirs} />
      <Version {...option} is="theirs" title={m.merge_theirs()} text={theirs} other={ours} />
    </fieldset>
  )
}
