import { Link } from '@tanstack/react-router'
import { useMe } from '../app/project'
import { useTitle } from '../app/slots'
import { Mark } from '../kit/marks'
import { AppearanceSection } from './AppearanceSection'
import { AccountSections } from './SettingsPage'
import '../look/pages.css'
import './settings.css'

/** What belongs to whoever is signed in, outside of any project. */
export function AccountPage() {
  const me = useMe()
  useTitle('Your account')
  return (
    <div className="acc">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <Link className="brand grow" to="/" aria-label="Selvedge, all projects">
          <Mark />
          <b>Selvedge</b>
        </Link>
        <Link className="btn" to="/">
          All projects
        </Link>
      </header>
      <main className="pg" id="main">
        <header>
          <h1>Your account</h1>
          <p>{me.email}</p>
        </header>
        <AppearanceSection />
        <AccountSections />
      </main>
    </div>
  )
}
