import { useCodebook } from '../app/project'
import { heatOf } from '../charts/layout'
import type { Joint, JointCell } from '../data/analyses'
import { CodeMark } from '../kit/marks'
import { figure, shorten } from '../kit/words'
import { percent } from '../language/decimals'
import { m } from '../paraglide/messages'

interface JointTableProps {
  of: Joint
  /** The cell that is open. */
  at: { code?: string; value?: string }
  onOpen: (code: string, value: string) => void
}

/** The most letters of a quotation in a cell. */
const QUOTE = 120

/** A row a code, a column a group; in each cell how many cases speak of it, and one of them in its words. */
export function JointTable({ of: { groups, rows, least, n }, at, onOpen }: JointTableProps) {
  const book = useCodebook()
  return (
    <div className="grid-box">
      <table className="x joint-table" aria-label={m.relations_joint()}>
        <thead>
          <tr>
            <th scope="col">{m.relations_code()}</th>
            {groups.map(({ value, label }) => (
              <th key={value} scope="col">
                {label || value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="n">
            <th scope="row">{m.relations_casesN({ n: figure(n) })}</th>
            {groups.map(({ value, n: inGroup }) => (
              <td key={value}>{figure(inGroup)}</td>
            ))}
          </tr>
          {rows.map(({ code, name, cells }) => (
            <tr key={code}>
              <th scope="row">
                <CodeMark name={name} color={book.get(code)?.color ?? 'oakgall'} />
              </th>
              {groups.map(({ value }, i) => {
                const cell = cells[i]
                return (
                  <td key={value} className={cell?.cases ? `h${heatOf(cell.share)}` : undefined}>
                    {cell ? (
                      <button
                        type="button"
                        className={cell.few ? 'few' : undefined}
                        aria-pressed={at.code === code && at.value === value}
                        disabled={!cell.passages}
                        onClick={() => onOpen(code, value)}
                      >
                        <Cell of={cell} least={least} />
                      </button>
                    ) : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="key cap">
        {rows.some(({ cells }) => cells.some(({ few }) => few)) ? (
          <span>
            <i className="few" aria-hidden="true" /> {m.relations_few({ least: figure(least) })}
          </span>
        ) : null}
        <span>{m.relations_cellsOpen()}</span>
      </p>
    </div>
  )
}

function Cell({ of: { cases, share, few, quotes }, least }: { of: JointCell; least: number }) {
  const [quote] = quotes
  return (
    <>
      <span className="figures">
        <b>{figure(cases)}</b> <span>{percent(share)}</span>
        {few ? <span className="sr">{m.relations_few({ least: figure(least) })}</span> : null}
      </span>
      {quote ? <span className="serif quote">{shorten(quote.text, QUOTE)}</span> : null}
    </>
  )
}
