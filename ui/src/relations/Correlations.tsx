import { Figure } from '../charts/Figure'
import { HeatMap } from '../charts/HeatMap'
import { Scatter } from '../charts/Scatter'
import type { Correlations as Related } from '../data/analyses'
import { Segmented } from '../kit/fields'
import { Empty } from '../kit/states'
import { figure } from '../kit/words'
import { decimal, probability } from '../language/decimals'
import { m } from '../paraglide/messages'
import { sampleOf } from './asked'
import { Grid } from './Grid'
import { isMeasured, wordsOf } from './known'
import { reasonOf } from './methods'
import { PickVariables } from './PickVariables'
import { Result } from './Result'
import { between } from './Tests'
import { useAsking } from './useAsking'
import { useKnown } from './useSurvey'

/** How measures go together, each two of them. */
export function Correlations() {
  const [asked, ask] = useAsking()
  const of = asked.of ?? []
  const method = asked.method === 'spearman' ? 'spearman' : 'pearson'
  const measured = useKnown().filter(isMeasured)
  return (
    <>
      <div className="row wrap asking">
        <PickVariables
          label={m.relations_measures()}
          chosen={of}
          variables={measured}
          onChange={(names) => ask({ of: names })}
        />
        <Segmented
          label={m.relations_coefficient()}
          value={method}
          options={[
            { value: 'pearson', name: m.relations_pearson() },
            { value: 'spearman', name: m.relations_spearman() },
          ]}
          onChange={(next) => ask({ method: next === 'spearman' ? next : undefined })}
        />
      </div>
      {of.length > 1 ? (
        <Result kind="correlations" asking={{ ...sampleOf(asked), of, method }}>
          {(related) => (
            <>
              <Picture of={related} />
              <Pairs of={related} />
            </>
          )}
        </Result>
      ) : (
        <Empty title={m.relations_correlationsNone()}>{m.relations_correlationsHow()}</Empty>
      )}
    </>
  )
}

function Picture({ of: { variables, cells, points, line, sampled, n, missing, method, says } }: { of: Related }) {
  const [a, b] = variables
  const shared = { n, missing, method, words: says.join(' ') }
  const r = cells[0]?.[1]
  if (points && a && b)
    return (
      <Figure title={m.relations_with({ a: wordsOf(a), b: wordsOf(b) })} {...shared}>
        <Scatter
          x={wordsOf(a)}
          y={wordsOf(b)}
          points={points.map(([x = 0, y = 0]) => [x, y] as const)}
          fit={line}
          said={saidOf(r?.value, sampled ? points.length : undefined)}
        />
      </Figure>
    )
  return (
    <Figure title={m.relations_correlationsOf({ n: variables.length })} {...shared}>
      <HeatMap
        names={variables.map(wordsOf)}
        values={cells.map((row) => row.map((cell) => (cell.undefined ? undefined : cell.value)))}
      />
    </Figure>
  )
}

function saidOf(r: number | undefined, drawn: number | undefined): string | undefined {
  if (r === undefined) return undefined
  const text = m.relations_rIs({ r: decimal(r) })
  return drawn === undefined ? text : m.relations_drawn({ text, n: figure(drawn) })
}

/** Each two with interval and p-value, corrected for how many were tested. */
function Pairs({ of: { variables, cells } }: { of: Related }) {
  const pairs = variables.flatMap((a, i) =>
    variables.slice(i + 1).flatMap((b, j) => {
      const cell = cells[i]?.[i + 1 + j]
      return cell ? [{ a, b, cell }] : []
    }),
  )
  return (
    <Grid
      label={m.relations_pairs()}
      head={[
        m.relations_pairs(),
        m.relations_r(),
        m.relations_interval(),
        m.relations_p(),
        m.relations_holm(),
        m.relations_n(),
      ]}
      rows={pairs.map(({ a, b, cell }) => ({
        key: `${a.name}\n${b.name}`,
        name: m.relations_pair({ a: wordsOf(a), b: wordsOf(b) }),
        cells: cell.undefined
          ? [reasonOf(cell.undefined), '–', '–', '–', figure(cell.n)]
          : [
              decimal(cell.value),
              between(cell.interval),
              cell.p === undefined ? '–' : probability(cell.p),
              cell.adjusted ? probability(cell.adjusted.holm) : '–',
              figure(cell.n),
            ],
      }))}
    />
  )
}
