import { figure } from '../kit/words'
import { decimal, placesIn, short } from '../language/decimals'
import { m } from '../paraglide/messages'
import { AXIS, Axis } from './Axis'
import { Chart } from './Chart'
import { ink } from './inks'
import { rowsOf, spanning, WIDTH } from './layout'
import { RowNames } from './RowNames'

export interface IntervalDatum {
  name: string
  value: number
  interval?: { low: number; high: number }
  n?: number
}

interface IntervalPlotProps {
  data: readonly IntervalDatum[]
  axis: string
  /** What is compared with: a line at 0. */
  zero?: boolean
}

/** Room for the figures of each row, in px. */
const FIGURES = 168

/** A dot with its interval for each row: means of groups, or the coefficients of a model. An open dot: its interval holds 0. */
export function IntervalPlot({ data, axis, zero }: IntervalPlotProps) {
  const laid = rowsOf(data.map(({ name }) => name))
  const ends = data.flatMap(({ value, interval }) => [value, interval?.low ?? value, interval?.high ?? value])
  const x = spanning(ends, laid.left, WIDTH - FIGURES, zero)
  return (
    <Chart height={laid.bottom + AXIS}>
      <Axis scale={x} top={0} bottom={laid.bottom} name={axis} at={zero ? 0 : undefined} />
      <RowNames of={laid} />
      {data.map(({ value, interval, n }, i) => {
        const y = laid.rows[i]?.y ?? 0
        const open = zero && interval && interval.low <= 0 && interval.high >= 0
        return (
          <g key={y}>
            {interval ? (
              <path
                d={`M${x(interval.low)} ${y}H${x(interval.high)}M${x(interval.low)} ${y - 4}v8M${x(interval.high)} ${y - 4}v8`}
                stroke={ink('ink')}
                strokeWidth={1.5}
                fill="none"
              />
            ) : null}
            <circle
              cx={x(value)}
              cy={y}
              r={4.5}
              fill={ink(open ? 'paper' : 'ink')}
              stroke={ink('ink')}
              strokeWidth={1.5}
            />
            <text x={WIDTH} y={y} dy="0.34em" textAnchor="end">
              {said(value, interval, n)}
            </text>
          </g>
        )
      })}
    </Chart>
  )
}

function said(value: number, interval: IntervalDatum['interval'], n?: number): string {
  const text = interval ? within(value, interval) : short(value)
  return n === undefined ? text : m.charts_withN({ text, n: figure(n) })
}

/** A value with its interval, as exact as this is narrow. */
function within(value: number, { low, high }: { low: number; high: number }): string {
  const places = placesIn(high - low)
  return m.charts_between({ value: decimal(value, places), low: decimal(low, places), high: decimal(high, places) })
}
