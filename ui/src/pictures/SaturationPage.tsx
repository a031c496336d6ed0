import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Page } from '../app/Page'
import { useCodebook, useProjectId, useSources } from '../app/project'
import { filterIn } from '../app/search-params'
import { Climb } from '../charts/Climb'
import { Figure } from '../charts/Figure'
import { type Saturation, saturation } from '../data/pictures'
import type { Filter } from '../data/search'
import { NarrowButton } from '../excerpts/NarrowButton'
import { Empty, Failure, Late, Lines } from '../kit/states'
import { dayOf } from '../kit/time'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Grid } from '../relations/Grid'
import { AddToReport } from '../report/AddToReport'
import { useNarrowedWords } from '../search/narrowedBy'
import { captionOf } from './caption'
import { PictureLinks } from './Links'
import { NarrowedTo } from './Narrow'
import '../look/pages.css'
import '../relations/relations.css'
import './pictures.css'

const route = getRouteApi('/inside/p/$project/pictures/saturation')

/** How many new codes each source brought, in the order of coding. */
export function SaturationPage() {
  const project = useProjectId()
  const shown = route.useSearch()
  const navigate = route.useNavigate()
  const ask = (change: Filter) =>
    void navigate({ to: '.', search: { ...shown, ...change }, replace: true, resetScroll: false })
  const { data, error, isPending, refetch } = useQuery(saturation(project, shown))
  return (
    <Page title={m.pictures_saturation()} tools={<PictureLinks />}>
      <div className="pg pictures">
        <header>
          <h1>{m.pictures_saturation()}</h1>
        </header>
        <div className="row wrap asking">
          <NarrowButton filter={shown} onAsk={ask} />
          <AddToReport part={{ kind: 'picture', picture: 'saturation', ...filterIn({ ...shown }) }} />
        </div>
        <NarrowedTo filter={shown} onAsk={ask} />
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        {isPending ? (
          <Late>
            <Lines />
          </Late>
        ) : null}
        {data ? <Counted of={data} /> : null}
      </div>
    </Page>
  )
}

function Counted({ of }: { of: Saturation }) {
  const project = useProjectId()
  const titles = new Map(useSources().map(({ id, title }) => [id, title]))
  const book = useCodebook()
  const name = (code: string) => book.get(code)?.name ?? ''
  const method = captionOf(useSaid(of), of)
  if (!of.sources.length)
    return (
      <Empty title={m.pictures_noCodings()} heading="h2">
        {m.pictures_noCodingsHow()}
      </Empty>
    )
  const data = of.sources.map((one) => ({ key: one.source, fresh: one.new.length, all: one.all }))
  return (
    <>
      <Figure
        title={m.pictures_saturationTitle()}
        n={of.sources.length}
        missing={0}
        method={method}
        words={data
          .map(({ key, fresh, all }) =>
            m.pictures_brings({ source: titles.get(key) ?? '', fresh: figure(fresh), all: figure(all) }),
          )
          .join('; ')}
      >
        <Climb data={data} counted={m.pictures_lineAndBars()} order={m.pictures_inOrder()} />
      </Figure>
      <Grid
        label={m.pictures_saturationTable()}
        head={[
          m.pictures_source(),
          m.pictures_coded(),
          m.pictures_codes(),
          m.pictures_new(),
          m.pictures_all(),
          m.pictures_newCodes(),
        ]}
        rows={of.sources.map((one, i) => ({
          key: one.source,
          name: (
            <>
              {figure(i + 1)}{' '}
              <Link to="/p/$project/pictures/portrait/$source" params={{ project, source: one.source }}>
                {titles.get(one.source)}
              </Link>
            </>
          ),
          cells: [
            dayOf(one.at),
            figure(one.codes),
            figure(one.new.length),
            figure(one.all),
            one.new.map(name).join(', ') || '–',
          ],
        }))}
      />
    </>
  )
}

/** What is counted, in words. */
function useSaid({ narrowed }: Saturation): string[] {
  const to = useNarrowedWords(narrowed)
  return [m.pictures_saturationHow(), ...(to.length ? [m.pictures_narrowedTo({ to: to.join('; ') })] : [])]
}
