import { useProjectId } from '../app/project'
import { concordanceFile, type Grouping, groupings, type LineOrder, lineOrders, type Query } from '../data/search'
import { Segmented } from '../kit/fields'
import { Icon } from '../kit/marks'
import { Menu, MenuItem } from '../kit/menu'
import { m } from '../paraglide/messages'
import type { View } from './asked'

const orders: Record<LineOrder, () => string> = {
  text: m.search_sortText,
  word: m.search_sortWord,
  left1: m.search_sortLeft1,
  left2: m.search_sortLeft2,
  left3: m.search_sortLeft3,
  right1: m.search_sortRight1,
  right2: m.search_sortRight2,
  right3: m.search_sortRight3,
}

const formats = [
  { ending: 'xlsx', name: 'Excel' },
  { ending: 'csv', name: 'CSV' },
]

interface ShownProps {
  query: Query
  view: View
  onView: (change: Partial<View>) => void
}

/** How what was found is shown: turn by turn, or line by line in an order. */
export function Shown({ query, view, onView }: ShownProps) {
  return (
    <>
      {view.as === 'lines' ? <LineTools {...{ query, view, onView }} /> : <GroupBy {...{ query, view, onView }} />}
      <Segmented
        label={m.search_showAs()}
        value={view.as ?? 'turns'}
        options={[
          { value: 'turns', name: m.search_asTurns() },
          { value: 'lines', name: m.search_asConcordance() },
        ]}
        onChange={(as) => onView({ as: as === 'lines' ? as : undefined })}
      />
    </>
  )
}

const groupNames: Record<Grouping, () => string> = {
  source: m.search_groupSource,
  strand: m.search_groupStrand,
  case: m.search_groupCase,
}

const GroupBy = ({ view, onView }: ShownProps) => (
  <select
    className="select"
    aria-label={m.search_group()}
    value={view.by ?? ''}
    onChange={({ target }) => onView({ by: groupings.find((one) => one === target.value) })}
  >
    <option value="">{m.search_groupNone()}</option>
    {groupings.map((by) => (
      <option key={by} value={by}>
        {groupNames[by]()}
      </option>
    ))}
  </select>
)

function LineTools({ query, view, onView }: ShownProps) {
  const project = useProjectId()
  return (
    <>
      <select
        className="select"
        aria-label={m.search_sort()}
        value={view.sort}
        onChange={({ target }) => onView({ sort: lineOrders.find((one) => one === target.value) })}
      >
        {lineOrders.map((order) => (
          <option key={order} value={order}>
            {orders[order]()}
          </option>
        ))}
      </select>
      <Menu trigger={download} align="end">
        {formats.map(({ ending, name }) => (
          <MenuItem key={ending} onClick={() => location.assign(concordanceFile(project, query, view.sort, ending))}>
            {m.search_downloadAs({ format: name })}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

const download = (
  <button type="button" className="btn quiet icon" aria-label={m.search_download()}>
    <Icon name="export" />
  </button>
)
