import { dice } from '../src/live/dice'
import { Coder } from './coder'
import { expected, screenOf } from './screen'
import { type Source, Study } from './study'
import { expect, type Page, type Route, test } from './test'
import { Transcript } from './transcript'
import { type Wire, wire } from './wire'

const says = [
  'We had the first loom on credit and the second one out of what the first one earned.',
  'My sister kept the books, and she kept them in her head until the bank asked.',
  'Nobody tells you that the order is the easy part and the yarn is the hard part.',
  'I learnt to say no in the third winter, and I have hardly said it since.',
]
const interview = (years: number) =>
  Array.from({ length: years }, (_, i) => `Ines: ${says[i % 4]} That was year ${i + 1}.`).join('\n\n')

/** How often each of the two does a handful of things. */
const ROUNDS = 10
const HANDFUL = 5

interface Pair {
  study: Study
  source: Source
  lines: [Wire, Wire]
  pages: [Page, Page]
}

/** The lead and a colleague, each at a browser and a line of their own, with one source open. */
async function two(
  visit: (who: 'lead' | 'stranger') => Promise<Page>,
  url: string,
  name: string,
  years: number,
): Promise<Pair> {
  const pages: [Page, Page] = [await visit('lead'), await visit('stranger')]
  const study = await Study.begin(pages[0].request, name)
  await study.join(pages[1].request, 'Noor')
  const source = await study.bring('Ines, looms', interview(years))
  for (const code of ['Credit', 'Books', 'Yarn', 'Refusing']) await study.code(code)
  const lines: [Wire, Wire] = [await wire(url), await wire(url)]
  for (const [i, page] of pages.entries()) await page.goto(lines[i]?.url + study.at(`sources/${source.id}`))
  for (const page of pages) await expect(page.getByRole('treeitem', { name: /Yarn/ })).toBeVisible()
  return { study, source, lines, pages }
}

test('two people who code at random for long, with connections that break, end with the same before them', async ({
  visit,
  server,
}) => {
  test.slow()
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e6))
  const { study, source, lines, pages } = await two(visit, server.url, 'An hour together', 12)
  const throws = dice(seed)
  const coders = [
    new Coder(pages[0], lines[0], 'L', dice(throws(1e6))),
    new Coder(pages[1], lines[1], 'N', dice(throws(1e6))),
  ]
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, { line }] of coders.entries()) {
      if (round === 4 + 8 * i) line.cut()
      if (round === 8 + 8 * i) line.mend()
    }
    await Promise.all(coders.map((coder) => coder.act(HANDFUL)))
    if (round % 6 === 1) await Promise.all(coders.map((coder) => coder.writeMemo()))
  }
  for (const { page } of coders) {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible({ timeout: 30_000 })
    await page.getByRole('article').first().scrollIntoViewIfNeeded()
  }
  const done = coders.map((coder) => JSON.stringify(coder.done))
  console.log(`seed ${seed}, done by the lead and by the colleague:\n${done.join('\n')}`)

  for (const page of pages) {
    await expect(async () => {
      const { drawn: _, ...screen } = await screenOf(page)
      expect(screen, `seed ${seed}`).toEqual({ ...(await expected(study, source)), collisions: [] })
    }).toPass({ timeout: 15_000 })
  }

  await test.step('opened anew, the lanes are the same too', async () => {
    for (const page of pages) await page.reload()
    const drawn = async (page: Page) => (await screenOf(page)).drawn
    await expect.poll(() => drawn(pages[0]).then(({ length }) => length)).toBeGreaterThan(20)
    await expect.poll(() => drawn(pages[1])).toEqual(await drawn(pages[0]))
  })
  for (const line of lines) await line.end()
})

test('what a colleague does arrives at once and moves nothing; without a connection work goes on and nothing is lost', async ({
  visit,
  server,
}) => {
  test.slow()
  const { study, source, lines, pages } = await two(visit, server.url, 'Near and apart', 60)
  const [mine, hers] = pages
  const [text, myText] = [new Transcript(hers), new Transcript(mine)]
  const { Credit = '' } = await study.codes()
  const status = hers.getByRole('status').filter({ hasText: /saved|saving|sending/i })
  const coded = (code: string) => text.coding(code)
  const code = (name: RegExp, page = hers) => page.getByRole('treeitem', { name })
  const memo = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words }).last()
  const places = {
    Credit: 'out of what the first one earned. That was year 29',
    Refusing: 'That was year 32',
    Books: 'until the bank asked. That was year 30',
  }
  const writing = hers.getByRole('textbox', { name: 'Memo', exact: true })

  await test.step('who is where is told in the top bar and at the place in the text', async () => {
    await expect(hers.getByRole('link', { name: 'lead, reading Ines, looms: go there' })).toBeVisible()
    await expect(hers.getByRole('img', { name: 'lead is here' })).toBeVisible()
    await expect(mine.getByRole('img', { name: 'Noor is here' })).toBeVisible()
  })

  await test.step('a coding comes while she has words selected further down: nothing else changes', async () => {
    await text.select('the yarn is the hard part. That was year 31')
    const before = await hers.evaluateHandle(standing)
    const appears = hers.evaluate(nameAppears, 'Credit, coded by lead')
    await study.put(source, 'out of what the first one earned. That was year 29', Credit)
    const committed = Date.now()
    console.log(
      `a colleague’s coding was on the screen ${(await appears) - committed} ms after its commit was answered`,
    )
    await expect(text.coding('Credit', 'lead')).toBeVisible()
    expect(await hers.evaluate(differences, [before, await hers.evaluateHandle(standing)] as const)).toEqual([])
    expect(await text.scrolled()).toBeGreaterThan(100)
  })

  await test.step('she writes a memo on it', async () => {
    await text.select(places.Credit)
    await hers.keyboard.press('m')
    await writing.pressSequentially('Whose credit?')
    await hers.keyboard.press('Control+Enter')
    await expect(memo(hers, 'Whose credit?')).toBeVisible()
    await expect(status).toHaveText('Saved')
  })

  await test.step('the connection breaks: she is told, codes, undoes and redoes', async () => {
    lines[1].cut()
    await expect(status).toContainText('Not connected')
    await text.select('until the bank asked. That was year 30')
    await hers.keyboard.press('2')
    await expect(coded('Books')).toBeVisible()
    await text.select('That was year 32')
    await hers.keyboard.press('4')
    await expect(coded('Refusing')).toBeVisible()
    await expect(status).toHaveText('Not saved: 2 codings kept on this computer')
    await hers.keyboard.press('Control+z')
    await expect(coded('Refusing')).toHaveCount(0)
    await expect(status).toHaveText('Not saved: 1 coding kept on this computer')
    await hers.keyboard.press('Control+Shift+Z')
    await expect(status).toHaveText('Not saved: 2 codings kept on this computer')
  })

  await test.step('she makes a code that there was not, and codes with it', async () => {
    await text.select('That was year 34')
    await hers.keyboard.press('c')
    await hers.getByRole('combobox', { name: /^A code for/ }).fill('Moonlight')
    await hers.keyboard.press('Enter')
    await expect(coded('Moonlight')).toBeVisible()
    await expect(hers.getByRole('treeitem', { name: /^Moonlight/ })).toBeVisible()
    await expect(status).toHaveText('Not saved: 4 changes kept on this computer')
  })

  await test.step('she renames a code and nests another, and takes that back and does it again', async () => {
    await code(/^Credit/).focus()
    await hers.keyboard.press('F2')
    await hers.getByRole('textbox', { name: /^New name for/ }).fill('Debt')
    await hers.keyboard.press('Enter')
    await expect(text.coding('Debt', 'lead')).toBeVisible()
    await code(/^Yarn/).focus()
    await hers.keyboard.press('Alt+ArrowRight')
    await expect(code(/^Yarn/)).toHaveAttribute('aria-level', '2')
    await expect(status).toHaveText('Not saved: 6 changes kept on this computer')
    await hers.keyboard.press('Control+z')
    await expect(code(/^Yarn/)).toHaveAttribute('aria-level', '1')
    await hers.keyboard.press('Control+Shift+Z')
    await expect(code(/^Yarn/)).toHaveAttribute('aria-level', '2')
  })

  await test.step('she writes a memo on what she coded while away, and changes the one that she wrote before', async () => {
    await text.select(places.Refusing)
    await hers.keyboard.press('m')
    await writing.pressSequentially('Who is refused here?')
    await hers.keyboard.press('Control+Enter')
    await expect(hers.getByText('Kept on this computer until there is a connection')).toBeVisible()
    await expect(memo(hers, 'Who is refused here?')).toBeVisible()
    await text.select(places.Credit)
    await memo(hers, 'Whose credit?').getByRole('button', { name: 'Change the memo' }).click()
    await expect(writing).toBeFocused()
    await hers.keyboard.press('End')
    await hers.keyboard.type(' The bank’s.')
    await hers.keyboard.press('Control+Enter')
    await expect(memo(hers, 'Whose credit? The bank’s.')).toBeVisible()
    await expect(status).toHaveText('Not saved: 8 changes kept on this computer')
  })

  await test.step('the page is loaded again before anything could be sent: it is all there, and told as not saved', async () => {
    await hers.route('**/codings/batch', (route) => route.abort())
    lines[1].mend()
    await hers.reload()
    await expect(coded('Books')).toBeVisible()
    await expect(coded('Refusing')).toBeVisible()
    await expect(coded('Moonlight')).toBeVisible()
    await expect(code(/^Debt/)).toBeVisible()
    await expect(code(/^Yarn/)).toHaveAttribute('aria-level', '2')
    await text.select(places.Refusing)
    await expect(memo(hers, 'Who is refused here?')).toBeVisible()
    await expect(status).toHaveText('Not saved: 8 changes kept on this computer')
    expect(await study.codings(source)).toBe(1)
    expect((await study.memos()).map(({ body }) => body)).toEqual(['Whose credit?'])
  })

  await test.step('when it can be sent, it is, and the line says so', async () => {
    await hers.unroute('**/codings/batch')
    await expect(status).toHaveText('Saved', { timeout: 30_000 })
    await expect.poll(() => study.codings(source)).toBe(4)
    await expect(mine.getByText('4 codings, 3 by Noor', { exact: true })).toBeVisible()
    await expect(code(/^Moonlight/, mine)).toBeVisible()
    await expect(code(/^Debt/, mine)).toBeVisible()
    await expect(code(/^Yarn/, mine)).toHaveAttribute('aria-level', '2')
    await myText.select(places.Refusing)
    await expect(memo(mine, 'Who is refused here?')).toBeVisible()
    expect((await study.memos()).map(({ body }) => body).sort()).toEqual([
      'Who is refused here?',
      'Whose credit? The bank’s.',
    ])
  })

  await test.step('what the server has done though its answer was lost is not done twice', async () => {
    let loses = true
    const lose = async (route: Route) => {
      if (!loses || route.request().method() === 'GET') return route.fallback()
      loses = false
      await route.fetch()
      await route.abort()
    }
    await hers.route(/\/(codes|memos)(\/|$)/, lose)
    await code(/^Debt/).focus()
    await hers.keyboard.press('F2')
    await hers.getByRole('textbox', { name: /^New name for/ }).fill('Debts')
    await hers.keyboard.press('Enter')
    await expect(code(/^Debts/, mine)).toBeVisible()
    await expect(status).toHaveText('Saved', { timeout: 30_000 })
    loses = true
    await text.select(places.Books)
    await hers.keyboard.press('m')
    await writing.pressSequentially('Once only')
    await hers.keyboard.press('Control+Enter')
    await expect(memo(hers, 'Once only')).toBeVisible()
    await expect(status).toHaveText('Saved', { timeout: 30_000 })
    expect((await study.memos()).filter(({ body }) => body === 'Once only')).toHaveLength(1)
    expect(loses).toBe(false)
    await expect(hers.getByRole('button', { name: /couldn’t be saved/ })).toHaveCount(0)
  })

  await test.step('what can’t be done any more is told, with the reason, until it is read', async () => {
    lines[1].cut()
    await expect(status).toContainText('Not connected')
    await text.select(places.Credit)
    await memo(hers, 'Whose credit?').getByRole('button', { name: 'Change the memo' }).click()
    await expect(writing).toBeFocused()
    await hers.keyboard.press('End')
    await hers.keyboard.type(' Every word of this.')
    await hers.keyboard.press('Control+Enter')
    await expect(memo(hers, 'Every word of this.')).toBeVisible()
    await hers.evaluate(() => document.getSelection()?.removeAllRanges())
    await coded('Books').click()
    await hers.keyboard.press('r')
    await hers.getByRole('combobox', { name: /^A code in the place of/ }).fill('yarn')
    await hers.keyboard.press('Enter')
    await expect(coded('Yarn')).toBeVisible()
    const { Books = '' } = await study.codes()
    const [gone] = (await study.passages(source)).flatMap(({ codings }) => codings).filter(({ code }) => code === Books)
    await study.remove(gone?.id ?? '')
    await study.rewrite('Whose credit? The bank’s.', 'The lead’s words.')
    lines[1].mend()
    const open = hers.getByRole('button', { name: '2 changes couldn’t be saved' })
    await expect(open).toBeVisible({ timeout: 30_000 })
    await expect(coded('Yarn')).toHaveCount(0)
    await open.click()
    const dialog = hers.getByRole('dialog')
    await expect(dialog).toContainText('‘Yarn’ for ‘Books’ on “until the bank asked. That was year 30”')
    await expect(dialog).toContainText('It is not there any more.')
    await expect(dialog).toContainText('the changes of the memo “Whose credit? The bank’s.”')
    await expect(dialog.getByText('Whose credit? The bank’s. Every word of this.')).toBeVisible()
    await expect(dialog).toContainText('Someone changed this memo meanwhile.')
    await expect(dialog).toContainText('do again by hand what still holds')
    await dialog.getByRole('button', { name: 'I have read it' }).click()
    await expect(open).toHaveCount(0)
    await expect(status).toHaveText('Saved')
  })
  for (const line of lines) await line.end()
})

/** What must stay as it is while others work: the text nodes themselves, the selection, the focus, all scrolling. */
function standing(): Record<string, unknown> {
  const selection = document.getSelection()
  const texts = [...document.querySelectorAll('.say')].map((say, i) => [`text ${i}`, say.firstChild])
  const scrolled = [...document.querySelectorAll('*')].filter(({ scrollTop }) => scrollTop > 0)
  return {
    ...Object.fromEntries(texts),
    scrolled: scrolled.map((el) => `${el.className} ${el.scrollTop}`).join(),
    anchor: selection?.anchorNode,
    selected: `${selection?.anchorOffset} ${selection?.focusOffset} ${selection}`,
    focused: document.activeElement,
  }
}

const differences = ([before, after]: readonly [Record<string, unknown>, Record<string, unknown>]): string[] =>
  Object.keys(before).filter((key) => before[key] !== after[key])

/** When a name comes into the margin, in ms since 1970. */
const nameAppears = (name: string): Promise<number> =>
  new Promise((done) => {
    const look = () => document.querySelector(`button.lab[aria-label="${name}"]`) && done(Date.now())
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
  })

test('two who write one question of a survey at once see both versions', async ({ visit }) => {
  const pages = [await visit('lead'), await visit('stranger')] as const
  const study = await Study.begin(pages[0].request, 'Two at one question')
  await study.join(pages[1].request, 'Noor')
  const table = 'Firm,Town\nAlpha Mill,Wyre\nBeta Looms,Burnley\nGamma Foods,Wyre\nDelta Print,Burnley\n'
  const id = await study.survey(table)
  const words = (page: Page) => page.getByRole('complementary').getByRole('textbox', { name: 'Words of the question' })
  for (const page of pages) {
    await page.goto(study.at(`surveys/${id}`))
    await page.getByRole('row', { name: /^Town/ }).click()
    await expect(words(page)).toBeVisible()
  }
  await words(pages[0]).fill('Where does the firm sit?')
  await words(pages[1]).fill('In which town is it?')
  await words(pages[1]).blur()
  await expect(pages[0].getByText('Meanwhile it was changed to “In which town is it?”')).toBeVisible()
  await words(pages[0]).blur()
  const dialog = pages[0].getByRole('dialog')
  await expect(dialog.getByText('In which town is it?', { exact: true })).toBeVisible()
  await dialog.getByRole('radio', { name: /^Yours/ }).check()
  await dialog.getByRole('button', { name: 'Save this choice' }).click()
  await expect(words(pages[1])).toHaveValue('Where does the firm sit?')
})
