import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Source } from '../api/names'
import { Missing } from '../app/boundaries'
import { Page } from '../app/Page'
import { useCodebook, usePeople, useProjectId, useSources } from '../app/project'
import { spanParam } from '../app/search-params'
import { Figure } from '../charts/Figure'
import { type Lane, Lanes } from '../charts/Lanes'
import { codingsOf } from '../coding/codings'
import { saturation } from '../data/pictures'
import { passages } from '../data/sources'
import { Empty } from '../kit/states'
import { figure } from '../kit/words'
import { percent } from '../language/decimals'
import { m } from '../paraglide/messages'
import { Grid } from '../relations/Grid'
import { AddToReport } from '../report/AddToReport'
import type { CodedShown } from './asked'
import { captionOf } from './caption'
import { PictureLinks } from './Links'
import { lanesOf } from './lanes'
import { CoderChoice } from './Narrow'
import '../look/pages.css'
import '../relations/relations.css'
import './pictures.css'

const route = getRouteApi('/inside/p/$project/pictures/portrait/$source')

/** The codings of a source along its length, a lane for each code. */
export function PortraitPage() {
  const { source: id } = route.useParams()
  const source = useSources().find((one) => one.id === id)
  return source ? <Portrait source={source} /> : <Missing />
}

function Portrait({ source }: { source: Source }) {
  const shown: CodedShown = route.useSearch()
  const navigate = route.useNavigate()
  const ask = (coder: string | undefined) =>
    void navigate({ to: '.', search: { ...shown, coder }, replace: true, resetScroll: false })
  return (
    <Page title={m.pictures_portraitOf({ source: source.title })} tools={<PictureLinks />}>
      <div className="pg pictures">
        <header>
          <h1>{source.title}</h1>
        </header>
        <div className="row wrap asking">
          <CoderChoice value={shown.coder} onChange={ask} />
          <AddToReport
            part={{
              kind: 'picture',
              picture: 'portrait',
              source: [source.id],
              coder: shown.coder ? [shown.coder] : [],
              moderators: true,
            }}
          />
          <Link
            className="btn sm"
            to="/p/$project/sources/$source"
            params={{ project: useProjectId(), source: source.id }}
          >
            {m.pictures_openText()}
          </Link>
        </div>
        <Drawn source={source} coder={shown.coder} />
      </div>
    </Page>
  )
}

function Drawn({ source, coder }: { source: Source; coder: string | undefined }) {
  const project = useProjectId()
  const book = useCodebook()
  const people = usePeople()
  const { data } = useSuspenseQuery(passages(project, source.id))
  const { data: as } = useQuery(saturation(project, { source: [source.id] })) // of which codebook, and when
  const codings = codingsOf(data).filter((one) => !coder || one.coder === coder)
  const lanes = lanesOf(codings, book)
  if (!lanes.length)
    return (
      <Empty title={m.pictures_notCoded()} heading="h2">
        {m.pictures_notCodedHow()}
      </Empty>
    )
  const said = [m.pictures_portraitHow(), ...(coder ? [m.pictures_onlyCoder({ name: people.name(coder) })] : [])]
  const part = (one: Lane['stretches'][number]) => percent(one.start / source.length)
  return (
    <>
      <Figure
        title={m.pictures_portraitOf({ source: source.title })}
        n={codings.length}
        missing={0}
        method={as ? captionOf(said, as) : said.join(' ')}
        words={lanes.map(({ name, stretches }) => `${name}: ${stretches.map(part).join(', ')}`).join('; ')}
      >
        <Lanes
          data={lanes}
          length={source.length}
          axis={m.pictures_ofText()}
          link={(one, lane, drawn) => (
            <Link
              key={one.key}
              to="/p/$project/sources/$source"
              params={{ project, source: source.id }}
              search={{ at: spanParam(one), coding: one.key }}
              aria-label={m.pictures_placeOf({ code: lane.name, at: part(one) })}
            >
              {drawn}
            </Link>
          )}
        />
      </Figure>
      <Grid
        label={m.pictures_portraitTable()}
        head={[m.pictures_code(), m.pictures_passages(), m.pictures_shareOfText(), m.pictures_begin()]}
        rows={lanes.map((lane) => ({
          key: lane.code,
          name: lane.name,
          cells: [
            figure(lane.stretches.length),
            percent(lane.covered / source.length),
            lane.stretches.map(part).join(', '),
          ],
        }))}
      />
    </>
  )
}
