import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { Refusal } from '../api/refusal'
import { Empty, Failure, Lines } from '../kit/states'
import { m } from '../paraglide/messages'

/** While a page is fetched; the router shows it only after 200 ms. */
export const PageLoading = () => (
  <div className="pad">
    <Lines count={8} />
  </div>
)

/** While a transcript is fetched. */
export const TextLoading = () => (
  <div className="text-loading">
    <Lines count={14} />
  </div>
)

/** A page that can't be shown. */
export function Crash({ error }: ErrorComponentProps) {
  const router = useRouter()
  if (error instanceof Refusal && (error.status === 404 || error.status === 422)) return <Missing />
  return (
    <main className="pad" id="main">
      <h1 className="sr">{m.app_cantShow()}</h1>
      <Failure error={error} retry={() => void router.invalidate()} />
    </main>
  )
}

/** An address that leads nowhere. */
export const Missing = () => (
  <main className="pad" id="main">
    <Empty
      heading="h1"
      title={m.app_missing()}
      actions={
        <Link className="btn primary" to="/">
          {m.app_toProjects()}
        </Link>
      }
    >
      {m.app_missingAbout()}
    </Empty>
  </main>
)
