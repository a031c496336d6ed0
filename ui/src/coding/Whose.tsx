import { usePeople } from '../app/project'
import { run } from '../commands/registry'
import { Segmented } from '../kit/fields'
import { Icon } from '../kit/marks'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { useDesk } from './desk'
import { ShowMenu } from './ShowMenu'

/** More colleagues than this are chosen from a list. */
const SIDE_BY_SIDE = 3

/** Whose codings are shown, and the buttons of the panes that may be put away. */
export function Whose() {
  const { codings, me, view, inspector, codes } = useDesk()
  const { called } = usePeople()
  const others = [...new Set(codings.map(({ coder }) => coder))].filter((coder) => coder !== me)
  const options = [
    { value: '', name: m.coding_everyones() },
    { value: me, name: m.coding_mine() },
    ...others.map((coder) => ({ value: coder, name: called(coder) })),
  ]
  const who = view.showing.by ?? ''
  const setWho = (by: string) => view.show({ by: by || undefined })
  return (
    <>
      {codes.drawer ? (
        <button
          type="button"
          className="btn quiet icon"
          aria-expanded={codes.open}
          aria-label={m.coding_codesPane()}
          title={m.coding_codesPane()}
          onClick={() => codes.set(!codes.open)}
        >
          <Icon name="codes" />
        </button>
      ) : null}
      {others.length > SIDE_BY_SIDE ? (
        <select
          className="select whose"
          aria-label={m.coding_whose()}
          value={who}
          onChange={(event) => setWho(event.target.value)}
        >
          {options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <Segmented label={m.coding_whose()} value={who} options={options} onChange={setWho} />
      )}
      <ShowMenu />
      <button
        type="button"
        className={inspector.open ? 'btn quiet icon insp-open' : 'btn quiet icon'}
        aria-expanded={inspector.open}
        aria-label={m.coding_inspectorToggle()}
        title={m.coding_inspectorToggle()}
        onClick={() => run('inspector.toggle')}
      >
        <Icon name="side" />
      </button>
    </>
  )
}

/** How many codings there are, and how many by each colleague; or how many of them are shown, and a way to show all. */
export function Tally() {
  const { codings, me, view } = useDesk()
  const { called } = usePeople()
  if (view.narrowed) {
    return (
      <>
        <span>{view.narrowed}</span>
        <button type="button" className="all-keys" onClick={view.showAll}>
          {m.coding_showAll()}
        </button>
      </>
    )
  }
  const by = new Map<string, number>()
  for (const { coder } of codings) by.set(coder, (by.get(coder) ?? 0) + 1)
  const others = [...by]
    .filter(([coder]) => coder !== me)
    .map(([coder, n]) => m.coding_countBy({ n: figure(n), name: called(coder) }))
  return <span>{[count(codings.length, 'coding'), ...others].join(', ')}</span>
}
