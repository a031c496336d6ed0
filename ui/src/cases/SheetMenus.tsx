import type { Variable } from '../api/names'
import { useProjectId } from '../app/project'
import { type CaseQuery, casesAddress } from '../data/cases'
import { Icon } from '../kit/marks'
import { Menu, MenuCheck, MenuItem, MenuSeparator } from '../kit/menu'
import { m } from '../paraglide/messages'
import { own } from './columns'
import type { Shown } from './useShown'

interface SheetMenusProps {
  variables: readonly Variable[]
  query: CaseQuery
  shown: Shown
}

/** Which columns of the sheet are shown, and the sheet as a file with these columns. */
export function SheetMenus({ variables, query, shown }: SheetMenusProps) {
  const project = useProjectId()
  const columns = [
    { id: own.key, name: m.cases_key() },
    { id: own.kind, name: m.cases_kind() },
    ...variables.map(({ id, name }) => ({ id, name })),
  ]
  const left = columns.filter(({ id }) => !shown.hidden.includes(id)).map(({ id }) => id)
  const asked = left.length === columns.length ? [] : left
  return (
    <>
      <Menu trigger={button('list', m.cases_columns())} align="end">
        {columns.map(({ id, name }) => (
          <MenuCheck key={id} checked={left.includes(id)} onChange={() => shown.toggle(id)}>
            {name}
          </MenuCheck>
        ))}
        <MenuSeparator />
        <MenuItem onClick={shown.reset}>{m.cases_allColumns()}</MenuItem>
      </Menu>
      <Menu trigger={button('export', m.cases_download())} align="end">
        {[
          { ending: 'xlsx', name: 'Excel' },
          { ending: 'csv', name: 'CSV' },
        ].map(({ ending, name }) => (
          <MenuItem key={ending} onClick={() => location.assign(casesAddress(project, ending, query, asked))}>
            {m.cases_downloadAs({ format: name })}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

const button = (icon: string, name: string) => (
  <button type="button" className="btn quiet">
    <Icon name={icon} />
    {name}
  </button>
)
