import { symbol, symbolDiamond } from 'd3-shape'
import { figure } from '../kit/words'
import { short } from '../language/decimals'
import { m } from '../paraglide/messages'
import { AXIS, Axis } from './Axis'
import { Chart } from './Chart'
import { ink } from './inks'
import { rowsOf, spanning, WIDTH } from './layout'
import { RowNames } from './RowNames'

export interface BoxDatum {
  name: string
  n: number
  /** The ends of the whiskers, and how many lie beyond them. */
  low: number
  high: number
  outliers: number
  lower: number
  median: number
  upper: number
  mean: number
}

/** Room for what is said of each group, in px. */
const FIGURES = 150

/** A box for each group: its middle half, its median and its mean, and how far the rest reaches. */
export function BoxPlot({ data, axis }: { data: readonly BoxDatum[]; axis: string }) {
  const laid = rowsOf(
    data.map(({ name }) => name),
    40,
  )
  const x = spanning(
    data.flatMap(({ low, high, mean }) => [low, high, mean]),
    laid.left,
    WIDTH - FIGURES,
  )
  return (
    <Chart height={laid.bottom + AXIS}>
      <Axis scale={x} top={0} bottom={laid.bottom} name={axis} />
      <RowNames of={laid} />
      {data.map((one, i) => (
        <Box key={laid.rows[i]?.y} of={one} y={laid.rows[i]?.y ?? 0} x={x} />
      ))}
    </Chart>
  )
}

const diamond = symbol(symbolDiamond, 42)() ?? ''

function Box({ of, y, x }: { of: BoxDatum; y: number; x: (value: number) => number }) {
  const { low, high, lower, median, upper, mean, n, outliers } = of
  return (
    <g stroke={ink('ink')}>
      <path d={`M${x(low)} ${y}H${x(high)}M${x(low)} ${y - 5}v10M${x(high)} ${y - 5}v10`} fill="none" />
      <rect x={x(lower)} y={y - 10} width={Math.max(1, x(upper) - x(lower))} height={20} fill={ink('heat-2')} />
      <path d={`M${x(median)} ${y - 10}v20`} strokeWidth={3} />
      <path d={diamond} transform={`translate(${x(mean)} ${y})`} fill={ink('paper')} />
      <g stroke="none">
        <text x={WIDTH} y={outliers ? y - 7 : y} dy="0.34em" textAnchor="end">
          {m.charts_medianOf({ median: short(median), n: figure(n) })}
        </text>
        {outliers ? (
          <text x={WIDTH} y={y + 8} dy="0.34em" textAnchor="end" fill={ink('ink-2')}>
            {m.charts_beyond({ n: figure(outliers) })}
          </text>
        ) : null}
      </g>
    </g>
  )
}
