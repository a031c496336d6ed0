import { BoxPlot } from '../charts/BoxPlot'
import { Figure } from '../charts/Figure'
import { IntervalPlot } from '../charts/IntervalPlot'
import type { Groups as Compared } from '../data/analyses'
import { Segmented } from '../kit/fields'
import { Empty } from '../kit/states'
import { figure } from '../kit/words'
import { decimal, probability, short } from '../language/decimals'
import { m } from '../paraglide/messages'
import { sampleOf } from './asked'
import { Grid } from './Grid'
import { isDividing, isMeasured, wordsOf } from './known'
import { reasonOf } from './methods'
import { PickVariable } from './PickVariable'
import { Result } from './Result'
import { Effects, Tests } from './Tests'
import { useAsking } from './useAsking'
import { useKnown } from './useSurvey'

/** A measure in groups of responses: their means, or their ranks. */
export function Groups() {
  const [asked, ask] = useAsking()
  const { outcome, by } = asked
  const known = useKnown()
  const method = asked.method === 'ranks' ? 'ranks' : 'means'
  return (
    <>
      <div className="row wrap asking">
        <PickVariable
          label={m.relations_measure()}
          value={outcome}
          variables={known.filter(isMeasured)}
          onPick={(name) => ask({ outcome: name })}
        />
        <PickVariable
          label={m.relations_groupsBy()}
          value={by}
          variables={known.filter(isDividing)}
          onPick={(name) => ask({ by: name, at: undefined })}
        />
        <Segmented
          label={m.relations_compare()}
          value={method}
          options={[
            { value: 'means', name: m.relations_means() },
            { value: 'ranks', name: m.relations_ranks() },
          ]}
          onChange={(next) => ask({ method: next === 'ranks' ? next : undefined })}
        />
      </div>
      {outcome && by ? (
        <Result kind="groups" asking={{ ...sampleOf(asked), outcome, by, method }}>
          {(compared) => (
            <>
              <Rows of={compared} at={asked.at} onOpen={(at) => ask({ at })} />
              <Pictures of={compared} />
              <Tests label={m.relations_test()} tests={[compared.test]} />
              <Effects effects={compared.effects} />
              <Pairs pairs={compared.pairs ?? []} />
            </>
          )}
        </Result>
      ) : (
        <Empty title={m.relations_groupsNone()}>{m.relations_groupsHow()}</Empty>
      )}
    </>
  )
}

interface RowsProps {
  of: Compared
  at?: readonly string[]
  onOpen: (at: string[]) => void
}

/** The figures of each group; its number opens who is in it. */
function Rows({ of: { by, groups, least }, at, onOpen }: RowsProps) {
  return (
    <Grid
      label={m.relations_groupsTable()}
      head={[
        wordsOf(by),
        m.relations_n(),
        m.relations_mean(),
        m.relations_sd(),
        m.relations_lower(),
        m.relations_median(),
        m.relations_upper(),
      ]}
      rows={groups.map(({ value, label, n, mean, sd, lower, median, upper }) => ({
        key: value,
        name: label || value,
        cells: [
          <Opens key="n" conditions={[`${by.name}=${value}`]} at={at} onOpen={onOpen} n={n} least={least} />,
          short(mean),
          sd === undefined ? '–' : short(sd),
          short(lower),
          short(median),
          short(upper),
        ],
      }))}
    />
  )
}

interface OpensProps {
  conditions: string[]
  at?: readonly string[]
  onOpen: (at: string[]) => void
  n: number
  least: number
}

/** A number that opens those whom it counts. */
export function Opens({ conditions, at, onOpen, n, least }: OpensProps) {
  return (
    <button
      type="button"
      className={n < least ? 'btn quiet sm few' : 'btn quiet sm'}
      aria-pressed={at?.join('\n') === conditions.join('\n')}
      onClick={() => onOpen(conditions)}
    >
      {figure(n)}
      {n < least ? <span className="sr">{m.relations_few({ least: figure(least) })}</span> : null}
    </button>
  )
}

function Pictures({ of: { outcome, by, groups, n, missing, method, says } }: { of: Compared }) {
  const title = m.relations_by({ what: wordsOf(outcome), by: wordsOf(by) })
  const shared = { n, missing, method, words: says.join(' ') }
  const named = groups.map((group) => ({ ...group, name: group.label || group.value }))
  return (
    <>
      <Figure title={title} {...shared}>
        <BoxPlot axis={wordsOf(outcome)} data={named} />
      </Figure>
      <Figure title={m.relations_meansOf({ what: title })} {...shared}>
        <IntervalPlot
          axis={wordsOf(outcome)}
          data={named.map(({ name, mean, interval, n }) => ({ name, value: mean, interval, n }))}
        />
      </Figure>
    </>
  )
}

/** Each two groups, their p-values corrected for how many were tested. */
function Pairs({ pairs }: { pairs: NonNullable<Compared['pairs']> }) {
  if (!pairs.length) return null
  return (
    <Grid
      label={m.relations_pairs()}
      head={[m.relations_pairs(), m.relations_statistic(), m.relations_p(), m.relations_holm()]}
      rows={pairs.map(({ a, b, test }) => ({
        key: `${a}\n${b}`,
        name: m.relations_pair({ a, b }),
        cells: test.undefined
          ? [reasonOf(test.undefined), '–', '–']
          : [decimal(test.statistic), probability(test.p), test.adjusted ? probability(test.adjusted.holm) : '–'],
      }))}
    />
  )
}
