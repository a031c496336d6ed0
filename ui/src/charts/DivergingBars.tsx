import { scaleLinear } from 'd3-scale'
import { useId } from 'react'
import { figure } from '../kit/words'
import { percent } from '../language/decimals'
import { m } from '../paraglide/messages'
import { Chart } from './Chart'
import { Hatch } from './Hatch'
import { ink } from './inks'
import { diverging, reach, rowsOf, stackedUp, WIDTH } from './layout'
import { RowNames } from './RowNames'
import { LINE, widthOf } from './text'

export interface DivergingDatum {
  name: string
  n: number
  /** Of the values in their order, each 0 to 1. */
  shares: readonly number[]
}

interface DivergingBarsProps {
  /** What the values are called, the lowest first. */
  values: readonly string[]
  data: readonly DivergingDatum[]
  /** The values have no order: all bars begin at the left. */
  stacked?: boolean
}

/** Room for how many answered, in px. */
const FIGURES = 76

/** Items of one scale: what lies below its middle goes to the left and is hatched, what lies above to the right. */
export function DivergingBars({ values, data, stacked }: DivergingBarsProps) {
  const id = useId()
  const key = keyOf(values)
  const laid = rowsOf(
    data.map(({ name }) => name),
    32,
    key.height,
  )
  const x = scaleLinear()
    .domain(stacked ? [0, 1] : reach(data.map(({ shares }) => shares)))
    .range([laid.left, WIDTH - FIGURES])
  const fills = stacked ? values.map((_, i) => fillAt(i, id)) : fillsOf(values.length, id)
  const layOut = stacked ? stackedUp : diverging
  return (
    <Chart height={laid.bottom + 4}>
      <defs>
        <Hatch id={`${id}-thin`} />
        <Hatch id={`${id}-thick`} dense />
      </defs>
      {key.places.map(({ name, x: at, y }, i) => (
        <g key={name}>
          <rect x={at} y={y} width={14} height={12} fill={fills[i]} stroke={ink('edge-strong')} />
          <text x={at + 20} y={y + 6} dy="0.34em">
            {name}
          </text>
        </g>
      ))}
      <path d={`M${x(0)} ${key.height - 4}V${laid.bottom}`} stroke={ink('ink-2')} strokeDasharray="2 2" />
      <RowNames of={laid} />
      {data.map(({ n, shares }, i) => {
        const y = laid.rows[i]?.y ?? 0
        return (
          <g key={y}>
            {layOut(shares).map(({ at, from, to }) => (
              <Part key={at} from={x(from)} to={x(to)} y={y} fill={fills[at] ?? ''} share={shares[at] ?? 0} />
            ))}
            <text x={WIDTH} y={y} dy="0.34em" textAnchor="end" fill={ink('ink-2')}>
              {m.charts_nIs({ n: figure(n) })}
            </text>
          </g>
        )
      })}
    </Chart>
  )
}

interface PartProps {
  from: number
  to: number
  y: number
  fill: string
  share: number
}

/** One value of an item, with its figure where there is room for it. */
function Part({ from, to, y, fill, share }: PartProps) {
  const text = percent(share)
  if (to <= from) return null
  return (
    <>
      <rect x={from} y={y - 11} width={to - from} height={22} fill={fill} stroke={ink('edge-strong')} />
      {to - from > widthOf(text) + 4 ? (
        <text
          x={(from + to) / 2}
          y={y}
          dy="0.34em"
          textAnchor="middle"
          stroke={ink('paper')}
          strokeWidth={fill.startsWith('url') ? 4 : 0}
          paintOrder="stroke"
        >
          {text}
        </text>
      ) : null}
    </>
  )
}

/** The further from the middle, the heavier: hatched below it, plain on it, filled above it. */
function fillsOf(n: number, id: string): string[] {
  const middle = (n - 1) / 2
  return Array.from({ length: n }, (_, i) => {
    const far = Math.abs(i - middle) > middle / 2
    if (i === middle) return ink('sunk')
    if (i < middle) return `url(#${id}-${far ? 'thick' : 'thin'})`
    return ink(far ? 'heat-5' : 'heat-2')
  })
}

/** Neighbours are told apart by fill or hatching; their order is that of the key. */
const fillAt = (i: number, id: string): string =>
  [ink('heat-5'), `url(#${id}-thin)`, ink('heat-2'), `url(#${id}-thick)`, ink('sunk')][i % 5] ?? ''

/** Where the names of the values stand above the bars, in as many lines as they need. */
function keyOf(values: readonly string[]) {
  let x = 1
  let y = 2
  const places = values.map((name) => {
    const width = widthOf(name) + 36
    if (x > 1 && x + width > WIDTH) {
      x = 1
      y += LINE + 5
    }
    const place = { name, x, y }
    x += width
    return place
  })
  return { places, height: y + LINE + 12 }
}
