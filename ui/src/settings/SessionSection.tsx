import { useQuery } from '@tanstack/react-query'
import { sessions, useEndSession } from '../data/account'
import { Failure, Late, Lines } from '../kit/states'
import { dayAndTime } from '../kit/time'
import { toast, toastError } from '../kit/toasts'
import { browserName } from './browser'

/** The browsers in which one is signed in. */
export function SessionSection() {
  const answer = useQuery(sessions)
  const end = useEndSession()
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      {answer.error ? <Failure error={answer.error} retry={() => void answer.refetch()} /> : null}
      {answer.isPending ? (
        <Late>
          <Lines count={2} />
        </Late>
      ) : null}
      <table className="table">
        <tbody>
          {answer.data?.map(({ id, agent, seenAt, current }) => (
            <tr key={id}>
              <td title={agent}>{browserName(agent)}</td>
              <td className="soft">{current ? 'this one' : `last seen ${dayAndTime(seenAt)}`}</td>
              <td>
                {current ? null : (
                  <button
                    type="button"
                    className="btn sm quiet"
                    onClick={() => end.mutate(id, { onSuccess: () => toast('Signed out there.'), onError: toastError })}
                  >
                    Sign out
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
