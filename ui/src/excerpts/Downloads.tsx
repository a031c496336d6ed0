import { useProjectId } from '../app/project'
import { exportAddress, exportFormats } from '../data/excerpts'
import type { Filter } from '../data/search'
import { Icon } from '../kit/marks'

/** The same passages as files. */
export function Downloads({ filter }: { filter: Filter }) {
  const project = useProjectId()
  return (
    <ul className="row tight push" aria-label="Download these passages">
      {exportFormats.map(({ ending, name }) => (
        <li key={ending}>
          <a className="btn" href={exportAddress(project, ending, filter)} download title={`Download as ${name()}`}>
            <Icon name="export" />
            {name()}
          </a>
        </li>
      ))}
    </ul>
  )
}
