import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'

/** Two nodes by their places in the list, and how often they go together. */
export interface Tied {
  a: number
  b: number
  n: number
}

/** Between nodes and the edge, in px: their names stand there. */
const MARGIN = { x: 62, top: 14, bottom: 52 }

/** How long nodes move until they rest. */
const STEPS = 320

/** Where nodes stand in a picture of a size in px: what goes together often is near. The same ties give the same places. */
export function laidOut(
  nodes: number,
  ties: readonly Tied[],
  width: number,
  height: number,
): { x: number; y: number }[] {
  const most = Math.max(1, ...ties.map(({ n }) => n))
  const all: SimulationNodeDatum[] = Array.from({ length: nodes }, (_, index) => ({ index }))
  const links: SimulationLinkDatum<SimulationNodeDatum>[] = ties.map(({ a, b }) => ({ source: a, target: b }))
  const share = (i: number) => (ties[i]?.n ?? 0) / most
  forceSimulation(all)
    .force(
      'ties',
      forceLink(links)
        .distance((_, i) => 320 - 200 * share(i))
        .strength((_, i) => 0.1 + 0.5 * share(i)),
    )
    .force('apart', forceManyBody().strength(-1900))
    .force('room', forceCollide(52))
    .force('x', forceX(width / 2).strength(0.08))
    .force('y', forceY(height / 2).strength(0.14))
    .stop()
    .tick(STEPS)
  const within = (value: number, from: number, to: number) => Math.round(Math.min(to, Math.max(from, value)))
  return all.map(({ x = 0, y = 0 }) => ({
    x: within(x, MARGIN.x, width - MARGIN.x),
    y: within(y, MARGIN.top, height - MARGIN.bottom),
  }))
}
