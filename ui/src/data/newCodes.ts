import type { Code } from '../api/names'
import { Codebook } from '../codebook/codebook'
import { after, type Step } from '../codebook/steps'
import type { Gesture } from './gesture'

/** The codes that some gestures make, in their order. */
export const newCodes = (gestures: readonly Gesture[]): Step[] =>
  gestures.flatMap(({ change, takenBack }) =>
    change.do === 'create' && !takenBack ? [{ code: change.code, create: true, name: change.name }] : [],
  )

/** The codes of a project with new ones among them, as they are shown until the server tells of them. */
export const withNewCodes = (codes: readonly Code[], steps: readonly Step[]): Codebook =>
  after(new Codebook(codes), steps)
