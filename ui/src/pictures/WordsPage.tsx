import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../app/Page'
import { useMay, useProjectId } from '../app/project'
import { filterIn } from '../app/search-params'
import { Bars } from '../charts/Bars'
import { Figure } from '../charts/Figure'
import { type WordsAsked, type Words as WordsCounted, words, wordsFile } from '../data/pictures'
import { NarrowButton } from '../excerpts/NarrowButton'
import { Choice } from '../kit/Choice'
import { Check } from '../kit/fields'
import { Empty, Failure, Late, Lines } from '../kit/states'
import { count, figure, listed } from '../kit/words'
import { percent } from '../language/decimals'
import { m } from '../paraglide/messages'
import { Download } from '../relations/Download'
import { Grid } from '../relations/Grid'
import { AddToReport } from '../report/AddToReport'
import { useNarrowedWords } from '../search/narrowedBy'
import type { WordsShown } from './asked'
import { captionOf } from './caption'
import { PictureLinks } from './Links'
import { NarrowedTo } from './Narrow'
import { StopDialog } from './StopDialog'
import '../look/pages.css'
import '../relations/relations.css'
import './pictures.css'

const route = getRouteApi('/inside/p/$project/pictures/words')

/** How many words there can be in the picture; the table has them all. */
const DRAWN = 40

const askedOf = ({ least, limit, moderators, all, ...filter }: WordsShown): WordsAsked => ({
  ...filter,
  least: Number(least ?? 3),
  limit: Number(limit ?? 50),
  moderators: moderators === 'true',
  all: all === 'true',
})

/** The words that are said most, as bars and as a table. */
export function WordsPage() {
  const project = useProjectId()
  const shown = route.useSearch()
  const navigate = route.useNavigate()
  const ask = (change: WordsShown) =>
    void navigate({ to: '.', search: { ...shown, ...change }, replace: true, resetScroll: false })
  const asked = askedOf(shown)
  const { data, error, isPending, refetch } = useQuery(words(project, asked))
  const [stopping, setStopping] = useState(false)
  return (
    <Page title={m.pictures_words()} tools={<PictureLinks />}>
      <div className="pg pictures">
        <header>
          <h1>{m.pictures_words()}</h1>
        </header>
        <Asking shown={shown} onAsk={ask} onStop={data && (() => setStopping(true))} />
        <NarrowedTo filter={shown} onAsk={ask} />
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        {isPending ? (
          <Late>
            <Lines />
          </Late>
        ) : null}
        {data ? <Counted of={data} asked={asked} /> : null}
        {stopping && data ? <StopDialog words={data.stop} onClose={() => setStopping(false)} /> : null}
      </div>
    </Page>
  )
}

interface AskingProps {
  shown: WordsShown
  onAsk: (change: WordsShown) => void
  onStop: (() => void) | undefined
}

/** Which words are meant. */
function Asking({ shown, onAsk: ask, onStop }: AskingProps) {
  const may = useMay().change
  const numbers = (list: readonly number[], say: (n: string) => string) =>
    list.map((n) => ({ value: String(n), name: say(figure(n)) }))
  return (
    <div className="row wrap asking">
      <Choice
        label={m.pictures_letters()}
        value={shown.least ?? '3'}
        options={numbers([1, 2, 3, 4, 5, 6, 8, 10], (n) => m.pictures_least({ n }))}
        onChange={(least) => ask({ least })}
      />
      <Choice
        label={m.pictures_howMany()}
        value={shown.limit ?? '50'}
        options={numbers([20, 50, 100, 250, 1000], (n) => m.pictures_first({ n }))}
        onChange={(limit) => ask({ limit })}
      />
      <Check checked={shown.moderators === 'true'} onChange={(on) => ask({ moderators: on ? 'true' : undefined })}>
        {m.pictures_moderators()}
      </Check>
      <Check checked={shown.all === 'true'} onChange={(on) => ask({ all: on ? 'true' : undefined })}>
        {m.pictures_withStops()}
      </Check>
      {may && onStop && shown.all !== 'true' ? (
        <button type="button" className="btn sm" onClick={onStop}>
          {m.pictures_stopList()}
        </button>
      ) : null}
      <NarrowButton kinds={['strand', 'source']} filter={shown} onAsk={ask} />
      <AddToReport
        part={{ kind: 'picture', picture: 'words', ...filterIn({ ...shown }), moderators: shown.moderators === 'true' }}
      />
    </div>
  )
}

function Counted({ of, asked }: { of: WordsCounted; asked: WordsAsked }) {
  const project = useProjectId()
  const method = captionOf(useSaid(of, asked), of)
  if (!of.words.length)
    return (
      <Empty title={m.pictures_noWords()} heading="h2">
        {m.pictures_noWordsHow()}
      </Empty>
    )
  const drawn = of.words.slice(0, DRAWN).map(({ word, n }) => ({ name: word, n, share: n / of.n }))
  return (
    <>
      <Figure
        title={m.pictures_wordsTitle()}
        n={of.n}
        missing={0}
        method={method}
        words={drawn.map(({ name, n }) => `${name}: ${figure(n)}`).join('; ')}
      >
        <Bars data={drawn} />
      </Figure>
      <div className="row">
        <Download to={wordsFile(project, asked, 'xlsx')}>{m.relations_excel()}</Download>
        <Download to={wordsFile(project, asked, 'csv')}>{m.relations_csv()}</Download>
      </div>
      <Grid
        label={m.pictures_wordsTable()}
        head={[m.pictures_word(), m.pictures_times(), m.pictures_share(), m.pictures_sources(), m.pictures_forms()]}
        rows={of.words.map(({ word, n, sources, forms }) => ({
          key: word,
          name: (
            <Link to="/p/$project/search" params={{ project }} search={{ q: word, ...filterIn(asked) }}>
              {word}
            </Link>
          ),
          cells: [figure(n), percent(n / of.n), figure(sources), forms.length > 1 ? listed(forms.slice(0, 6)) : '–'],
        }))}
      />
    </>
  )
}

/** What is counted, in words. */
function useSaid({ n, said, sources, distinct, stop, narrowed }: WordsCounted, { least, moderators }: WordsAsked) {
  const to = useNarrowedWords(narrowed)
  return [
    m.pictures_ofWords({
      n: figure(n),
      said: figure(said),
      sources: count(sources, 'source'),
      distinct: figure(distinct),
    }),
    m.pictures_asForms({ least: figure(least ?? 3), stop: figure(stop.length) }),
    moderators ? m.pictures_moderatorsIn() : m.pictures_moderatorsOut(),
    ...(to.length ? [m.pictures_narrowedTo({ to: to.join('; ') })] : []),
  ]
}
