import { useId } from 'react'
import { decimal } from '../language/decimals'
import { Chart } from './Chart'
import { Hatch } from './Hatch'
import { ink } from './inks'
import { rowsOf, WIDTH } from './layout'
import { RowNames } from './RowNames'

interface HeatMapProps {
  names: readonly string[]
  /** Row by row, each −1 to 1; none where there is no figure. */
  values: readonly (readonly (number | undefined)[])[]
}

/** The widest that a cell is, in px. */
const CELL = 76
const HEAD = 22

/** Correlations of each two, with their figures; what is negative is hatched. Columns go by the numbers of the rows. */
export function HeatMap({ names, values }: HeatMapProps) {
  const id = useId()
  const laid = rowsOf(
    names.map((name, i) => `${i + 1}  ${name}`),
    32,
    HEAD,
  )
  const side = Math.min(CELL, (WIDTH - laid.left) / names.length)
  const middle = (j: number) => laid.left + (j + 0.5) * side
  return (
    <Chart height={laid.bottom + 4}>
      <defs>
        <Hatch id={id} />
      </defs>
      {names.map((name, j) => (
        <text key={name} x={middle(j)} y={14} textAnchor="middle" fill={ink('ink-2')}>
          {j + 1}
        </text>
      ))}
      <RowNames of={laid} />
      {values.map((row, i) =>
        row.slice(0, i).map((value, j) => {
          const y = laid.rows[i]?.y ?? 0
          return (
            <g key={`${names[i]}-${names[j]}`}>
              <rect
                x={middle(j) - side / 2 + 1}
                y={y - 15}
                width={side - 2}
                height={30}
                fill={value !== undefined && value < 0 ? `url(#${id})` : ink(strength(value))}
                stroke={ink('edge')}
              />
              <text
                x={middle(j)}
                y={y}
                dy="0.34em"
                textAnchor="middle"
                stroke={ink('paper')}
                strokeWidth={value !== undefined && value < 0 ? 4 : 0}
                paintOrder="stroke"
              >
                {value === undefined ? '–' : decimal(value)}
              </text>
            </g>
          )
        }),
      )}
    </Chart>
  )
}

/** The heat of a correlation. */
const strength = (value = 0) => {
  const size = Math.abs(value)
  return size >= 0.7 ? 'heat-5' : size >= 0.5 ? 'heat-4' : size >= 0.3 ? 'heat-3' : size >= 0.1 ? 'heat-2' : 'heat-1'
}
