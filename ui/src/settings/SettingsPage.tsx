import { Link } from '@tanstack/react-router'
import { Page } from '../app/Page'
import { useMay, useProject } from '../app/project'
import { AppearanceSection } from './AppearanceSection'
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
  ['project', 'Project'],
  ['strands', 'Strands'],
  ['appearance', 'Appearance'],
  ['name', 'Your name'],
  ['password', 'Password'],
  ['sessions', 'Where you are signed in'],
  ['tokens', 'Tokens'],
] as const

/** The project, its strands, and what belongs to whoever is signed in. */
export function SettingsPage() {
  const { manage } = useMay()
  const project = useProject()
  return (
    <Page title="Settings">
      <div className="pg st">
        <header>
          <h1>Settings</h1>
        </header>
        <nav aria-label="Parts of the settings">
          <ul>
            {parts.map(([id, name]) => (
              <li key={id}>
                <Link to="/p/$project/settings" params={{ project: project.id }} hash={id} replace>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <ProjectSection key={project.version} />
          <StrandSection />
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
