import { useMemo, useState } from 'react'
import { Chart } from './Chart'
import { ink } from './inks'
import { WIDTH } from './layout'
import { laidOut, type Tied } from './nodes'
import { LINE, wrapped } from './text'

interface NetworkProps {
  /** What each node is called. */
  names: readonly string[]
  ties: readonly Tied[]
  /** A node with all it is tied to, in words. */
  said: (node: number) => string
}

const HEIGHT = 520

/** The widest that a tie is, in px. */
const WIDE = 9

/** What goes together, near each other: a tie is as wide as its number, which stands on it. A node lights its ties. */
export function Network({ names, ties, said }: NetworkProps) {
  const places = useMemo(() => laidOut(names.length, ties, WIDTH, HEIGHT), [names.length, ties])
  const [lit, setLit] = useState<number>()
  const most = Math.max(1, ...ties.map(({ n }) => n))
  const isOn = ({ a, b }: Tied) => lit === undefined || a === lit || b === lit
  const at = (node: number) => places[node] ?? { x: 0, y: 0 }
  return (
    <Chart height={HEIGHT} role="group">
      {ties.map((tie) => (
        <line
          key={`${tie.a}-${tie.b}`}
          x1={at(tie.a).x}
          y1={at(tie.a).y}
          x2={at(tie.b).x}
          y2={at(tie.b).y}
          stroke={ink(isOn(tie) ? 'edge-strong' : 'edge')}
          strokeWidth={Math.max(1, (WIDE * tie.n) / most)}
        />
      ))}
      {ties.filter(isOn).map((tie) => (
        <text
          key={`${tie.a}-${tie.b}`}
          x={(at(tie.a).x + at(tie.b).x) / 2}
          y={(at(tie.a).y + at(tie.b).y) / 2}
          dy="0.34em"
          textAnchor="middle"
          fontWeight={600}
          stroke={ink('paper')}
          strokeWidth={4}
          paintOrder="stroke"
        >
          {tie.n}
        </text>
      ))}
      {names.map((name, node) => (
        // biome-ignore lint/a11y: a picture has no buttons but those that are drawn
        <g
          key={`${name}-${at(node).x}`}
          role="button"
          aria-pressed={lit === node}
          aria-label={said(node)}
          tabIndex={0}
          onClick={() => setLit(node)}
          onFocus={() => setLit(node)}
          onBlur={() => setLit(undefined)}
          onPointerEnter={() => setLit(node)}
          onPointerLeave={() => setLit(undefined)}
        >
          <circle
            cx={at(node).x}
            cy={at(node).y}
            r={6}
            fill={ink(lit === node ? 'ink' : 'paper')}
            stroke={ink('ink')}
            strokeWidth={2}
          />
          {wrapped(name, 110, 3).map((line, i) => (
            <text
              key={line}
              x={at(node).x}
              y={at(node).y + 20 + i * LINE}
              textAnchor="middle"
              stroke={ink('paper')}
              strokeWidth={6}
              strokeLinejoin="round"
              paintOrder="stroke"
            >
              {line}
            </text>
          ))}
        </g>
      ))}
    </Chart>
  )
}
