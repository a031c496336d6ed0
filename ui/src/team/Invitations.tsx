import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Invitation } from '../api/names'
import { usePeople, useProjectId } from '../app/project'
import { invitations, type Role, roles, useInvite, useRemoveInvitation } from '../data/team'
import { SelectField } from '../kit/fields'
import { Once } from '../kit/once'
import { roleName } from '../kit/people'
import { Failure } from '../kit/states'
import { dayOf } from '../kit/time'
import { toast, toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

const rights: Record<Role, () => string> = {
  lead: m.team_leadMay,
  researcher: m.team_researcherMay,
  reader: m.team_readerMay,
}

/** Invites by a link, and takes links back that were not used. */
export function Invitations() {
  const project = useProjectId()
  const answer = useQuery(invitations(project))
  const open =
    answer.data?.filter(({ acceptedBy, expiresAt }) => !acceptedBy && Date.parse(expiresAt) > Date.now()) ?? []
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{m.team_invitations()}</h2>
      <p className="soft">{m.team_linkAbout()}</p>
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
          label={m.team_inviteAs()}
          value={role}
          options={roles.map((one) => ({ value: one, name: rights[one]() }))}
          onChange={setRole}
        />
        <button type="submit" className="btn primary" disabled={invite.isPending}>
          {m.team_makeLink()}
        </button>
      </form>
      {invite.data ? (
        <Once secret={invite.data.url} copy={m.team_copyLink()}>
          {m.team_linkFor({ role: roleName(invite.data.role), day: dayOf(invite.data.expiresAt) })}
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
          <th scope="col">{m.team_openLinks()}</th>
          <th scope="col">{m.team_madeBy()}</th>
          <th scope="col">{m.team_until()}</th>
          <th scope="col">
            <span className="sr">{m.team_takeBack()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map(({ id, role, createdBy, expiresAt }) => (
          <tr key={id}>
            <td>{m.team_forOne({ role: roleName(role) })}</td>
            <td className="soft">{people.called(createdBy)}</td>
            <td className="soft">{dayOf(expiresAt)}</td>
            <td>
              <button
                type="button"
                className="btn sm quiet"
                onClick={() => remove.mutate(id, { onSuccess: () => toast(m.team_linkGone()), onError: toastError })}
              >
                {m.team_takeBack()}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
