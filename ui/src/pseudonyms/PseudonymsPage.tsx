import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Page } from '../app/Page'
import { useMay, useProjectId } from '../app/project'
import { pseudonyms } from '../data/pseudonyms'
import { Empty, Failure, Late, Lines } from '../kit/states'
import { m } from '../paraglide/messages'
import { NewPseudonym } from './NewPseudonym'
import { PseudonymTable } from './PseudonymTable'
import { Replace } from './Replace'
import { Suggestions } from './Suggestions'
import '../look/pages.css'
import './pseudonyms.css'

/** Names of people, places and firms, what stands for each, and where they still stand in the texts. */
export function PseudonymsPage() {
  const project = useProjectId()
  const may = useMay().manage
  const crumbs = (
    <Link to="/p/$project/sources" params={{ project }}>
      {m.app_sources()}
    </Link>
  )
  return (
    <Page title={m.pseudonyms_title()} crumbs={crumbs}>
      <div className="pg psd">
        <header>
          <div>
            <h1>{m.pseudonyms_title()}</h1>
            <p>{m.pseudonyms_about()}</p>
          </div>
        </header>
        {may ? <Names project={project} /> : <Empty title={m.pseudonyms_forLeads()}>{m.pseudonyms_askALead()}</Empty>}
      </div>
    </Page>
  )
}

function Names({ project }: { project: string }) {
  const { data, error, refetch } = useQuery(pseudonyms(project))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Late>
        <Lines />
      </Late>
    )
  return (
    <>
      <section aria-labelledby="names">
        <h2 id="names">{m.pseudonyms_names()}</h2>
        <NewPseudonym />
        {data.length ? <PseudonymTable list={data} /> : <p className="soft">{m.pseudonyms_none()}</p>}
      </section>
      <Suggestions />
      {data.length ? <Replace /> : null}
    </>
  )
}
