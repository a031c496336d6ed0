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
import { m } from '../paraglide/messages'

/** Tokens with which programs work as oneself. */
export function TokenSection() {
  const answer = useQuery(tokens)
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">{m.settings_tokens()}</h2>
      <p className="soft">{m.settings_tokenAbout()}</p>
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
            label={m.settings_tokenName()}
            placeholder={m.settings_tokenExample()}
            error={error}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <button type="submit" className="btn" disabled={!name.trim() || add.isPending}>
          {m.settings_makeToken()}
        </button>
      </form>
      {add.data ? (
        <Once secret={add.data.token} copy={m.settings_copyToken()}>
          {m.settings_tokenOnce({ name: add.data.name })}
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
            <td className="soft">{m.settings_made({ day: dayOf(createdAt) })}</td>
            <td className="soft">
              {seenAt ? m.settings_lastUsed({ time: dayAndTime(seenAt) }) : m.settings_neverUsed()}
            </td>
            <td>
              <button
                type="button"
                className="btn sm quiet"
                onClick={() =>
                  remove.mutate(id, {
                    onSuccess: () => toast(m.settings_tokenGone({ name })),
                    onError: toastError,
                  })
                }
              >
                {m.settings_revoke()}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
