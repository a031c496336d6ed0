import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { percent } from '../language/decimals'
import { AXIS, Axis } from './Axis'
import { Chart } from './Chart'
import { ink } from './inks'
import { rowsOf, WIDTH } from './layout'
import { RowNames } from './RowNames'

export interface Stretch {
  key: string
  /** Where it begins and ends, from 0 to the length. */
  start: number
  end: number
}

export interface Lane {
  name: string
  stretches: readonly Stretch[]
}

interface LanesProps {
  data: readonly Lane[]
  length: number
  axis: string
  /** Puts a link round what is drawn of a stretch. */
  link: (of: Stretch, lane: Lane, drawn: ReactNode) => ReactNode
}

/** Room for half of the last figure under the lanes, in px. */
const SIDE = 20

/** The least width at which a stretch can be pointed at, in px. */
const LEAST = 4

/** A lane for each name, with the stretches of a length that belong to it. */
export function Lanes({ data, length, axis, link }: LanesProps) {
  const laid = rowsOf(
    data.map(({ name }) => name),
    26,
  )
  const x = scaleLinear()
    .domain([0, length])
    .range([laid.left, WIDTH - SIDE])
  const share = scaleLinear().domain([0, 1]).range(x.range())
  return (
    <Chart height={laid.bottom + AXIS} role="group">
      <Axis scale={share} top={0} bottom={laid.bottom} name={axis} format={percent} />
      <RowNames of={laid} />
      {data.map((lane, i) => {
        const y = laid.rows[i]?.y ?? 0
        return (
          <g key={lane.name}>
            <path d={`M${laid.left} ${y}H${WIDTH - SIDE}`} stroke={ink('edge-strong')} strokeDasharray="1 3" />
            {lane.stretches.map((one) =>
              link(
                one,
                lane,
                <rect
                  x={x(one.start)}
                  y={y - 8}
                  width={Math.max(LEAST, x(one.end) - x(one.start))}
                  height={16}
                  fill={ink('heat-5')}
                  stroke={ink('ink-2')}
                />,
              ),
            )}
          </g>
        )
      })}
    </Chart>
  )
}
