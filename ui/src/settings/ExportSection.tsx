import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useMay, useProject } from '../app/project'
import { archiveAddress, exchangeAddress, exchangedCodebook, losses } from '../data/exchange'
import { Findings } from '../exchange/Findings'
import { DownloadLink, DownloadState, useDownload } from '../kit/Download'
import { late } from '../kit/soon'
import { Failure, Lines } from '../kit/states'
import { m } from '../paraglide/messages'

const MergeDialog = late(() => import('./MergeDialog'))

/** The project as a file for other programs, with what they can't be told. */
export function ExportSection() {
  const { id } = useProject()
  const { manage } = useMay()
  const [merging, setMerging] = useState(false)
  const { data, error, refetch } = useQuery(losses(id))
  const exchanged = useDownload()
  const archive = useDownload()
  return (
    <section aria-labelledby="export">
      <h2 id="export">{m.exchange_export()}</h2>
      <div className="stack leaving">
        <h3>{m.exchange_toOthers()}</h3>
        <p className="soft">{m.exchange_exportHint()}</p>
        <p className="row wrap">
          <DownloadLink href={exchangeAddress(id)} by={exchanged}>
            {m.exchange_project()}
          </DownloadLink>
          <a className="btn" href={exchangedCodebook(id)} download>
            {m.exchange_codebook()}
          </a>
        </p>
        <DownloadState of={exchanged} />
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        {data ? <Findings findings={data} heading="h4" /> : error ? null : <Lines count={2} />}
        <p className="cap">{m.exchange_known()}</p>
      </div>
      {manage ? (
        <div className="stack leaving">
          <h3>{m.exchange_toSelvedge()}</h3>
          <p className="soft">{m.exchange_archiveHint()}</p>
          <p className="row wrap">
            <DownloadLink href={archiveAddress(id)} by={archive}>
              {m.exchange_archive()}
            </DownloadLink>
            <button type="button" className="btn" onClick={() => setMerging(true)}>
              {m.merge_open()}
            </button>
          </p>
          <DownloadState of={archive} />
          <p className="soft">{m.merge_about()}</p>
        </div>
      ) : null}
      <Suspense>{merging ? <MergeDialog project={id} onClose={() => setMerging(false)} /> : null}</Suspense>
    </section>
  )
}
