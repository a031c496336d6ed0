import { line } from 'd3-shape'
import { short } from '../language/decimals'
import { AXIS, Axis } from './Axis'
import { Chart } from './Chart'
import { ink } from './inks'
import { spanning, WIDTH } from './layout'

interface ScatterProps {
  points: readonly (readonly [x: number, y: number])[]
  /** The line that fits them best. */
  fit?: { intercept: number; slope: number }
  x: string
  y: string
  /** What is said of the line, at its end. */
  said?: string
}

const HEIGHT = 340
const TOP = 24
const LEFT = 52

/** A ring for each row, and the line that fits them. */
export function Scatter({ points, fit, x: across, y: up, said }: ScatterProps) {
  const x = spanning(
    points.map(([at]) => at),
    LEFT,
    WIDTH - 12,
  )
  const y = spanning(
    points.map(([, at]) => at),
    HEIGHT,
    TOP,
  )
  return (
    <Chart height={HEIGHT + AXIS}>
      <text x={0} y={12} fill={ink('ink-2')}>
        {up}
      </text>
      <Axis scale={x} top={TOP} bottom={HEIGHT} name={across} />
      {y.ticks(6).map((tick) => (
        <g key={tick}>
          <path d={`M${LEFT} ${y(tick)}H${WIDTH - 12}`} stroke={ink('edge')} />
          <text x={LEFT - 8} y={y(tick)} dy="0.34em" textAnchor="end" fill={ink('ink-2')}>
            {short(tick)}
          </text>
        </g>
      ))}
      <g fill="none" stroke={ink('ink-2')} strokeOpacity={0.55}>
        {[...new Set(points.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`))].map((at) => (
          <circle key={at} cx={at.split(',')[0]} cy={at.split(',')[1]} r={3} />
        ))}
      </g>
      {fit ? (
        <>
          <path d={line()(ends(fit, x, y)) ?? ''} stroke={ink('ink')} strokeWidth={2} fill="none" />
          {said ? (
            <text x={WIDTH - 12} y={12} textAnchor="end" fontWeight={600}>
              {said}
            </text>
          ) : null}
        </>
      ) : null}
    </Chart>
  )
}

type Scale = ReturnType<typeof spanning>

/** Where a line enters and leaves the picture, in px. */
export function ends(fit: { intercept: number; slope: number }, x: Scale, y: Scale): [number, number][] {
  const [low = 0, high = 0] = y.domain()
  const inside = x.domain().map((at) => {
    const value = fit.intercept + fit.slope * at
    const held = Math.min(Math.max(value, low), high)
    return held === value || !fit.slope ? at : (held - fit.intercept) / fit.slope
  })
  return inside.map((at) => [x(at), y(fit.intercept + fit.slope * at)])
}
