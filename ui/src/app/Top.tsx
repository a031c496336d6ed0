import { useNavigate } from '@tanstack/react-router'
import { run } from '../commands/registry'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { Colleagues } from '../together/Colleagues'
import { UndoButtons } from '../together/UndoButtons'
import { AccountMenu } from './AccountMenu'
import { useProjectId } from './project'
import { SlotPlace } from './slots'

/** Where one is, what the page offers, the palette, and who else is here. */
export function Top() {
  return (
    <header className="top">
      <SlotPlace slot="crumbs" className="crumb grow" />
      <SlotPlace slot="tools" className="row" />
      <UndoButtons />
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

const Here = () => (
  <span className="avs">
    <Colleagues />
    <MyMenu />
  </span>
)

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
