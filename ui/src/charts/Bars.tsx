import { scaleLinear } from 'd3-scale'
import { figure } from '../kit/words'
import { percent } from '../language/decimals'
import { Chart } from './Chart'
import { ink } from './inks'
import { rowsOf, WIDTH } from './layout'
import { RowNames } from './RowNames'

export interface BarDatum {
  name: string
  n: number
  /** Of all that have a value, 0 to 1. */
  share: number
}

/** Room for the figures behind the longest bar, in px. */
const FIGURES = 96

/** A bar for each value, as long as its share, with its figures behind it. */
export function Bars({ data }: { data: readonly BarDatum[] }) {
  const laid = rowsOf(data.map(({ name }) => name))
  const x = scaleLinear()
    .domain([0, Math.max(...data.map(({ share }) => share)) || 1])
    .range([0, WIDTH - FIGURES - laid.left])
  return (
    <Chart height={laid.bottom}>
      <RowNames of={laid} />
      {data.map(({ n, share }, i) => {
        const y = laid.rows[i]?.y ?? 0
        return (
          <g key={y}>
            <rect
              x={laid.left}
              y={y - 9}
              width={Math.max(1, x(share))}
              height={18}
              fill={ink('heat-4')}
              stroke={ink('edge-strong')}
            />
            <text x={laid.left + x(share) + 8} y={y} dy="0.34em">
              {figure(n)} · {percent(share)}
            </text>
          </g>
        )
      })}
      <path d={`M${laid.left} 0V${laid.bottom}`} stroke={ink('ink-2')} />
    </Chart>
  )
}
