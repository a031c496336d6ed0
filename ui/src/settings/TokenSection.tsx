import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Token } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { tokens, useAddToken, useRemoveToken } from '../data/account'
import { TextField } from '../kit/fields'
import { Once } from '../kit/once'
import { Failure } from '../kit/states'
import { dayAndTime, dayOf } from '../kit/time'
import { toast, toastError } from '../kit/toasts'

/** Tokens with which programs work as oneself. */
export function TokenSection() {
  const answer = useQuery(tokens)
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">Tokens</h2>
      <p className="soft">
        A token lets a program of yours work with Selvedge as you. Give it a name that tells where it is used.
      </p>
      <NewToken />
      {answer.error ? <Failure error={answer.error} retry={() => void answer.refetch()} /> : null}
      {answer.data?.length ? <TokenTable tokens={answer.data} /> : null}
    </section>
  )
}

function NewToken() {
  const add = useAddToken()
  const [name, setName] = useState('')
  const error = add.error instanceof Refusal ? (add.error.fields.name ?? sentenceOf(add.error)) : undefined
  return (
    <>
      <form
        className="rowed narrow"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate(name.trim(), { onSuccess: () => setName('') })
        }}
      >
        <div className="grow">
          <TextField
            label="Name of the token"
            placeholder="Backup script"
            error={error}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <button type="submit" className="btn" disabled={!name.trim() || add.isPending}>
          Make a token
        </button>
      </form>
      {add.data ? (
        <Once secret={add.data.token} what="token">
          The token “{add.data.name}”. It is shown this once.
        </Once>
      ) : null}
    </>
  )
}

function TokenTable({ tokens: list }: { tokens: readonly Token[] }) {
  const remove = useRemoveToken()
  return (
    <table className="table">
      <tbody>
        {list.map(({ id, name, createdAt, seenAt }) => (
          <tr key={id}>
            <td>{name}</td>
            <td className="soft">made {dayOf(createdAt)}</td>
            <td className="soft">{seenAt ? `last used ${dayAndTime(seenAt)}` : 'never used'}</td>
            <td>
              <button
                type="button"
                className="btn sm quiet"
                onClick={() =>
                  remove.mutate(id, {
                    onSuccess: () => toast(`The token “${name}” works no more.`),
                    onError: toastError,
                  })
                }
              >
                Revoke
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
