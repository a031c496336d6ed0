import { inTextOrder, type Span } from './coding'

/** The first lane that is free, given the lanes that are taken. */
export function firstFree(taken: ReadonlySet<number>): number {
  let lane = 0
  while (taken.has(lane)) lane++
  return lane
}

/**
 * Gives every span the first lane that is free where it begins. `reach` says how far a span keeps its lane:
 * its end, or further where something must stand between it and the next in the lane.
 */
export function assignLanes<T extends Span>(spans: readonly T[], reach: (span: T) => number): Map<T, number> {
  const lanes = new Map<T, number>()
  const reached: number[] = []
  for (const span of [...spans].sort(inTextOrder)) {
    const found = reached.findIndex((end) => end <= span.start)
    const lane = found < 0 ? reached.length : found
    reached[lane] = reach(span)
    lanes.set(span, lane)
  }
  return lanes
}
