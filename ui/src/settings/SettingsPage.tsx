import { Link } from '@tanstack/react-router'
import { Page } from '../app/Page'
import { useMay, useProject } from '../app/project'
import { m } from '../paraglide/messages'
import { AppearanceSection } from './AppearanceSection'
import { ExportSection } from './ExportSection'
import { NameSection } from './NameSection'
import { PasswordSection } from './PasswordSection'
import { ProjectSection } from './ProjectSection'
import { RemoveProject } from './RemoveProject'
import { SessionSection } from './SessionSection'
import { StrandSection } from './StrandSection'
import { TokenSection } from './TokenSection'
import '../look/pages.css'
import './settings.css'

const parts = [
  ['project', m.app_project],
  ['strands', m.home_strands],
  ['export', m.exchange_export],
  ['appearance', m.settings_appearance],
  ['name', m.settings_yourName],
  ['password', m.settings_password],
  ['sessions', m.settings_sessions],
  ['tokens', m.settings_tokens],
] as const

/** The project, its strands, and what belongs to whoever is signed in. */
export function SettingsPage() {
  const { manage } = useMay()
  const project = useProject()
  return (
    <Page title={m.app_settings()}>
      <div className="pg st">
        <header>
          <h1>{m.app_settings()}</h1>
        </header>
        <nav aria-label={m.settings_parts()}>
          <ul>
            {parts.map(([id, name]) => (
              <li key={id}>
                <Link to="/p/$project/settings" params={{ project: project.id }} hash={id} replace>
                  {name()}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <ProjectSection key={project.version} />
          <StrandSection />
          <ExportSection />
          <AppearanceSection />
          <AccountSections />
          {manage ? <RemoveProject /> : null}
        </div>
      </div>
    </Page>
  )
}

/** What belongs to whoever is signed in, in every project. */
export function AccountSections() {
  return (
    <>
      <NameSection />
      <PasswordSection />
      <SessionSection />
      <TokenSection />
    </>
  )
}
