import { lookAt } from './look'
import { pdfFile } from './pdf'
import { Study } from './study'
import { expect, type Locator, type Page, test } from './test'
import { middle, Transcript } from './transcript'

const file = pdfFile(
  [
    { x: 72, y: 760, words: 'Interviewer: How did the shop begin?' },
    { x: 72, y: 730, words: 'Ruth: With a kiln and a redundancy cheque.' },
    { x: 72, y: 700, words: 'Interviewer: Who helped?' },
  ],
  [{ x: 72, y: 760, words: 'Ruth: Nobody, for a year. Then my sister came.' }],
)

test('a page of a PDF is coded as its text is, and each shows what was done in the other', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Pages')
  const [money, family] = [await study.code('Money'), await study.code('Family')]
  const source = await study.bringPDF('Ruth', file)
  await study.put(source, 'my sister', family)
  await page.goto(study.at(`sources/${source.id}`))
  const transcript = new Transcript(page)
  const view = page.getByRole('group', { name: 'Text or pages' })
  const sheet = (n: number) => page.locator(`.sheet[data-page="${n}"]`)

  await test.step('pages stand beside the text, as pictures', async () => {
    await view.getByRole('button', { name: 'Both' }).click()
    await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
    await expect.poll(() => loaded(page.getByRole('img', { name: 'Page 1', exact: true }))).toBe(true)
    await expect(transcript.turn('redundancy cheque')).toBeVisible()
  })

  await test.step('what was coded in the text is on the page', async () => {
    await expect(sheet(2).locator('.coded')).toHaveCount(1)
  })

  await test.step('words of the page are selected and coded with a key, alone on the screen', async () => {
    await view.getByRole('button', { name: 'Pages' }).click()
    await expect(transcript.turn('redundancy cheque')).not.toBeVisible()
    await draw(page, sheet(1), { x: 150, y: 108 }, { x: 290, y: 108 })
    await expect(sheet(1).locator('.chosen rect')).toHaveCount(1)
    await expect(page.getByRole('toolbar', { name: 'Code the selection' })).toBeVisible()
    await lookAt(page, 'pages-alone')
    await page.getByRole('combobox', { name: 'Zoom' }).selectOption('75')
    await expect.poll(() => gap(page, sheet(1))).toBeLessThan(12)
    await page.getByRole('combobox', { name: 'Zoom' }).selectOption('100')
    await page.setViewportSize({ width: 1100, height: 700 })
    await expect.poll(() => gap(page, sheet(1))).toBeLessThan(12)
    await view.getByRole('button', { name: 'Both' }).click()
    await expect.poll(() => gap(page)).toBeLessThan(12)
    await page.setViewportSize({ width: 1440, height: 900 })
    await expect.poll(() => gap(page)).toBeLessThan(12)
    await view.getByRole('button', { name: 'Pages' }).click()
    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: /^A code for/ }).fill('Money')
    await page.keyboard.press('Enter')
    await expect(sheet(1).locator('.coded')).toHaveCount(1)
  })

  await test.step('it stands in the text on the same code points', async () => {
    const text = await study.text(source)
    const start = text.indexOf('kiln')
    await expect
      .poll(() => study.spans(source, money))
      .toEqual([{ start, end: start + 'kiln and a redundancy cheque.'.length }])
    await view.getByRole('button', { name: 'Text', exact: true }).click()
    await expect(transcript.coding('Money')).toBeVisible()
  })

  await test.step('a coding that is lit by its name lights on the page, which is brought', async () => {
    await view.getByRole('button', { name: 'Both' }).click()
    await transcript.coding('Family').click()
    await expect(sheet(2).locator('.coded.on')).toHaveCount(1)
  })

  await test.step('a click on the page lights it in the text', async () => {
    await page.keyboard.press('Escape')
    const mark = sheet(2).locator('.coded rect').first()
    const { x, y } = await middle(mark)
    await page.mouse.click(x, y)
    await expect(transcript.coding('Family')).toHaveAttribute('aria-pressed', 'true')
    await lookAt(page, 'pages-beside')
  })

  await test.step('one goes from page to page with the keyboard', async () => {
    await page.getByRole('region', { name: 'Pages of Ruth' }).focus()
    await page.keyboard.press('Home')
    await expect(page.getByText('Page 1 of 2')).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(page.getByText('Page 2 of 2')).toBeVisible()
  })
})

const loaded = (image: Locator) => image.evaluate((img) => (img as HTMLImageElement).naturalWidth > 0)

/** How far what codes the selected words stands above or below them, on a page or in the text, in px. */
async function gap(page: Page, sheet?: Locator): Promise<number> {
  const bar = await page.getByRole('toolbar', { name: 'Code the selection' }).boundingBox()
  const inText = () => getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON()
  const words = sheet ? await sheet.locator('.chosen rect').boundingBox() : await page.evaluate(inText)
  if (!bar || !words) return Number.POSITIVE_INFINITY
  return Math.max(words.y - bar.y - bar.height, bar.y - words.y - words.height)
}

/** Draws the mouse over a page, between two points of it from its left top corner, in points. */
async function draw(page: Page, sheet: Locator, from: { x: number; y: number }, to: { x: number; y: number }) {
  await sheet.scrollIntoViewIfNeeded()
  const box = await sheet.boundingBox()
  if (!box) throw new Error('the page is not there')
  const scale = box.width / 595
  const { mouse } = page
  await mouse.move(box.x + from.x * scale, box.y + from.y * scale)
  await mouse.down()
  await mouse.move(box.x + to.x * scale, box.y + to.y * scale, { steps: 6 })
  await mouse.up()
}
