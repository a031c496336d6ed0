import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { type ErrorComponentProps, Link, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Account, Welcome } from '../api/names'
import { Refusal } from '../api/refusal'
import { invitation, session, useJoin } from '../data/account'
import { TextField } from '../kit/fields'
import { roleName } from '../kit/people'
import { Failure } from '../kit/states'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { Door } from './Door'

/** Where an invitation leads: joining with a new account, or with the one that is signed in. */
export function Join() {
  const { token } = useParams({ from: '/join/$token' })
  const { data: welcome } = useSuspenseQuery(invitation(token))
  const { data: me } = useQuery({ ...session, enabled: false }) // the route has asked
  return (
    <Door title={m.account_joinProject({ project: welcome.project })}>
      {welcome.open ? <Open token={token} me={me} welcome={welcome} /> : <Closed welcome={welcome} me={me} />}
    </Door>
  )
}

/** What is said where a link leads to no invitation. */
export function NoInvitation({ error }: ErrorComponentProps) {
  const router = useRouter()
  const unknown = error instanceof Refusal && (error.status === 404 || error.status === 422)
  return (
    <Door title={m.account_join()}>
      {unknown ? (
        <div className="empty">
          <h3>{m.account_notValid()}</h3>
          <p>{m.account_askNew()}</p>
          <Link className="btn primary" to="/signin">
            {m.account_signIn()}
          </Link>
        </div>
      ) : (
        <Failure error={error} retry={() => void router.invalidate()} />
      )}
    </Door>
  )
}

interface Invited {
  welcome: Welcome
  /** Who is signed in, if anyone is. */
  me?: Account
}

const Open = ({ token, welcome, me }: Invited & { token: string }) => (
  <>
    <p className="lead">{rich(invites(welcome), { project: () => <b>{welcome.project}</b> })}</p>
    {me ? <JoinAs token={token} me={me} /> : <NewAccount token={token} />}
  </>
)

const invites = ({ invitedBy: name, role }: Welcome) =>
  role ? m.account_invitesAs({ name, role: roleName(role) }) : m.account_invites({ name })

const Closed = ({ welcome: { invitedBy: name, project }, me }: Invited) => (
  <div className="empty">
    <h3>{m.account_over()}</h3>
    <p>{me ? m.account_askFor({ name, project }) : m.account_askForOrSignIn({ name, project })}</p>
    {me ? (
      <Link className="btn primary" to="/">
        {m.account_toProjects()}
      </Link>
    ) : (
      <Link className="btn primary" to="/signin">
        {m.account_signIn()}
      </Link>
    )}
  </div>
)

/** Joins, and opens the project. */
function useEnter(token: string) {
  const navigate = useNavigate()
  const join = useJoin(token)
  const enter = (body: { name?: string; email?: string; password?: string }) =>
    join.mutate(body, { onSuccess: ({ project }) => void navigate({ to: '/p/$project', params: { project } }) })
  const fields = join.error instanceof Refusal ? join.error.fields : {}
  return { enter, fields, isPending: join.isPending, error: Object.keys(fields).length ? undefined : join.error }
}

function JoinAs({ token, me }: { token: string; me: Account }) {
  const { enter, error, isPending } = useEnter(token)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        enter({})
      }}
    >
      {error ? <Failure error={error} /> : null}
      <button type="submit" className="btn primary lg" aria-disabled={isPending}>
        {m.account_joinAs({ name: me.name })}
      </button>
      <p className="cap">{m.account_signedInAs({ email: me.email })}</p>
    </form>
  )
}

function NewAccount({ token }: { token: string }) {
  const { enter, error, fields, isPending } = useEnter(token)
  const [typed, setTyped] = useState({ name: '', email: '', password: '' })
  const field = (name: keyof typeof typed) => ({
    required: true,
    error: fields[name],
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    enter(typed)
  }
  return (
    <form onSubmit={send}>
      {error ? <Failure error={error} /> : null}
      <TextField label={m.account_name()} autoComplete="name" hint={m.account_nameHint()} {...field('name')} />
      <TextField label={m.kit_email()} type="email" autoComplete="username" {...field('email')} />
      <TextField
        label={m.account_password()}
        type="password"
        autoComplete="new-password"
        minLength={12}
        hint={m.account_passwordHint()}
        {...field('password')}
      />
      <button type="submit" className="btn primary lg" aria-disabled={isPending}>
        {isPending ? m.account_joining() : m.account_join()}
      </button>
      <p className="cap">
        {rich(m.account_haveAccount(), {
          link: (words) => (
            <Link to="/signin" search={{ to: `/join/${token}` }}>
              {words}
            </Link>
          ),
        })}
      </p>
    </form>
  )
}
