import type { Params } from '../app/search-params'
import type { Sample } from '../data/analyses'

/** The ways to look at a survey. */
export const looks = ['describe', 'scales', 'crosstab', 'groups', 'correlations', 'regression'] as const
export type Look = (typeof looks)[number]

/** What stands in the cells of a cross-table. */
export const showings = ['counts', 'row', 'column', 'residuals'] as const
export type Showing = (typeof showings)[number]

/** All that the address says of a relation: with it, a link gives it again. Variables go by their names. */
export interface Asked extends Sample {
  look?: Look
  /** What is described or correlated. */
  of?: string[]
  /** The scale that is open. */
  scale?: string
  row?: string
  column?: string
  show?: Showing
  /** The conditions of what is open: those behind a cell, a group or a coefficient. */
  at?: string[]
  outcome?: string
  by?: string
  /** Means or ranks; Pearson's or Spearman's. */
  method?: 'ranks' | 'spearman'
  predictor?: string[]
  kind?: 'ordered'
  where?: string[]
}

/** The joint display as its address says it. */
export interface JointAsked extends Sample {
  by?: string
  code?: string[]
  /** Codes without those under them. */
  alone?: 'yes'
  /** The cell that is open. */
  atCode?: string
  atValue?: string
  where?: string[]
}

export const askedRelation = (params: Params): Asked =>
  bare({
    look: looks.find((one) => one === params.look),
    of: words(params.of),
    scale: word(params.scale),
    row: word(params.row),
    column: word(params.column),
    show: showings.find((one) => one === params.show),
    at: words(params.at),
    outcome: word(params.outcome),
    by: word(params.by),
    method: (['ranks', 'spearman'] as const).find((one) => one === params.method),
    predictor: words(params.predictor),
    kind: params.kind === 'ordered' ? params.kind : undefined,
    where: words(params.where),
    weight: params.weight === 'none' ? params.weight : undefined,
  })

export const askedJoint = (params: Params): JointAsked =>
  bare({
    by: word(params.by),
    code: words(params.code),
    alone: params.alone === 'yes' ? params.alone : undefined,
    atCode: word(params.atCode),
    atValue: word(params.atValue),
    where: words(params.where),
    weight: params.weight === 'none' ? params.weight : undefined,
  })

const word = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

function words(value: unknown): string[] | undefined {
  const list = [value].flat().filter((one): one is string => typeof one === 'string' && one !== '')
  return list.length ? list : undefined
}

/** What is not asked is left out. */
const bare = <T extends object>(asked: T): T =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as T

/** The part of what is asked that every analysis takes. */
export const sampleOf = ({ where, weight }: Sample): Sample => ({ where, weight })
