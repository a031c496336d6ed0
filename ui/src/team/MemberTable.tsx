import { useNavigate } from '@tanstack/react-router'
import type { Member } from '../api/names'
import { useMe, useProject } from '../app/project'
import { type Role, roles, useChangeRole, useRemoveMember } from '../data/team'
import { useUndoLast } from '../journal/useUndoLast'
import { announce } from '../kit/announce'
import { Avatar, firstName, roleName } from '../kit/people'
import { dayOf } from '../kit/time'
import { toast, toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** Everyone on the team; leads change roles here. */
export function MemberTable({ members, manage }: { members: readonly Member[]; manage: boolean }) {
  const me = useMe()
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{m.kit_name()}</th>
          <th scope="col">{m.kit_email()}</th>
          <th scope="col">{m.team_role()}</th>
          <th scope="col">{m.team_joined()}</th>
          <th scope="col">
            <span className="sr">{m.team_remove()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.account}>
            <td>
              <span className="row">
                <Avatar name={member.name} me={member.account === me.id} />
                <span className="cut">{member.name}</span>
                {member.account === me.id ? <span className="cap">{m.team_you()}</span> : null}
              </span>
            </td>
            <td className="soft">{member.email}</td>
            <td>{manage ? <RolePicker member={member} /> : roleName(member.role)}</td>
            <td className="soft">{dayOf(member.joinedAt)}</td>
            <td>
              {manage || member.account === me.id ? <Remove member={member} isMe={member.account === me.id} /> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RolePicker({ member: { account, name, role } }: { member: Member }) {
  const change = useChangeRole(useProject().id)
  const pick = (next: string) =>
    change.mutate(
      { account, role: next },
      { onSuccess: () => announce(m.team_isNow({ name: firstName(name), role: roleName(next) })), onError: toastError },
    )
  const shown = change.isPending ? change.variables.role : role
  return (
    <select
      className="select inline"
      aria-label={m.team_roleOf({ name })}
      value={shown}
      onChange={(event) => pick(event.target.value)}
    >
      {roles.map((one: Role) => (
        <option key={one} value={one}>
          {roleName(one)}
        </option>
      ))}
    </select>
  )
}

function Remove({ member: { account, name }, isMe }: { member: Member; isMe: boolean }) {
  const project = useProject()
  const navigate = useNavigate()
  const remove = useRemoveMember(project.id)
  const tell = useUndoLast()
  const done = () => {
    if (!isMe) return tell(m.team_tookOff({ name: firstName(name) }), 'removed a member', account)
    toast(m.team_left({ name: project.name }))
    void navigate({ to: '/' })
  }
  return (
    <button
      type="button"
      className="btn sm quiet"
      disabled={remove.isPending}
      onClick={() => void remove.mutateAsync(account).then(done, toastError)}
    >
      {isMe ? m.team_leave() : m.team_remove()}
    </button>
  )
}
