import { type Source, Study } from './study'
import { expect, type Page, test } from './test'
import { Transcript } from './transcript'

const family = '👩‍👩‍👧‍👦'
const flag = '🇵🇹'
const interview = `Ines: We sold tickets to a ${family} from Porto ${flag} and the cafe\u0301 was full.

Omar: قال لي أبي إن السوق مغلق, and I laughed out loud.

Ines: In the formula there is 𝒳, then 東京 and nothing else.

Omar: The band packed up at midnight.
`

test('what is selected is coded to the code point', async ({ visit }) => {
  test.slow() // many selections, each compared with what the server keeps
  const { page, text, study, source, coded, placed } = await open(await visit('lead'), 'Positions')
  const whole = await study.text(source)

  for (const words of [family, flag, 'the cafe\u0301', 'أبي إن السوق', '𝒳, then 東京', `Porto ${flag} and`]) {
    await test.step(`the mouse over ${words}`, async () => {
      await text.select(words)
      await coded(words)
    })
  }

  await test.step('a selection that cuts an emoji takes all of it', async () => {
    await pick(text, family, 2, 5)
    await coded(family)
  })

  await test.step('and one that cuts off an accent takes the letter with it', async () => {
    await pick(text, 'cafe\u0301', 0, 4)
    await coded('cafe\u0301')
  })

  await test.step('from the middle of one turn to that of the next but one', async () => {
    const [from, to] = [await text.place('laughed out loud'), await text.place('nothing else')]
    await text.drag(from.from, to.to)
    await coded(whole.slice(whole.indexOf('laughed'), whole.indexOf('nothing else') + 'nothing else'.length))
  })

  await test.step('a triple click takes a turn, without what stands between it and the next', async () => {
    await text
      .turn('The band packed')
      .getByRole('paragraph')
      .click({ clickCount: 3, position: { x: 40, y: 12 } })
    await coded('The band packed up at midnight.')
  })

  await test.step('a drag that ends in the margin ends with the turn', async () => {
    const { from, to } = await text.place('packed up at midnight.')
    await text.drag(from, { x: to.x + 120, y: to.y })
    await coded('packed up at midnight.')
  })

  await test.step('all of it', async () => {
    await text.turn('The band packed').focus()
    await page.keyboard.press('Control+a')
    await coded(whole.trim())
  })

  await test.step('by the keyboard alone, word by word', async () => {
    await page.keyboard.press('Escape')
    await text.turn('The band packed').focus()
    await page.evaluate(() => document.getSelection()?.removeAllRanges())
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight')
    await coded('The band packed')
  })

  await test.step('keys that come while the page is busy find the words that those before them selected', async () => {
    await text.turn('The band packed').focus()
    const session = await page.context().newCDPSession(page)
    const key = (one: object) => session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...one })
    const word = { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39, modifiers: 8 }
    await Promise.all([
      page.evaluate(() => {
        for (const until = performance.now() + 300; performance.now() < until; );
      }),
      ...[word, word, word, { key: '1', code: 'Digit1', text: '1', windowsVirtualKeyCode: 49 }].map(key),
    ])
    await session.detach()
    await placed('The band packed')
  })

  await test.step('a grip goes over an emoji in one step', async () => {
    await text.select('to a')
    await page.keyboard.press('1')
    const grip = text.grip('Everything', 'ends')
    await grip.focus()
    const before = Number(await grip.getAttribute('aria-valuenow'))
    await page.keyboard.press('Shift+ArrowRight')
    await expect(grip).toHaveAttribute('aria-valuenow', String(before + [...` ${family}`].length))
    await page.keyboard.press('Escape')
    await expect(grip).toHaveAttribute('aria-valuenow', String(before))
  })
})

async function open(page: Page, name: string) {
  const study = await Study.begin(page.request, name)
  const source = await study.bring('Ines and Omar', interview)
  await study.code('Everything')
  await page.goto(study.at(`sources/${source.id}`))
  await expect(page.getByRole('article')).toHaveCount(4)
  const text = new Transcript(page)
  const placed = (words: string) => placedAs(page, study, source, words)
  const coded = async (words: string) => {
    await expect(page.getByRole('toolbar', { name: 'Code the selection' })).toBeVisible()
    await page.keyboard.press('1')
    await placed(words)
  }
  return { page, text, study, source, coded, placed }
}

/** Finds exactly these words coded at their place with the server, and takes it back. */
async function placedAs(page: Page, study: Study, source: Source, words: string): Promise<void> {
  const whole = await study.text(source)
  const start = [...whole.slice(0, whole.indexOf(words))].length
  const spans = async () => (await study.passages(source)).map((one) => ({ start: one.start, end: one.end }))
  await expect.poll(spans).toEqual([{ start, end: start + [...words].length }])
  await page.keyboard.press('Control+z')
  await expect.poll(spans).toEqual([])
  await page.evaluate(() => document.getSelection()?.removeAllRanges())
}

/** Selects some UTF-16 units of words, as an assistive program may. */
async function pick(text: Transcript, words: string, from: number, to: number): Promise<void> {
  await text.turn(words).evaluate(
    (turn, { words, from, to }) => {
      const node = turn.querySelector('.say')?.firstChild as Text
      const at = node.data.indexOf(words)
      document.getSelection()?.setBaseAndExtent(node, at + from, node, at + to)
    },
    { words, from, to },
  )
}
