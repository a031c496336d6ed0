import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useProjectId } from '../app/project'
import { savedSearches, searchNews } from '../data/savedSearches'
import { m } from '../paraglide/messages'

/** As many are looked into for the line at the foot. */
const MOST = 50

/** How many saved searches have hits that I have not seen, with the way to them; nothing when none has. */
export function News() {
  const project = useProjectId()
  const { data: list = [] } = useQuery(savedSearches(project))
  const answers = useQueries({ queries: list.slice(0, MOST).map(({ id }) => searchNews(project, id)) })
  const n = answers.filter(({ data }) => data?.new).length
  if (!n) return null
  return (
    <Link to="/p/$project/search" params={{ project }} search={{}}>
      {m.savedsearches_news({ n })}
    </Link>
  )
}
