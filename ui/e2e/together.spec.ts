import { dice } from '../src/live/dice'
import { Coder, type Deed, deeds } from './coder'
import { expected, screenOf } from './screen'
import { type Source, Study } from './study'
import { expect, type Page, test } from './test'
import { type Wire, wire } from './wire'

const says = [
  'We had the first loom on credit and the second one out of what the first one earned.',
  'My sister kept the books, and she kept them in her head until the bank asked.',
  'Nobody tells you that the order is the easy part and the yarn is the hard part.',
  'I learnt to say no in the third winter, and I have hardly said it since.',
]
const interview = Array.from({ length: 12 }, (_, i) => `Ines: ${says[i % 4]} That was year ${i + 1}.`).join('\n\n')

/** How often each of the two does a handful of things. */
const ROUNDS = 20
const HANDFUL = 5
/** What can't be done without a connection. */
const online: readonly Deed[] = ['fresh', 'rename', 'order']
const alone = deeds.filter((deed) => !online.includes(deed))

interface Pair {
  study: Study
  source: Source
  lines: [Wire, Wire]
  pages: [Page, Page]
}

/** The lead and a colleague, each at a browser and a line of their own, with one source open. */
async function two(visit: (who: 'lead' | 'stranger') => Promise<Page>, url: string, name: string): Promise<Pair> {
  const pages: [Page, Page] = [await visit('lead'), await visit('stranger')]
  const study = await Study.begin(pages[0].request, name)
  await study.join(pages[1].request, 'Noor')
  const source = await study.bring('Ines, looms', interview)
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
  const { study, source, lines, pages } = await two(visit, server.url, 'An hour together')
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
    if (round === 18) await server.restart()
    await Promise.all(coders.map((coder) => coder.act(HANDFUL, coder.line.whole() ? deeds : alone)))
    if (round % 6 === 1) await Promise.all(coders.filter(({ line }) => line.whole()).map((coder) => coder.writeMemo()))
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
