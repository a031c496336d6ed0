import { useNavigate } from '@tanstack/react-router'
import { run } from '../commands/registry'
import { Icon } from '../kit/marks'
import { Avatar } from '../kit/people'
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
      <button
        type="button"
        className="kbox"
        aria-label="Go to, or do: command palette"
        onClick={() => run('palette.open')}
      >
        <Icon name="search" />
        <span>Go to, or do…</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Here />
      <button
        type="button"
        className="btn quiet icon"
        aria-label="Light or dark"
        title="Light or dark"
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
        return <Avatar key={one.account} name={one.name} presence="here" doing={title ? `reading ${title}` : 'here'} />
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
    { label: 'Your account', onClick: toAccount },
    { label: 'All projects', onClick: () => void navigate({ to: '/' }) },
  ]
  return <AccountMenu lines={lines} />
}
