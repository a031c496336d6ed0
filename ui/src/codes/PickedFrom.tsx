import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useProjectId, useSources } from '../app/project'
import { spanParam } from '../app/search-params'
import { passageWords } from '../data/excerpts'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'

interface PickedFromProps {
  /** The passage that the words were picked from. */
  passage?: string
  /** What the words are. */
  label: string
  onPick: () => void
  onForget: () => void
}

/** Where picked words stand in the texts, and a way to pick others. */
export function PickedFrom({ passage, label, onPick, onForget }: PickedFromProps) {
  const project = useProjectId()
  const sources = useSources()
  const { data: place } = useQuery(passageWords(project, passage))
  return (
    <div className="row tight picked">
      <button type="button" className="btn quiet sm" onClick={onPick}>
        <Icon name="quote" small />
        {m.codes_pick()}
      </button>
      {place ? (
        <Link
          className="cap"
          to="/p/$project/sources/$source"
          params={{ project, source: place.source }}
          search={{ at: spanParam(place) }}
          preload={false}
        >
          {sources.find(({ id }) => id === place.source)?.title ?? m.codes_itsPlace()}
        </Link>
      ) : null}
      {passage ? (
        <button
          type="button"
          className="btn icon quiet sm"
          aria-label={m.codes_forgetOf({ field: label })}
          title={m.codes_forget()}
          onClick={onForget}
        >
          <Icon name="x" small />
        </button>
      ) : null}
    </div>
  )
}
