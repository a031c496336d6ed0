import type { ScaleLinear } from 'd3-scale'
import { short } from '../language/decimals'
import { ink } from './inks'

/** Room for an axis with its name, in px. */
export const AXIS = 42

interface AxisProps {
  scale: ScaleLinear<number, number>
  /** Where what is drawn begins and ends, in px from above. */
  top: number
  bottom: number
  name: string
  /** A value that others are compared with; its line is heavier. */
  at?: number
  format?: (n: number) => string
}

/** What stands where from left to right, with thin lines through what is drawn. */
export function Axis({ scale, top, bottom, name, at, format = short }: AxisProps) {
  const [from = 0, to = 0] = scale.range()
  return (
    <g>
      {scale.ticks(6).map((tick) => (
        <g key={tick}>
          <path
            d={`M${scale(tick)} ${top}V${bottom + 4}`}
            stroke={tick === at ? ink('ink-2') : ink('edge')}
            strokeWidth={tick === at ? 1.5 : 1}
          />
          <text x={scale(tick)} y={bottom + 17} textAnchor="middle" fill={ink('ink-2')}>
            {format(tick)}
          </text>
        </g>
      ))}
      <text x={(from + to) / 2} y={bottom + 34} textAnchor="middle" fill={ink('ink-2')}>
        {name}
      </text>
    </g>
  )
}
