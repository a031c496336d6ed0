import { Page } from '../app/Page'
import { useMay, useMembers } from '../app/project'
import { count } from '../kit/words'
import { Invitations } from './Invitations'
import { MemberTable } from './MemberTable'
import '../look/pages.css'

/** Who works on the project, in which role, and who was invited. */
export function TeamPage() {
  const { manage } = useMay()
  const members = useMembers()
  return (
    <Page title="Team">
      <div className="pg">
        <header>
          <h1>Team</h1>
          <p>{count(members.length, 'person')}</p>
        </header>
        <section aria-label="Members">
          <MemberTable members={members} manage={manage} />
          <p className="cap">
            Leads change the team and the project. Researchers add sources, change the codebook and code. Readers read,
            search and download.
          </p>
        </section>
        {manage ? <Invitations /> : null}
      </div>
    </Page>
  )
}
