import { Study } from './study'
import { expect, type Page, test } from './test'
import { Transcript } from './transcript'

const interview = `Moira: And who helped you then?

Tilda: The miller gave me flour on trust for a year. He never wrote it down. My neighbour painted the sign.
`

test('at 200 % the text has room, the codes are in a drawer, and nothing is cut off', async ({ visit }) => {
  const page = await visit('lead')
  await page.setViewportSize({ width: 720, height: 450 })
  const { study, source, text } = await open(page, 'At 200 %')
  const codes = page.getByRole('complementary', { name: 'Codes' })
  await expect(codes).toBeHidden()
  const words = text.turn('The miller').getByRole('paragraph')
  await expect.poll(async () => (await words.boundingBox())?.width).toBeGreaterThan(320)
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(720)

  await test.step('a key opens the drawer at the filter, Esc closes it and goes back to the text', async () => {
    await text.turn('The miller').focus()
    await page.keyboard.press('/')
    await expect(codes.getByRole('textbox', { name: 'Filter codes' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(codes).toBeHidden()
    await expect(text.turn('The miller')).toBeFocused()
  })

  await test.step('its codes are put on words', async () => {
    await text.select('He never wrote')
    await page.keyboard.press('/')
    await codes.getByRole('treeitem', { name: /^Help/ }).click()
    await expect.poll(() => study.coded(source)).toEqual(['Help: He never wrote', 'Trust: flour on trust'])
  })

  await test.step('a button opens and closes it too', async () => {
    const button = page.getByRole('button', { name: 'Codes', exact: true })
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await button.click()
    await expect(codes).toBeHidden()
  })

  await test.step('the turn that has the focus is never behind a bar', async () => {
    await text.turn('And who').focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(covered)).toBe(false)
  })
})

test('a panel gets another width by a click, by keys and by dragging', async ({ visit }) => {
  const page = await visit('lead')
  await open(page, 'Widths')
  const line = page.getByRole('separator', { name: 'Width of the codes' })
  const hasWidth = (px: string) => expect(line).toHaveAttribute('aria-valuenow', px)
  await hasWidth('272')
  await line.click()
  await hasWidth('480')
  await line.click()
  await hasWidth('180')
  await line.press('ArrowRight')
  await hasWidth('196')
  await line.press('End')
  await hasWidth('480')
  const box = await line.boundingBox()
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, 400]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 100, y, { steps: 4 })
  await page.mouse.up()
  await hasWidth('380')
})

test('in forced colours and in high contrast everything is still told apart', async ({ visit }) => {
  const page = await visit('lead')
  const { text } = await open(page, 'Told apart')
  await text.coding('Trust').click()
  const style = (of: string, what: string) =>
    page.evaluate(([of, what]) => getComputedStyle(document.querySelector(of) as Element).getPropertyValue(what), [
      of,
      what,
    ] as const)

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    await test.step(`forced, ${colorScheme}`, async () => {
      const paper = await style('body', 'background-color')
      expect(await style('.u.on', 'stroke'), 'the underline').not.toBe(paper)
      expect(await style('.br.on', 'stroke'), 'the bracket').not.toBe(paper)
      expect(await style('.ov .lit', 'stroke'), 'a frame around what is lit').not.toBe('none')
      expect(await style('.ov .lit', 'fill'), 'no light behind light words').toBe(await style('.ov .tint', 'fill'))
      expect(await style('.lab.on', 'outline-style')).toBe('solid')
      expect(await style('.seg [aria-pressed=true]', 'outline-style'), 'what is chosen').toBe('solid')
      expect(await style('.seg [aria-pressed=false]', 'outline-style')).toBe('none')
      await text.turn('And who').focus()
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => page.evaluate(ring)).toMatch(/^solid [1-9]/)
    })
  }

  await test.step('high contrast', async () => {
    await page.emulateMedia({ forcedColors: 'none', contrast: 'more', colorScheme: 'light' })
    expect(Number.parseFloat(await style('.br.on', 'stroke-width'))).toBeGreaterThan(3)
    expect(await style('.ov .lit', 'stroke')).not.toBe('none')
    expect(await style('body', 'color')).toBe(await style('.surface .lab', 'color'))
  })

  await test.step('nothing moves for those who don’t want it', async () => {
    await page.emulateMedia({ contrast: 'no-preference', reducedMotion: 'reduce' })
    const moving = () =>
      [...document.querySelectorAll('*')].filter((el) =>
        getComputedStyle(el)
          .transitionDuration.split(', ')
          .some((time) => Number.parseFloat(time) > 0.001),
      ).length
    expect(await page.evaluate(moving)).toBe(0)
  })
})

async function open(page: Page, name: string) {
  const study = await Study.begin(page.request, name)
  const source = await study.bring('Tilda, bread', interview)
  const [trust] = [await study.code('Trust'), await study.code('Help')]
  await study.put(source, 'flour on trust', trust)
  await page.goto(study.at(`sources/${source.id}`))
  const text = new Transcript(page)
  await expect(text.coding('Trust')).toBeVisible()
  return { study, source, text }
}

/** Whether something lies over what has the focus. */
function covered(): boolean {
  const el = document.activeElement as Element
  const { left, top, bottom } = el.getBoundingClientRect()
  const seen = (y: number) => el.contains(document.elementFromPoint(left + 90, y))
  return !(seen(top + 3) && seen(Math.min(bottom, innerHeight) - 12))
}

function ring(): string {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element, '::before')
  return `${outlineStyle} ${outlineWidth}`
}
