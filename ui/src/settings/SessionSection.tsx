import { useQuery } from '@tanstack/react-query'
import { sessions, useEndSession } from '../data/account'
import { Failure, Late, Lines } from '../kit/states'
import { dayAndTime } from '../kit/time'
import { toast, toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { browserName } from './browser'

/** The browsers in which one is signed in. */
export function SessionSection() {
  const answer = useQuery(sessions)
  const end = useEndSession()
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{m.settings_sessions()}</h2>
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
              <td className="soft">
                {current ? m.settings_thisOne() : m.settings_lastSeen({ time: dayAndTime(seenAt) })}
              </td>
              <td>
                {current ? null : (
                  <button
                    type="button"
                    className="btn sm quiet"
                    onClick={() =>
                      end.mutate(id, { onSuccess: () => toast(m.settings_signedOut()), onError: toastError })
                    }
                  >
                    {m.app_signOut()}
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
