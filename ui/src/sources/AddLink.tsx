import { Link } from '@tanstack/react-router'
import { useBatch } from '../adding/useBatch'
import { useProjectId } from '../app/project'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'

/** Leads to adding; from the list of one strand, files go into that. */
export function AddLink({ primary, strand }: { primary?: boolean; strand?: string }) {
  const project = useProjectId()
  const { batch } = useBatch()
  return (
    <Link
      className={primary ? 'btn primary' : 'btn'}
      to="/p/$project/sources/add"
      params={{ project }}
      onClick={() => strand && batch.setStrand(strand)}
    >
      <Icon name="import" />
      {m.home_add()}
    </Link>
  )
}
