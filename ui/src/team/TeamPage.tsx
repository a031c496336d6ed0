import { Page } from '../app/Page'
import { useMay, useMembers } from '../app/project'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { Invitations } from './Invitations'
import { MemberTable } from './MemberTable'
import '../look/pages.css'

/** Who works on the project, in which role, and who was invited. */
export function TeamPage() {
  const { manage } = useMay()
  const members = useMembers()
  return (
    <Page title={m.app_team()}>
      <div className="pg">
        <header>
          <h1>{m.app_team()}</h1>
          <p>{count(members.length, 'person')}</p>
        </header>
        <section aria-label={m.team_members()}>
          <MemberTable members={members} manage={manage} />
          <p className="cap">{m.team_roles()}</p>
        </section>
        {manage ? <Invitations /> : null}
      </div>
    </Page>
  )
}
