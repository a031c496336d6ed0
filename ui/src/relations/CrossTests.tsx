import type { Crosstab, Effect, Test } from '../data/analyses'
import { probability } from '../language/decimals'
import { m } from '../paraglide/messages'
import { Grid } from './Grid'
import { methodName, reasonOf } from './methods'
import { between, Effects, Tests } from './Tests'

/** Whether rows and columns go together, and how much. */
export function CrossTests({ of }: { of: Crosstab }) {
  const { fisher, choices } = of
  return (
    <>
      {choices?.length ? <Choices of={choices} /> : null}
      <Tests label={m.relations_test()} tests={testsOf(of)} />
      {fisher ? (
        <Grid
          label={methodName(fisher.method)}
          head={[methodName(fisher.method), m.relations_p(), m.relations_interval()]}
          rows={[
            {
              key: fisher.method,
              name: m.relations_exactP(),
              cells: [probability(fisher.p), between(fisher.interval)],
            },
          ]}
        />
      ) : null}
      <Effects effects={effectsOf(of)} />
    </>
  )
}

/** Of a question that takes several answers, how each goes with the other side. */
function Choices({ of }: { of: NonNullable<Crosstab['choices']> }) {
  return (
    <Grid
      label={m.relations_choices()}
      head={[m.relations_choices(), m.relations_test(), m.relations_p(), m.relations_holm()]}
      rows={of.map(({ label, value, test }) => ({
        key: value,
        name: label,
        cells: test.undefined
          ? [reasonOf(test.undefined), '–', '–']
          : [methodName(test.method), probability(test.p), test.adjusted ? probability(test.adjusted.holm) : '–'],
      }))}
    />
  )
}

function testsOf({ chi2, df, p, yates, g, raoScott }: Crosstab): Test[] {
  const pearson = isThere(chi2) && isThere(p) ? [{ method: 'pearson-chi-square', statistic: chi2, df, p }] : []
  return [...pearson, ...[yates, g, raoScott].filter((test) => test !== undefined)]
}

function effectsOf({ cramersV, cramersVCorrected, oddsRatio }: Crosstab): Effect[] {
  const v: [string, number | undefined][] = [
    ['cramers-v', cramersV],
    ['cramers-v-bergsma', cramersVCorrected],
  ]
  const there = v.flatMap(([method, value]) => (isThere(value) ? [{ method, value }] : []))
  return oddsRatio ? [...there, oddsRatio] : there
}

/** Numbers that are not defined come as nothing. */
const isThere = (value: number | undefined): value is number => typeof value === 'number'
