import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Code } from '../api/names'
import { useProjectId } from '../app/project'
import { codebookAt } from '../data/codebook'
import { Thread } from '../kit/marks'
import { dayAndTime } from '../kit/time'
import { m } from '../paraglide/messages'
import { Marked } from '../versions/Marked'

/** What a code meant when the lit coding was made, beside what it means now; the words that changed are marked. */
export function Meanings({ code, at }: { code: Code; at?: string }) {
  const project = useProjectId()
  const then = useQuery({ ...codebookAt(project, at ?? ''), enabled: Boolean(at), placeholderData: keepPreviousData })
  const old = then.data?.find(({ id }) => id === code.id)
  const parts = [
    { name: m.secondlook_definition(), was: old?.definition, is: code.definition },
    { name: m.secondlook_include(), was: old?.include, is: code.include },
    { name: m.secondlook_exclude(), was: old?.exclude, is: code.exclude },
  ].filter(({ was, is }) => was || is)
  return (
    <header className="meanings">
      <h2 className="row">
        <Thread color={code.color} />
        {code.name}
      </h2>
      <div className="sides">
        <section aria-label={m.secondlook_then()}>
          <h3>{m.secondlook_then()}</h3>
          {then.data && !parts.some(({ was }) => was) ? <p className="soft">{m.secondlook_undefined()}</p> : null}
          {parts.map(({ name, was = '' }) => (was ? <Part key={name} name={name} before={was} after={was} /> : null))}
        </section>
        <section aria-label={m.secondlook_now()}>
          <h3>
            {m.secondlook_now()}
            {code.definedAt ? (
              <span className="cap">{m.secondlook_since({ day: dayAndTime(code.definedAt) })}</span>
            ) : null}
          </h3>
          {parts.map(({ name, was = '', is }) => (
            <Part key={name} name={name} before={was} after={is} />
          ))}
        </section>
      </div>
    </header>
  )
}

const Part = ({ name, before, after }: { name: string; before: string; after: string }) => (
  <>
    <h4 className="label">{name}</h4>
    <p className="serif">
      <Marked before={before} after={after} />
    </p>
  </>
)
