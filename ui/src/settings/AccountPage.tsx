import { Link } from '@tanstack/react-router'
import { useMe } from '../app/project'
import { useTitle } from '../app/slots'
import { Mark } from '../kit/marks'
import { m } from '../paraglide/messages'
import { AppearanceSection } from './AppearanceSection'
import { AccountSections } from './SettingsPage'
import '../look/pages.css'
import './settings.css'

/** What belongs to whoever is signed in, outside of any project. */
export function AccountPage() {
  const me = useMe()
  useTitle(m.app_account())
  return (
    <div className="acc">
      <a className="skip" href="#main">
        {m.app_skip()}
      </a>
      <header className="top">
        <Link className="brand grow" to="/" aria-label={m.settings_brand()}>
          <Mark />
          <b>Selvedge</b>
        </Link>
        <Link className="btn" to="/">
          {m.app_allProjects()}
        </Link>
      </header>
      <main className="pg" id="main">
        <header>
          <h1>{m.app_account()}</h1>
          <p>{me.email}</p>
        </header>
        <AppearanceSection />
        <AccountSections />
      </main>
    </div>
  )
}
