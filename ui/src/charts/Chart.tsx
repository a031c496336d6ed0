import type { ReactNode } from 'react'
import { useDrawing } from './drawing'
import { ink } from './inks'
import { WIDTH } from './layout'
import { SIZE } from './text'

/** Room for how many took part, in px. */
const NOTE = 26

interface ChartProps {
  height: number
  /** A group has parts that can be reached; an image is one thing. */
  role?: 'img' | 'group'
  children: ReactNode
}

/** The sheet that a picture is drawn on, `height` px high, with how many took part under it. Only attributes: a file has no style sheet. */
export function Chart({ height, role = 'img', children }: ChartProps) {
  const { titleId, wordsId, note, svg } = useDrawing()
  const whole = Math.round(height + NOTE)
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the heading of the figure is its title
    <svg
      ref={svg}
      className="chart"
      role={role}
      aria-labelledby={titleId}
      aria-describedby={wordsId}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${whole}`}
      width={WIDTH}
      height={whole}
      fontFamily="var(--sans)"
      fontSize={SIZE}
      fill={ink('ink')}
    >
      {children}
      <text x={0} y={whole - 6} fill={ink('ink-2')}>
        {note}
      </text>
    </svg>
  )
}
