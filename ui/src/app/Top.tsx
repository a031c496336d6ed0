import { useNavigate } from '@tanstack/react-router'
import { run } from '../commands/registry'
import { Icon } from '../kit/marks'
import { Avatar } from '../kit/people'
import { m } from '../paraglide/messages'
import { AccountMenu } from './AccountMenu'
import { useProjectId, useSources } from './project'
import { SlotPlace } from './slots'
import { useHere } from './useHere'

/** Where one is, what the page offers, the palette, and who else is here. */
export function Top() {
  return (
    <header className="top">
      <SlotPlace slot="crumbs" className="crumb grow" />
      <SlotPlace slot="tools" className="row" />
      <button type="button" className="kbox" aria-label={m.app_paletteName()} onClick={() => run('palette.open')}>
        <Icon name="search" />
        <span>{m.app_palette()}</span>
        <kbd>{m.app_paletteKey()}</kbd>
      </button>
      <Here />
      <button
        type="button"
        className="btn quiet icon"
        aria-label={m.kit_lightOrDark()}
        title={m.kit_lightOrDark()}
        onClick={() => run('theme.toggle')}
      >
        <Icon name="sun" />
      </button>
    </header>
  )
}

function Here() {
  const here = useHere()
  const sources = useSources()
  const doing = (source?: string) => sources.find((one) => one.id === source)?.title
  return (
    <span className="avs">
      {here.map((one) => {
        const title = doing(one.source)
        return (
          <Avatar
            key={one.account}
            name={one.name}
            presence="here"
            doing={title ? m.app_reading({ title }) : m.app_here()}
          />
        )
      })}
      <MyMenu />
    </span>
  )
}

function MyMenu() {
  const project = useProjectId()
  const navigate = useNavigate()
  const toAccount = () => void navigate({ to: '/p/$project/settings', params: { project }, hash: 'account' })
  const lines = [
    { label: m.app_account(), onClick: toAccount },
    { label: m.app_allProjects(), onClick: () => void navigate({ to: '/' }) },
  ]
  return <AccountMenu lines={lines} />
}
