import { Bars } from '../charts/Bars'
import { DivergingBars } from '../charts/DivergingBars'
import { Figure } from '../charts/Figure'
import type { Frequency } from '../data/analyses'
import { Empty } from '../kit/states'
import { figure } from '../kit/words'
import { percent, short } from '../language/decimals'
import { m } from '../paraglide/messages'
import { sampleOf } from './asked'
import { Grid } from './Grid'
import { type Known, knownAs, wordsOf } from './known'
import { PickVariables } from './PickVariables'
import { Result } from './Result'
import { useAsking } from './useAsking'
import { useKnown } from './useSurvey'

/** How questions were answered: each by itself, items of one scale beside one another. */
export function Describe() {
  const [asked, ask] = useAsking()
  const known = useKnown()
  const of = asked.of ?? []
  return (
    <>
      <PickVariables
        label={m.relations_questions()}
        chosen={of}
        variables={known}
        onChange={(names) => ask({ of: names })}
      />
      {of.length ? (
        <Result kind="frequencies" asking={{ ...sampleOf(asked), of }}>
          {({ items, method, says }) => {
            const together = itemsOfOneScale(items, known)
            const alone = items.filter((one) => !together.includes(one))
            return (
              <>
                {together.length ? <Items items={together} method={method} words={says.join(' ')} /> : null}
                {alone.map((one) => (
                  <One key={one.name} of={one} method={method} />
                ))}
              </>
            )
          }}
        </Result>
      ) : (
        <Empty title={m.relations_describeNone()}>{m.relations_describeHow()}</Empty>
      )}
    </>
  )
}

/** Scale items with the same values, which are drawn together; at least one of them. */
function itemsOfOneScale(items: readonly Frequency[], known: readonly Known[]): Frequency[] {
  const isItem = ({ name }: Frequency) => knownAs(known, name)?.kind === 'item'
  const [first, ...others] = items.filter(isItem)
  if (!first) return []
  const values = (one: Frequency) => one.values.map(({ value }) => value).join('\n')
  return [first, ...others.filter((one) => values(one) === values(first))]
}

interface ItemsProps {
  items: readonly Frequency[]
  method: string
  words: string
}

function Items({ items, method, words }: ItemsProps) {
  const values = items[0]?.values.map(({ value, label }) => label || value) ?? []
  return (
    <>
      <Figure
        title={items.length > 1 ? m.relations_items({ n: items.length }) : wordsOf(items[0] as Frequency)}
        n={Math.max(...items.map(({ n }) => n))}
        missing={Math.min(...items.map(({ missing }) => missing))}
        method={method}
        words={words}
      >
        <DivergingBars
          values={values}
          data={items.map((one) => ({
            name: wordsOf(one),
            n: one.n,
            shares: one.values.map(({ share }) => share),
          }))}
        />
      </Figure>
      <Grid
        label={m.relations_itemsTable()}
        head={[m.relations_question(), ...values, m.relations_mean(), m.relations_sd(), m.relations_n()]}
        rows={items.map((one) => ({
          key: one.name,
          name: wordsOf(one),
          cells: [...one.values.map(({ share }) => percent(share)), maybe(one.mean), maybe(one.sd), figure(one.n)],
        }))}
      />
    </>
  )
}

const maybe = (n: number | undefined): string => (n === undefined ? '–' : short(n))

/** One question: bars of its values, or of how its numbers are spread, and the same as a table. */
function One({ of, method }: { of: Frequency; method: string }) {
  const { name, n, missing, values, histogram } = of
  const spread = (histogram ?? []).map(({ from, to, n: count }) => ({
    name: m.relations_fromTo({ from: short(from), to: short(to) }),
    n: count,
    share: n ? count / n : 0,
  }))
  const bars = spread.length
    ? spread
    : values.map((one) => ({ name: one.label || one.value, n: one.n, share: one.share }))
  const words = bars.map((bar) => `${bar.name}: ${figure(bar.n)}, ${percent(bar.share)}`).join('; ')
  return (
    <>
      {bars.length ? (
        <Figure title={wordsOf(of)} n={n} missing={missing} method={method} words={words}>
          <Bars data={bars} />
        </Figure>
      ) : (
        <h3>{wordsOf(of)}</h3>
      )}
      {of.mean === undefined ? null : <Summary of={of} />}
      {spread.length ? null : (
        <Grid
          label={m.relations_tableOf({ of: name })}
          head={[m.relations_answer(), m.relations_n(), m.relations_share()]}
          rows={bars.map((bar) => ({ key: bar.name, name: bar.name, cells: [figure(bar.n), percent(bar.share)] }))}
        />
      )}
    </>
  )
}

/** The figures of a question that has numbers. */
function Summary({ of: { name, mean, sd, median, min, max, quartiles = [] } }: { of: Frequency }) {
  const figures: [string, number | undefined][] = [
    [m.relations_mean(), mean],
    [m.relations_sd(), sd],
    [m.relations_min(), min],
    [m.relations_lower(), quartiles[0]],
    [m.relations_median(), median],
    [m.relations_upper(), quartiles[1]],
    [m.relations_max(), max],
  ]
  const there = figures.filter(([, value]) => value !== undefined)
  return (
    <Grid
      label={m.relations_summaryOf({ of: name })}
      head={[m.relations_question(), ...there.map(([called]) => called)]}
      rows={[{ key: name, name, cells: there.map(([, value]) => maybe(value)) }]}
    />
  )
}
