import { lengthOf, type Span } from './coding'

/** The darkest shade; 0 is for what nobody coded. */
export const DARKEST = 4

/** How many codings deep a stretch may be, on average, for the shades 1, 2 and 3. */
const DEPTHS = [1, 2, 4]

/** How densely each of equal stretches of a text is coded, as a shade from 0 to the darkest. Lengths are code points. */
export function shadesOf(codings: Iterable<Span>, length: number, stretches: number): Uint8Array {
  const size = length / stretches
  const [edges, inner] = [new Float64Array(stretches), new Int32Array(stretches + 1)]
  for (const coding of codings) spread(coding, size, edges, inner)
  const shades = new Uint8Array(stretches)
  let through = 0
  for (let at = 0; at < stretches; at++) {
    through += inner[at] as number
    shades[at] = shadeOf(through + (edges[at] as number))
  }
  return shades
}

/** Counts a span whole in the stretches it runs through, and in part where it begins and ends. */
function spread(span: Span, size: number, edges: Float64Array, inner: Int32Array): void {
  if (!lengthOf(span)) return
  const last = edges.length - 1
  const from = Math.min(last, Math.floor(span.start / size))
  const to = Math.min(last, Math.floor((span.end - 1) / size))
  const add = (at: number, part: number) => {
    edges[at] = (edges[at] as number) + part
  }
  add(from, from === to ? lengthOf(span) / size : from + 1 - span.start / size)
  if (from === to) return
  add(to, span.end / size - to)
  inner[from + 1] = (inner[from + 1] as number) + 1
  inner[to] = (inner[to] as number) - 1
}

function shadeOf(depth: number): number {
  if (depth <= 0) return 0
  const found = DEPTHS.findIndex((most) => depth <= most + 1e-9)
  return found < 0 ? DARKEST : found + 1
}

/** The stretches that some spans touch, as runs of [from, to). */
export function runsOf(spans: Iterable<Span>, length: number, stretches: number): [from: number, to: number][] {
  const touched = new Uint8Array(stretches)
  const at = (position: number) => Math.min(stretches - 1, Math.floor((position / length) * stretches))
  for (const { start, end } of spans) touched.fill(1, at(start), at(Math.max(start, end - 1)) + 1)
  return runs(touched, 1)
}

/** Where a list holds a value, as runs of [from, to). */
export function runs(list: Uint8Array, value: number): [from: number, to: number][] {
  const found: [number, number][] = []
  for (let at = 0; at < list.length; at++) {
    if (list[at] !== value) continue
    const last = found.at(-1)
    if (last?.[1] === at) last[1] = at + 1
    else found.push([at, at + 1])
  }
  return found
}

/** Runs as an SVG path of bars between two sides, one unit high a stretch. */
export const bars = (found: readonly [number, number][], left: number, right: number): string =>
  found.map(([from, to]) => `M${left} ${from}H${right}V${to}H${left}z`).join('')
