import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { type ErrorComponentProps, Link, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Account, Welcome } from '../api/names'
import { Refusal } from '../api/refusal'
import { invitation, session, useJoin } from '../data/account'
import { TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { Door } from './Door'

/** Where an invitation leads: joining with a new account, or with the one that is signed in. */
export function Join() {
  const { token } = useParams({ from: '/join/$token' })
  const { data: welcome } = useSuspenseQuery(invitation(token))
  const { data: me } = useQuery({ ...session, enabled: false }) // the route has asked
  return (
    <Door title={`Join ${welcome.project}`}>
      {welcome.open ? <Open token={token} me={me} welcome={welcome} /> : <Closed welcome={welcome} me={me} />}
    </Door>
  )
}

/** What is said where a link leads to no invitation. */
export function NoInvitation({ error }: ErrorComponentProps) {
  const router = useRouter()
  const unknown = error instanceof Refusal && (error.status === 404 || error.status === 422)
  return (
    <Door title="Join">
      {unknown ? (
        <div className="empty">
          <h3>This invitation is not valid.</h3>
          <p>Ask for a new one, or sign in if you have joined already.</p>
          <Link className="btn primary" to="/signin">
            Sign in
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
    <p className="lead">
      {welcome.invitedBy} invites you to work on <b>{welcome.project}</b> {welcome.role ? `as a ${welcome.role}` : ''}.
    </p>
    {me ? <JoinAs token={token} me={me} /> : <NewAccount token={token} />}
  </>
)

const Closed = ({ welcome, me }: Invited) => (
  <div className="empty">
    <h3>This invitation has been used, or its time is over.</h3>
    <p>
      Ask {welcome.invitedBy} for a new one{me ? '' : ', or sign in if you have joined already'}. It was for{' '}
      {welcome.project}.
    </p>
    {me ? (
      <Link className="btn primary" to="/">
        Go to your projects
      </Link>
    ) : (
      <Link className="btn primary" to="/signin">
        Sign in
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
        Join as {me.name}
      </button>
      <p className="cap">You are signed in as {me.email}.</p>
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
      <TextField
        label="Your name"
        autoComplete="name"
        hint="As colleagues see it beside your codings."
        {...field('name')}
      />
      <TextField label="E-mail" type="email" autoComplete="username" {...field('email')} />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        minLength={12}
        hint="At least 12 characters; three or four words do well."
        {...field('password')}
      />
      <button type="submit" className="btn primary lg" aria-disabled={isPending}>
        {isPending ? 'Joining…' : 'Join'}
      </button>
      <p className="cap">
        You have an account?{' '}
        <Link to="/signin" search={{ to: `/join/${token}` }}>
          Sign in
        </Link>{' '}
        first, and come back here.
      </p>
    </form>
  )
}
