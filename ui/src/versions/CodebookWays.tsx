import { Link } from '@tanstack/react-router'
import { useCodebook, useProjectId } from '../app/project'
import { m } from '../paraglide/messages'

/** The ways from the codebook to its sets, its history, and what waits for a second look. */
export function CodebookWays() {
  const params = { project: useProjectId() }
  const outdated = useCodebook().codes.reduce((sum, code) => sum + code.outdated, 0)
  return (
    <>
      <Link to="/p/$project/codes/sets" params={params}>
        {m.versions_sets()}
      </Link>
      <Link to="/p/$project/codes/history" params={params}>
        {m.versions_title()}
      </Link>
      {outdated ? (
        <Link to="/p/$project/codes/second-look" params={params}>
          {m.versions_secondLook({ n: outdated })}
        </Link>
      ) : null}
    </>
  )
}
