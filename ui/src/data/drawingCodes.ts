import type { Code } from '../api/names'
import { Codebook } from '../codebook/codebook'
import { after, type Step } from '../codebook/steps'
import type { Gesture } from './gesture'

/** What some gestures do to the codebook, in their order. */
export const stepsOf = (gestures: readonly Gesture[]): Step[] =>
  gestures.flatMap(({ change, takenBack }) => (change.do === 'steps' && !takenBack ? change.steps : []))

/** The codes of a project after steps of mine, as they are shown until the server tells of them. */
export const withSteps = (codes: readonly Code[], steps: readonly Step[]): Codebook => after(new Codebook(codes), steps)
