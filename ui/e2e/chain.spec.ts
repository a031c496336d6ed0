import { readFileSync } from 'node:fs'
import { lead } from './server'
import { expect, type Page, test } from './test'
import { Transcript } from './transcript'
import { paragraphsOf, wordFile } from './word'

const subtitles = `WEBVTT

00:00:00.500 --> 00:00:05.000
<v JW>That is recording. You have not begun trading yet. What are you waiting for?

00:00:05.500 --> 00:00:21.000
<v Speaker 2>The soap is ready. I make forty bars on a Sunday at the kitchen table and my sister has the other thirty. It is me that is not ready.

00:00:22.000 --> 00:00:27.000
<v JW>We ask everybody about barriers to growth. What would you put down?

00:00:27.500 --> 00:00:49.000
<v Speaker 2>The bank wanted two years of books, and I have a shoebox. And I did not like to ask twice. There is a woman on the market who told me how she did it, and I have rung her more than I have rung them.
`

const document = wordFile(
  'JW: And how long have you been on your own?',
  'Speaker 2: Since the March. I upholster chairs, and I did it nights for nine years before I dared say so.',
)

const files = [
  { name: 'P05 Nadia, soap.vtt', mimeType: 'text/vtt', buffer: Buffer.from(subtitles) },
  { name: 'P06 Joan, chairs.docx', mimeType: 'application/octet-stream', buffer: document },
]
const nadia = 'P05 Nadia, soap'
const table = 'I make forty bars on a Sunday at the kitchen table'

test('two people import, code at the same time, search, read the excerpts and take them away', async ({ visit }) => {
  const [mine, hers] = [await visit('stranger'), await visit('stranger')]
  const [text, herText] = [new Transcript(mine), new Transcript(hers)]

  await test.step('the lead signs in and opens the sample study', async () => {
    await mine.goto('/')
    await mine.getByLabel('E-mail').fill(lead.email)
    await mine.getByLabel('Password').fill(lead.password)
    await mine.getByRole('button', { name: 'Sign in' }).click()
    await mine.getByRole('link', { name: /^The productivity gap of small and medium-sized firms/ }).click()
    await expect(mine.getByRole('heading', { level: 1, name: /^The productivity gap/ })).toBeVisible()
  })

  await test.step('brings in two interviews, names who speaks in the first and says who asks', async () => {
    await mine.getByRole('link', { name: 'Add sources' }).click()
    await mine.getByLabel('Files to add').setInputFiles(files)
    await mine.getByRole('button', { name: nadia }).click()
    const preview = mine.getByRole('complementary', { name: `Preview of ${nadia}` })
    await preview.getByLabel('Name for JW').fill('Jenny Walsh')
    await preview.getByLabel('JW is a moderator').check()
    await preview.getByLabel('Name for Speaker 2').fill('Nadia')
    const question = preview.getByRole('article').filter({ hasText: 'What are you waiting for?' })
    await expect(question).toContainText('Jenny Walsh')
    await expect(question.getByRole('paragraph')).toHaveCSS('font-style', 'italic')
    await mine.getByRole('combobox', { name: 'Into strand', exact: true }).selectOption('Pre-start-ups')
    await mine.getByRole('button', { name: 'Add 2 now' }).click()
    await expect(mine.getByText('2 sources added to Pre-start-ups.')).toBeVisible()
  })

  await test.step('a colleague joins by the lead’s link, with a new account', async () => {
    await rail(mine, 'Team')
    await mine.getByLabel('Invite as').selectOption('researcher')
    await mine.getByRole('button', { name: 'Make a link' }).click()
    const link = await mine
      .getByRole('status')
      .getByText(/\/join\//)
      .innerText()
    await hers.goto(link)
    await hers.getByLabel('Your name').fill('Noor Haddad')
    await hers.getByLabel('E-mail').fill('noor@example.org')
    await hers.getByLabel('Password').fill('three or four words do')
    await hers.getByRole('button', { name: 'Join' }).click()
    await expect(hers.getByRole('heading', { level: 1, name: /^The productivity gap/ })).toBeVisible()
    await expect(mine.getByRole('row', { name: /Noor Haddad/ })).toBeVisible()
  })

  await test.step('both open the new source, and who comes second sees the first there', async () => {
    for (const page of [mine, hers]) {
      await rail(page, 'Sources')
      await page.getByRole('main').getByRole('link', { name: nadia }).click()
      await expect(page.getByRole('article')).toHaveCount(4)
      await expect(page.getByRole('article').first()).toContainText('Jenny Walsh')
    }
    await expect(hers.getByRole('img', { name: `lead, reading ${nadia}` })).toBeVisible()
  })

  await test.step('the lead codes by a key', async () => {
    await text.select('I did not like to ask twice')
    await mine.keyboard.press('4')
    await bothSee('I did not like to ask twice', 'Confidence')
  })

  await test.step('by clicking a code', async () => {
    await text.select('The bank wanted two years of books')
    await mine.getByRole('treeitem', { name: /^Banks and finance/ }).click()
    await bothSee('The bank wanted', 'Banks and finance')
  })

  await test.step('by finding one', async () => {
    await text.select('It is me that is not ready.')
    await mine.keyboard.press('c')
    await mine.getByRole('combobox', { name: /^A code for/ }).fill('barr')
    await expect(mine.getByRole('option', { name: /^Barriers to growth/ })).toHaveAttribute('aria-selected', 'true')
    await mine.keyboard.press('Enter')
    await bothSee('It is me that', 'Barriers to growth')
  })

  await test.step('by creating one, which both have in their codebook then', async () => {
    await text.select(table)
    await mine.keyboard.press('c')
    await mine.getByRole('combobox', { name: /^A code for/ }).fill('Kitchen table')
    await mine.keyboard.press('Control+Enter')
    await bothSee(table, 'Kitchen table')
    for (const page of [mine, hers]) await expect(page.getByRole('treeitem', { name: /^Kitchen table/ })).toBeVisible()
  })

  await test.step('the colleague codes too, and the lead sees it', async () => {
    await herText.select('a woman on the market who told me how she did it')
    await hers.keyboard.press('c')
    await hers.getByRole('combobox', { name: /^A code for/ }).fill('peer')
    await hers.keyboard.press('Enter')
    await expect(herText.coding('Peer networks')).toBeVisible()
    await expect(text.coding('Peer networks', 'Noor Haddad')).toBeVisible()
  })

  await test.step('what the lead removes, undoes and does again goes, comes and goes for both', async () => {
    await text.coding('Banks and finance').click()
    await mine.keyboard.press('u')
    await neitherSees('Banks and finance')
    await mine.keyboard.press('Control+z')
    await bothSee('The bank wanted', 'Banks and finance')
    await mine.keyboard.press('Control+Shift+z')
    await neitherSees('Banks and finance')
    await expect(herText.coding('Peer networks')).toBeVisible()
  })

  await test.step('a search finds the words in every strand, and can be narrowed down to one', async () => {
    await rail(mine, 'Search')
    await search(mine, '"barriers to growth"')
    const strands = mine.getByRole('complementary', { name: 'Narrow down' })
    for (const name of ['Chamber workshop', 'Winning Pitch drop-outs', 'Mid-caps', 'Pre-start-ups'])
      await expect(strands.getByRole('checkbox', { name: new RegExp(`^${name}\\s*[1-9]`) })).toBeVisible()
    await expect(hit(mine).filter({ hasNotText: 'Pre-start-ups' })).not.toHaveCount(0)
    await strands.getByRole('checkbox', { name: /^Pre-start-ups/ }).check()
    await expect(hit(mine).filter({ hasNotText: 'Pre-start-ups' })).toHaveCount(0)
  })

  await test.step('a hit opens at its place in the text, lit', async () => {
    await hit(mine).filter({ hasText: nadia }).getByRole('link', { name: nadia }).click()
    await expect(text.turn('We ask everybody about barriers to growth.')).toBeInViewport()
    await expect.poll(() => mine.evaluate(litWords)).toContain('barriers to growth')
  })

  await test.step('what was just coded is found by its code', async () => {
    await rail(mine, 'Search')
    await search(mine, 'kitchen')
    const codes = mine.locator('section').filter({ has: mine.getByRole('heading', { name: 'Coded with' }) })
    await codes.getByRole('button', { name: /^Show all/ }).click()
    await expect(hit(mine).nth(1)).toBeVisible()
    await codes.getByRole('checkbox', { name: /^Kitchen table/ }).check()
    await expect(hit(mine)).toHaveCount(1)
    await expect(hit(mine)).toContainText(table)
  })

  await test.step('the excerpts of the code are read, and taken away as files', async () => {
    await rail(mine, 'Excerpts')
    await mine
      .getByRole('complementary', { name: 'Which passages' })
      .getByLabel(/^Kitchen table/)
      .check()
    await expect(mine.getByRole('status').filter({ hasText: '1 passage' })).toBeVisible()
    await expect(mine.getByRole('treegrid', { name: 'Passages' })).toContainText(table)

    const paragraphs = paragraphsOf(await download(mine, 'Word', 'docx'))
    const at = paragraphs.indexOf(table)
    expect(paragraphs[at + 1]).toBe(`Pre-start-ups · ${nadia} · Nadia · 0:00:05 · coded by lead`)
    expect((await download(mine, 'Excel', 'xlsx')).toString('latin1', 0, 2)).toBe('PK')
    expect((await download(mine, 'CSV', 'csv')).toString()).toContain(table)
    expect((await download(mine, 'Web page', 'html')).toString()).toContain(table)
  })

  /** Both have the coding drawn; a colleague's appears within a second or two. */
  async function bothSee(words: string, code: string) {
    await expect(text.turn(words).getByRole('button', { name: `${code}, coded by you` })).toBeVisible()
    const hersOfMine = herText.turn(words).getByRole('button', { name: `${code}, coded by lead` })
    await expect(hersOfMine).toBeVisible({ timeout: 2_000 })
  }

  async function neitherSees(code: string) {
    await expect(text.coding(code)).toHaveCount(0)
    await expect(herText.coding(code, 'lead')).toHaveCount(0)
  }
})

/** Goes to a page of the project, and waits until it is the one that is shown. */
async function rail(page: Page, name: string) {
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

const hit = (page: Page) => page.getByRole('region', { name: 'Results' }).getByRole('article')

async function search(page: Page, query: string) {
  await page.getByLabel('Search the text').fill(query)
  await page.keyboard.press('Enter')
}

/** The words that the browser marks as the place that was asked for. */
function litWords(): string {
  const ranges = [...(CSS.highlights.get('target') ?? [])]
  return ranges.map((one) => one.startContainer.nodeValue?.slice(one.startOffset, one.endOffset)).join(' ')
}

async function download(page: Page, name: string, ending: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'More about this list' }).click()
  await page.getByRole('menuitem', { name: `Download as ${name}` }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`))
  return readFileSync(await file.path())
}
