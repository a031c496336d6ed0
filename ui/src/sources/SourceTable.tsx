import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Group } from './listing'
import { SourceRow } from './SourceRow'

const columns = [
  { name: m.sources_source },
  { name: m.sources_speakers },
  { name: m.sources_words, number: true },
  { name: m.sources_turns, number: true },
  { name: m.projects_codings, number: true },
  { name: m.sources_codedBy },
]

/** Sources under the names of their strands, in one table so that columns line up. */
export function SourceTable({ groups }: { groups: readonly Group[] }) {
  return (
    <table className="table srcs-table">
      <thead>
        <tr>
          {columns.map(({ name, number }) => (
            <th key={name()} scope="col" className={number ? 'num' : undefined}>
              {name()}
            </th>
          ))}
          <th scope="col">
            <span className="sr">{m.sources_actions()}</span>
          </th>
        </tr>
      </thead>
      {groups.map(({ strand, sources }) => (
        <tbody key={strand?.id ?? 'none'}>
          <tr className="srcs-strand">
            <th scope="rowgroup" colSpan={columns.length + 1}>
              <h2>{strand?.name ?? m.sources_strandDeleted()}</h2>
              <span className="cap">{count(sources.length, 'source')}</span>
              {strand?.question ? <span className="cap cut">{strand.question}</span> : null}
            </th>
          </tr>
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
