import { scaleLinear } from 'd3-scale'
import { Chart } from './Chart'
import { ink } from './inks'
import { rowsOf, WIDTH } from './layout'
import { RowNames } from './RowNames'

export interface BarGroup {
  /** What it is called, with its N. */
  name: string
  bars: readonly {
    name: string
    /** What stands behind the bar. */
    figures: string
    /** 0 to 1; none where there is nothing to draw. */
    share?: number
  }[]
}

/** Room for the figures behind the longest bar, in px. */
const FIGURES = 110

/** Room for the name of a group, in px. */
const HEAD = 30

/** Bars in groups, all by one scale, each with its figures behind it. */
export function GroupedBars({ groups }: { groups: readonly BarGroup[] }) {
  let top = 0
  const laid = groups.map(({ bars }) => {
    const head = top + 20
    const rows = rowsOf(
      bars.map(({ name }) => name),
      20,
      top + HEAD,
    )
    top = rows.bottom + 6
    return { head, rows }
  })
  const left = Math.max(0, ...laid.map(({ rows }) => rows.left))
  const most = Math.max(0, ...groups.flatMap(({ bars }) => bars.map(({ share = 0 }) => share))) || 1
  const x = scaleLinear()
    .domain([0, most])
    .range([0, WIDTH - FIGURES - left])
  return (
    <Chart height={top}>
      {groups.map(({ name, bars }, at) => {
        const { head, rows } = laid[at] ?? { head: 0, rows: rowsOf([]) }
        return (
          <g key={`${name}-${head}`}>
            <text x={0} y={head} fontWeight={600}>
              {name}
            </text>
            <RowNames of={rows} />
            {bars.map(({ figures, share }, i) => {
              const y = rows.rows[i]?.y ?? 0
              return (
                <g key={y}>
                  {share === undefined ? null : (
                    <rect
                      x={left}
                      y={y - 7}
                      width={Math.max(1, x(share))}
                      height={14}
                      fill={ink('heat-4')}
                      stroke={ink('edge-strong')}
                    />
                  )}
                  <text x={left + x(share ?? 0) + 8} y={y} dy="0.34em">
                    {figures}
                  </text>
                </g>
              )
            })}
            <path d={`M${left} ${head + 8}V${rows.bottom}`} stroke={ink('ink-2')} />
          </g>
        )
      })}
    </Chart>
  )
}
