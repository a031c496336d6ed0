import type { Effect, Test } from '../data/analyses'
import { decimal, placesIn, probability, short } from '../language/decimals'
import { m } from '../paraglide/messages'
import { Grid } from './Grid'
import { methodName, reasonOf } from './methods'

/** Tests with their figures, each a row; one that is not defined says why. */
export function Tests({ label, tests }: { label: string; tests: readonly Test[] }) {
  if (!tests.length) return null
  return (
    <Grid
      label={label}
      head={[label, m.relations_statistic(), m.relations_df(), m.relations_p()]}
      rows={tests.map((test) => ({
        key: test.method,
        name: methodName(test.method),
        cells: test.undefined
          ? [reasonOf(test.undefined), '–', '–']
          : [decimal(test.statistic), degrees(test), probability(test.p)],
      }))}
    />
  )
}

function degrees({ df, df2 }: Test): string {
  if (df === undefined) return '–'
  return df2 === undefined ? short(df) : m.relations_dfBoth({ df: short(df), df2: short(df2) })
}

/** Sizes of a difference or relation with their intervals. */
export function Effects({ effects }: { effects: readonly Effect[] }) {
  if (!effects.length) return null
  return (
    <Grid
      label={m.relations_effects()}
      head={[m.relations_effects(), m.relations_size(), m.relations_interval()]}
      rows={effects.map(({ method, value, undefined: why, interval }) => ({
        key: method,
        name: methodName(method),
        cells: [why ? reasonOf(why) : decimal(value), between(interval)],
      }))}
    />
  )
}

/** A 95 % interval, as exact as it is narrow. */
export function between(interval: { low: number; high: number } | undefined): string {
  if (!interval) return '–'
  const places = placesOf(interval)
  return m.relations_lowHigh({ low: decimal(interval.low, places), high: decimal(interval.high, places) })
}

/** How many places after the point go with an interval; at least two. */
export const placesOf = (interval: { low: number; high: number } | undefined): number =>
  interval ? Math.max(2, placesIn(interval.high - interval.low)) : 2
