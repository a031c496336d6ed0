import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Invitation } from '../api/names'
import { usePeople, useProjectId } from '../app/project'
import { invitations, type Role, roles, useInvite, useRemoveInvitation } from '../data/team'
import { SelectField } from '../kit/fields'
import { Once } from '../kit/once'
import { Failure } from '../kit/states'
import { dayOf } from '../kit/time'
import { toast, toastError } from '../kit/toasts'

const rights: Record<Role, string> = {
  lead: 'Lead: changes the team and the project too',
  researcher: 'Researcher: adds sources, changes the codebook, codes',
  reader: 'Reader: reads, searches, downloads',
}

/** Invites by a link, and takes links back that were not used. */
export function Invitations() {
  const project = useProjectId()
  const answer = useQuery(invitations(project))
  const open =
    answer.data?.filter(({ acceptedBy, expiresAt }) => !acceptedBy && Date.parse(expiresAt) > Date.now()) ?? []
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">Invitations</h2>
      <p className="soft">
        Whoever has a link can join once, within fourteen days. Send it to one person; Selvedge sends no e-mail by
        itself.
      </p>
      <Invite />
      {answer.error ? <Failure error={answer.error} retry={() => void answer.refetch()} /> : null}
      {open.length ? <Open invitations={open} /> : null}
    </section>
  )
}

function Invite() {
  const invite = useInvite(useProjectId())
  const [role, setRole] = useState<string>('researcher')
  return (
    <>
      <form
        className="rowed"
        onSubmit={(event) => {
          event.preventDefault()
          invite.mutate(role, { onError: toastError })
        }}
      >
        <SelectField
          label="Invite as"
          value={role}
          options={roles.map((one) => ({ value: one, name: rights[one] }))}
          onChange={setRole}
        />
        <button type="submit" className="btn primary" disabled={invite.isPending}>
          Make a link
        </button>
      </form>
      {invite.data ? (
        <Once secret={invite.data.url} what="link">
          A link for one {invite.data.role}, until {dayOf(invite.data.expiresAt)}. It is shown this once.
        </Once>
      ) : null}
    </>
  )
}

function Open({ invitations: list }: { invitations: readonly Invitation[] }) {
  const people = usePeople()
  const remove = useRemoveInvitation(useProjectId())
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Open links</th>
          <th scope="col">Made by</th>
          <th scope="col">Until</th>
          <th scope="col">
            <span className="sr">Take back</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map(({ id, role, createdBy, expiresAt }) => (
          <tr key={id}>
            <td>for one {role}</td>
            <td className="soft">{people.called(createdBy)}</td>
            <td className="soft">{dayOf(expiresAt)}</td>
            <td>
              <button
                type="button"
                className="btn sm quiet"
                onClick={() =>
                  remove.mutate(id, { onSuccess: () => toast('The link works no more.'), onError: toastError })
                }
              >
                Take back
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
