import { Figure } from '../charts/Figure'
import { IntervalPlot } from '../charts/IntervalPlot'
import type { Coefficient, Regression as Model } from '../data/analyses'
import { Segmented } from '../kit/fields'
import { Empty } from '../kit/states'
import { decimal, probability } from '../language/decimals'
import { m } from '../paraglide/messages'
import { sampleOf } from './asked'
import { Grid } from './Grid'
import { isExplaining, isMeasured, knownAs, wordsOf } from './known'
import { methodName } from './methods'
import { PickVariable } from './PickVariable'
import { PickVariables } from './PickVariables'
import { Result } from './Result'
import { between, placesOf, Tests } from './Tests'
import { useAsking } from './useAsking'
import { useKnown } from './useSurvey'

/** What explains a measure: a linear model, or one of ordered values. */
export function Regression() {
  const [asked, ask] = useAsking()
  const { outcome, predictor = [], kind } = asked
  const known = useKnown()
  const isOutcome =
    kind === 'ordered' ? known.filter((one) => one.kind === 'item' || one.kind === 'list') : known.filter(isMeasured)
  return (
    <>
      <div className="row wrap asking">
        <Segmented
          label={m.relations_model()}
          value={kind ?? 'linear'}
          options={[
            { value: 'linear', name: m.relations_linear() },
            { value: 'ordered', name: m.relations_ordered() },
          ]}
          onChange={(next) => ask({ kind: next === 'ordered' ? next : undefined })}
        />
        <PickVariable
          label={m.relations_outcome()}
          value={outcome}
          variables={isOutcome}
          onPick={(name) => ask({ outcome: name })}
        />
        <PickVariables
          label={m.relations_predictors()}
          chosen={predictor}
          variables={known.filter((one) => isExplaining(one) && one.name !== outcome)}
          onChange={(names) => ask({ predictor: names, at: undefined })}
        />
      </div>
      {outcome && predictor.length ? (
        <Result kind="regression" asking={{ ...sampleOf(asked), outcome, predictor, kind: kind ?? 'linear' }}>
          {(model) => (
            <>
              <Picture of={model} />
              <Coefficients of={model} at={asked.at} onOpen={(at) => ask({ at })} />
              <Fit of={model} />
              <Tests label={m.relations_diagnostics()} tests={model.diagnostics} />
            </>
          )}
        </Result>
      ) : (
        <Empty title={m.relations_regressionNone()}>{m.relations_regressionHow()}</Empty>
      )}
    </>
  )
}

const isIntercept = ({ variable }: Coefficient): boolean => variable === ''

const nameOf = (one: Coefficient): string => {
  if (isIntercept(one)) return m.relations_intercept()
  const words = one.label || one.variable
  return one.level ? m.relations_level({ variable: words, level: one.level }) : words
}

function Picture({ of: { outcome, coefficients, n, missing, method, says } }: { of: Model }) {
  return (
    <Figure
      title={m.relations_explaining({ outcome: wordsOf(outcome) })}
      n={n}
      missing={missing}
      method={method}
      words={says.join(' ')}
    >
      <IntervalPlot
        zero
        axis={m.relations_estimateAxis()}
        data={coefficients
          .filter((one) => !isIntercept(one))
          .map((one) => ({ name: nameOf(one), value: one.estimate, interval: one.interval }))}
      />
    </Figure>
  )
}

interface CoefficientsProps {
  of: Model
  at?: readonly string[]
  onOpen: (at: string[]) => void
}

/** The coefficients; the name of a category opens those who are in it. */
function Coefficients({ of: { coefficients, references, kind }, at, onOpen }: CoefficientsProps) {
  const odds = kind === 'ordered'
  return (
    <>
      <Grid
        label={m.relations_coefficients()}
        head={[
          m.relations_coefficients(),
          m.relations_estimate(),
          m.relations_se(),
          m.relations_interval(),
          m.relations_p(),
          m.relations_standardised(),
          ...(odds ? [m.relations_odds()] : []),
        ]}
        rows={coefficients.map((one) => ({
          key: `${one.variable}\n${one.level ?? ''}`,
          name: <CoefficientName of={one} at={at} onOpen={onOpen} />,
          cells: [
            decimal(one.estimate, placesOf(one.interval)),
            decimal(one.se, placesOf(one.interval)),
            between(one.interval),
            one.test.undefined ? '–' : probability(one.test.p),
            one.standardised && !one.standardised.undefined ? decimal(one.standardised.value) : '–',
            ...(odds ? [one.oddsRatio && !one.oddsRatio.undefined ? decimal(one.oddsRatio.value) : '–'] : []),
          ],
        }))}
      />
      {references.length ? (
        <p className="cap">
          {m.relations_comparedWith({
            what: references.map(({ variable, level }) => m.relations_level({ variable, level })).join('; '),
          })}
        </p>
      ) : null}
    </>
  )
}

interface CoefficientNameProps {
  of: Coefficient
  at?: readonly string[]
  onOpen: (at: string[]) => void
}

function CoefficientName({ of, at, onOpen }: CoefficientNameProps) {
  const { variable, level } = of
  const options = knownAs(useKnown(), variable)?.options ?? []
  if (!level) return nameOf(of)
  const conditions = [`${variable}=${options.find(({ label }) => label === level)?.value ?? level}`]
  return (
    <button
      type="button"
      className="btn quiet sm"
      aria-pressed={at?.join('\n') === conditions[0]}
      onClick={() => onOpen(conditions)}
    >
      {nameOf(of)}
    </button>
  )
}

/** How well the model fits, and where an ordered one divides. */
function Fit({ of: { fit, thresholds = [] } }: { of: Model }) {
  return (
    <>
      <Grid
        label={m.relations_fit()}
        head={[m.relations_fit(), m.relations_value()]}
        rows={fit.map(({ name, value }) => ({ key: name, name: methodName(name), cells: [decimal(value, 3)] }))}
      />
      {thresholds.length ? (
        <Grid
          label={m.relations_thresholds()}
          head={[m.relations_thresholds(), m.relations_estimate(), m.relations_se()]}
          rows={thresholds.map(({ below, above, estimate, se }) => ({
            key: below,
            name: m.relations_pair({ a: below, b: above }),
            cells: [decimal(estimate, 3), decimal(se, 3)],
          }))}
        />
      ) : null}
    </>
  )
}
