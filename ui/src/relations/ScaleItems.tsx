import type { ReactNode } from 'react'
import type { Effect, Figure, Reliability } from '../data/analyses'
import { Icon } from '../kit/marks'
import { decimal } from '../language/decimals'
import { m } from '../paraglide/messages'
import { sampleOf } from './asked'
import { Grid } from './Grid'
import { knownAs, wordsOf } from './known'
import { methodName, reasonOf } from './methods'
import { PickVariables } from './PickVariables'
import { Result } from './Result'
import type { Scale } from './ScaleForm'
import { between } from './Tests'
import { useAsking } from './useAsking'
import { useKnown } from './useSurvey'

interface ScaleItemsProps {
  scale: Scale
  may: boolean
  onChange: (next: Partial<Scale>) => void
}

/** The items of a scale: which of them run the other way, and how well they go together. */
export function ScaleItems({ scale: { items, reversed }, may, onChange }: ScaleItemsProps) {
  const [asked] = useAsking()
  const known = useKnown().filter(({ kind, from }) => from === 'question' && (kind === 'item' || kind === 'number'))
  const { where } = sampleOf(asked)
  return (
    <>
      {may ? (
        <PickVariables
          label={m.relations_itemsOf()}
          chosen={items}
          variables={known}
          onChange={(next) => onChange({ items: next, reversed: reversed.filter((name) => next.includes(name)) })}
        />
      ) : null}
      {may ? (
        <ul className="reversals" aria-label={m.relations_reversed()}>
          {items.map((name) => (
            <li key={name}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={reversed.includes(name)}
                  onChange={(event) =>
                    onChange({
                      reversed: event.target.checked ? [...reversed, name] : reversed.filter((one) => one !== name),
                    })
                  }
                />
                <span className="cut">
                  {m.relations_reverse({ item: wordsOf(knownAs(known, name) ?? { name, label: '' }) })}
                </span>
              </label>
            </li>
          ))}
        </ul>
      ) : null}
      {items.length > 1 ? (
        <Result kind="reliability" asking={{ where, weight: 'none', item: items, reversed }}>
          {(answer) => <Answered of={answer} />}
        </Result>
      ) : (
        <p className="soft">{m.relations_twoItems()}</p>
      )}
    </>
  )
}

function Answered({ of: { alpha, standardised, omega, items } }: { of: Reliability }) {
  return (
    <>
      <Grid
        label={m.relations_reliability()}
        head={[m.relations_reliability(), m.relations_value(), m.relations_interval()]}
        rows={[alpha, standardised, omega].map((effect: Effect) => ({
          key: effect.method,
          name: methodName(effect.method),
          cells: [told(effect), between(effect.interval)],
        }))}
      />
      <Grid
        label={m.relations_itemTotal()}
        head={[
          m.relations_item(),
          m.relations_mean(),
          m.relations_sd(),
          m.relations_total(),
          m.relations_without(),
          m.relations_loading(),
        ]}
        rows={items.map((one) => ({
          key: one.name,
          name: named(wordsOf(one), one.reversed),
          cells: [decimal(one.mean), decimal(one.sd), told(one.total), told(one.without), told(one.loading)],
        }))}
      />
    </>
  )
}

const told = (figure: Figure): string => (figure.undefined ? reasonOf(figure.undefined) : decimal(figure.value))

const named = (words: string, reversed: boolean): ReactNode =>
  reversed ? (
    <>
      {words} <Icon name="undo" small />
      <span className="cap">{m.relations_isReversed()}</span>
    </>
  ) : (
    words
  )
