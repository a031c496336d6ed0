import { useProjectId } from '../app/project'
import { exportFormats } from '../data/excerpts'
import { type MemoFilter, memoExport } from '../data/memos'
import { LazyMenu } from '../kit/LazyMenu'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'

/** The memos that are shown, as a file. */
export function Export({ filter }: { filter: MemoFilter }) {
  const project = useProjectId()
  const fetchAs = (ending: string) => {
    const link = document.createElement('a')
    link.href = memoExport(project, ending, filter)
    link.download = ''
    link.click()
  }
  const lines = exportFormats.map(({ ending, name }) => ({ label: name(), onClick: () => fetchAs(ending) }))
  const trigger = (
    <button type="button" className="btn">
      <Icon name="export" />
      {m.memos_export()}
    </button>
  )
  return <LazyMenu align="end" trigger={trigger} groups={[lines]} />
}
