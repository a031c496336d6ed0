import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { figure } from '../kit/words'
import { Chart } from './Chart'
import { ink } from './inks'
import { WIDTH } from './layout'

export interface ClimbDatum {
  key: string
  /** How many came with this one. */
  fresh: number
  /** How many there are with it and all before. */
  all: number
}

interface ClimbProps {
  data: readonly ClimbDatum[]
  /** What is counted upwards, and what stands from left to right. */
  counted: string
  order: string
}

const TOP = 12
const BOTTOM = 260
const LEFT = 46

/** As many numbers as find room from left to right. */
const LABELS = 24

/** A bar for what each one in an order brings, and a line for what there is up to it. */
export function Climb({ data, counted, order }: ClimbProps) {
  const band = (WIDTH - LEFT - 16) / Math.max(1, data.length)
  const middle = (i: number) => LEFT + (i + 0.5) * band
  const y = scaleLinear()
    .domain([0, Math.max(1, ...data.map(({ all }) => all))])
    .nice(6)
    .range([BOTTOM, TOP])
  const path =
    line<ClimbDatum>(
      (_, i) => middle(i),
      ({ all }) => y(all),
    )([...data]) ?? ''
  const every = Math.ceil(data.length / LABELS)
  return (
    <Chart height={BOTTOM + 44}>
      {y
        .ticks(6)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <path d={`M${LEFT} ${y(tick)}H${WIDTH - 16}`} stroke={ink(tick ? 'edge' : 'ink-2')} />
            <text x={LEFT - 8} y={y(tick)} dy="0.34em" textAnchor="end" fill={ink('ink-2')}>
              {figure(tick)}
            </text>
          </g>
        ))}
      {data.map(({ key, fresh }, i) => (
        <rect
          key={key}
          x={middle(i) - Math.min(14, band * 0.35)}
          y={y(fresh)}
          width={Math.min(28, band * 0.7)}
          height={BOTTOM - y(fresh)}
          fill={ink('heat-4')}
          stroke={ink('edge-strong')}
        />
      ))}
      <path d={path} fill="none" stroke={ink('ink')} strokeWidth={1.5} />
      {data.map(({ key, all }, i) => (
        <g key={key}>
          <circle cx={middle(i)} cy={y(all)} r={3} fill={ink('paper')} stroke={ink('ink')} strokeWidth={1.5} />
          {i % every === 0 ? (
            <text x={middle(i)} y={BOTTOM + 17} textAnchor="middle" fill={ink('ink-2')}>
              {figure(i + 1)}
            </text>
          ) : null}
        </g>
      ))}
      <text x={LEFT} y={BOTTOM + 36} fill={ink('ink-2')}>
        {order}
      </text>
      <text x={WIDTH - 16} y={BOTTOM + 36} textAnchor="end" fill={ink('ink-2')}>
        {counted}
      </text>
    </Chart>
  )
}
