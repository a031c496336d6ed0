import { useQuery } from '@tanstack/react-query'
import { useMay, useProject } from '../app/project'
import { archiveAddress, exchangeAddress, exchangedCodebook, losses } from '../data/exchange'
import { Findings } from '../exchange/Findings'
import { Failure, Lines } from '../kit/states'
import { m } from '../paraglide/messages'

/** The project as a file for other programs, with what they can't be told. */
export function ExportSection() {
  const { id } = useProject()
  const { manage } = useMay()
  const { data, error, refetch } = useQuery(losses(id))
  return (
    <section aria-labelledby="export">
      <h2 id="export">{m.exchange_export()}</h2>
      <div className="stack leaving">
        <h3>{m.exchange_toOthers()}</h3>
        <p className="soft">{m.exchange_exportHint()}</p>
        <p className="row wrap">
          <a className="btn" href={exchangeAddress(id)} download>
            {m.exchange_project()}
          </a>
          <a className="btn" href={exchangedCodebook(id)} download>
            {m.exchange_codebook()}
          </a>
        </p>
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        {data ? <Findings findings={data} heading="h4" /> : error ? null : <Lines count={2} />}
        <p className="cap">{m.exchange_known()}</p>
      </div>
      {manage ? (
        <div className="stack leaving">
          <h3>{m.exchange_toSelvedge()}</h3>
          <p className="soft">{m.exchange_archiveHint()}</p>
          <p>
            <a className="btn" href={archiveAddress(id)} download>
              {m.exchange_archive()}
            </a>
          </p>
        </div>
      ) : null}
    </section>
  )
}
