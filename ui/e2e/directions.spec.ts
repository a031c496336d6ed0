import { type Source, Study } from './study'
import { expect, type Page, test } from './test'
import { middle, Transcript } from './transcript'

const hebrew = 'קנינו את המאפייה מדודה שלי. היא שאלה אותי מעבר לדלפק, ואמרתי כן.'
const arabic = 'اشترينا المخبز من عمتي, and the oven was older than I am.'
const english = 'She called it «החנות הישנה שלנו» and painted the sign.'
const interview = `Rivka: ${hebrew}\n\nSamir: ${arabic}\n\nTilda: ${english}\n`

test('turns are read, selected, coded and resized in the direction of their own words', async ({ visit }) => {
  const page = await visit('lead')
  const { text, study, source } = await open(page, 'Both directions')
  const whole = await study.text(source)

  await test.step('each turn runs as its first words do', async () => {
    for (const [words, direction] of [
      [hebrew, 'rtl'],
      [arabic, 'rtl'],
      [english, 'ltr'],
    ] as const)
      await expect(text.turn(words).getByRole('paragraph')).toHaveCSS('direction', direction)
  })

  for (const words of [
    'היא שאלה אותי',
    'المخبز من عمتي',
    'the oven',
    'הישנה שלנו',
    'called it «החנות הישנה שלנו» and',
  ]) {
    await test.step(`exactly these words are coded and underlined: ${words}`, async () => {
      await text.select(words)
      await page.keyboard.press('1')
      await expect.poll(() => spans(study, source)).toEqual([place(whole, words)])
      await expect.poll(() => beside(text, words)).toEqual({ underline: true, bracket: true })
      await page.keyboard.press('Control+z')
      await expect.poll(() => spans(study, source)).toEqual([])
      await page.keyboard.press('Escape')
    })
  }

  await test.step('from one direction into the other, over two turns', async () => {
    const [from, to] = [await text.place('older than'), await text.place('She called')]
    await text.drag(from.from, to.to)
    await expect(page.getByRole('toolbar', { name: 'Code the selection' })).toBeVisible()
    await page.keyboard.press('1')
    await expect
      .poll(() => spans(study, source))
      .toEqual([{ start: place(whole, 'older than').start, end: place(whole, 'She called').end }])
    await page.keyboard.press('Control+z')
    await expect.poll(() => spans(study, source)).toEqual([])
  })

  await test.step('the arrows go where they point', async () => {
    await page.keyboard.press('Escape')
    await page.evaluate(() => document.getSelection()?.removeAllRanges())
    await text.turn(hebrew).focus()
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowLeft')
    await text.hasSelected('קנינו את')
    await page.keyboard.press('Shift+ArrowRight')
    await text.hasSelected('קנינו ')
    await page.keyboard.press('1')
    await expect.poll(() => spans(study, source)).toEqual([place(whole, 'קנינו')])
    await page.keyboard.press('Control+z')
    await expect.poll(() => spans(study, source)).toEqual([])
    await page.keyboard.press('Escape')
  })

  for (const [words, longer] of [
    ['היא שאלה', 'היא שאלה אותי'],
    ['החנות', 'החנות הישנה'],
  ] as const) {
    await test.step(`the grips stand where ${words} begins and ends, and are pulled to the left`, async () => {
      const { from, to } = await text.place(words)
      await text.select(words)
      await page.keyboard.press('1')
      await page.keyboard.press('Escape')
      await text.coding('Everything').click()
      const [begins, ends] = [
        await middle(text.grip('Everything', 'begins')),
        await middle(text.grip('Everything', 'ends')),
      ]
      expect(Math.abs(begins.x - to.x), 'begins at the right').toBeLessThan(12)
      expect(Math.abs(ends.x - from.x), 'ends at the left').toBeLessThan(12)
      await text.drag(text.grip('Everything', 'ends'), (await text.place(longer)).from)
      await expect.poll(() => spans(study, source)).toEqual([place(whole, longer)])
      await text.grip('Everything', 'ends').focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await expect.poll(() => spans(study, source)).toEqual([place(whole, words)])
      for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
      await expect.poll(() => spans(study, source)).toEqual([])
      await page.keyboard.press('Escape')
    })
  }
})

async function open(page: Page, name: string) {
  const study = await Study.begin(page.request, name)
  const source = await study.bring('Rivka, Samir and Tilda', interview)
  await study.code('Everything')
  await page.goto(study.at(`sources/${source.id}`))
  await expect(page.getByRole('article')).toHaveCount(3)
  return { study, source, text: new Transcript(page) }
}

const spans = async (study: Study, source: Source) =>
  (await study.passages(source)).map(({ start, end }) => ({ start, end }))

/** Where words are, in code points. */
function place(whole: string, words: string) {
  const start = [...whole.slice(0, whole.indexOf(words))].length
  return { start, end: start + [...words].length }
}

/** Whether the underline of the only coding lies under its words from end to end, and its bracket beside their line. */
async function beside(text: Transcript, words: string) {
  const { from, to } = await text.place(words)
  const drawn = await text.turn(words).evaluate((turn) => {
    const box = (of: string) => turn.querySelector(of)?.getBoundingClientRect()
    const [line, bracket] = [box('.u'), box('.br')]
    return line && bracket && { left: line.left, right: line.right, top: bracket.top, bottom: bracket.bottom }
  })
  const near = (a: number, b: number) => Math.abs(a - b) < 3
  return {
    underline: !!drawn && near(drawn.left, Math.min(from.x, to.x)) && near(drawn.right, Math.max(from.x, to.x)),
    bracket: !!drawn && drawn.top < from.y && drawn.bottom > to.y,
  }
}
