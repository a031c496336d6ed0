import { Outlet, useMatchRoute } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { SignInAgain } from '../account/SignInAgain'
import { useHandlers } from '../commands/registry'
import { useSending } from '../data/useOutbox'
import { soon } from '../kit/soon'
import { useFollow } from '../live/useFollow'
import { m } from '../paraglide/messages'
import { isDark, prefer, usePreferences } from '../settings/preferences'
import { useProjectId } from './project'
import { Rail } from './Rail'
import { Status } from './Status'
import { SlotsProvider } from './slots'
import { Top } from './Top'
import { useGoing } from './useGoing'
import { useTellHere } from './useHere'
import { useUndo } from './useUndo'

const Palette = soon(() => import('../commands/Palette').then((m) => ({ default: m.Palette })))
const Help = soon(() => import('../commands/Help').then((m) => ({ default: m.Help })))

/** Everything around the page of a project: rail, top, status line, and what opens over it. */
export function Shell() {
  const project = useProjectId()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const { fold, classes } = useRail()
  const close = () => setOpen(null)
  useFollow(project)
  useSending(project)
  useTellHere()
  useGoing()
  useUndo()
  useHandlers({
    'palette.open': () => setOpen('palette'),
    'help.keys': () => setOpen('help'),
    'rail.fold': fold,
    'theme.toggle': () => prefer({ theme: isDark() ? 'light' : 'dark' }),
  })

  return (
    <SlotsProvider>
      <a className="skip" href="#main">
        {m.app_skip()}
      </a>
      <div className={classes}>
        <Rail />
        <Top />
        <Outlet />
        <Status />
      </div>
      <SignInAgain />
      <Suspense>
        {open === 'palette' ? <Palette onClose={close} /> : null}
        {open === 'help' ? <Help onClose={close} /> : null}
      </Suspense>
    </SlotsProvider>
  )
}

/** The rail is folded where one works in panels, and when the window is narrow, until someone says otherwise. */
function useRail() {
  const { railFolded, deskRailFolded } = usePreferences()
  const match = useMatchRoute()
  const desk =
    Boolean(match({ to: '/p/$project/sources/$source' }) || match({ to: '/p/$project/excerpts' })) &&
    !match({ to: '/p/$project/sources/add' })
  const chosen = desk ? deskRailFolded : railFolded
  const fold = () => {
    const folded = chosen ?? (desk || window.innerWidth <= 1180)
    prefer(desk ? { deskRailFolded: !folded } : { railFolded: !folded })
  }
  const state = (chosen ?? desk) ? 'folded' : chosen === false ? 'open' : ''
  return { fold, classes: `app ${state}` }
}
