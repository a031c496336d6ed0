import type { Locator } from '@playwright/test'
import { Study } from './study'
import { expect, type Page, test } from './test'
import { middle, type Point, Transcript } from './transcript'

const interview = `Moira: How did you come to buy the bakery?

Tilda: My aunt wanted to stop. She asked me across the counter, and I said yes before I had counted the money.

Moira: And who helped you then?

Tilda: The miller gave me flour on trust for a year. He never wrote it down.
`
const tablet = { hasTouch: true, viewport: { width: 1024, height: 768 } }

test('with a finger alone: words are coded, codings lit, resized, replaced and taken back', async ({ visit }) => {
  const page = await visit('lead', tablet)
  const study = await Study.begin(page.request, 'On a tablet')
  const source = await study.bring('Tilda, bread', interview)
  const codes = new Map<string, string>()
  for (const code of ['Trust', 'Help', 'Money']) codes.set(code, await study.code(code))
  await study.put(source, 'flour on trust', codes.get('Trust') ?? '')
  await page.goto(study.at(`sources/${source.id}`))
  const text = new Transcript(page)
  const bar = page.getByRole('toolbar', { name: 'Code the selection' })
  const has = (...list: string[]) => expect.poll(() => study.coded(source)).toEqual(list)
  await expect(text.coding('Trust')).toBeVisible()
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true)

  await test.step('words that the handles of the system select get the bar, below them', async () => {
    await hold(page, text, 'across the counter')
    await expect(bar).toBeVisible()
    const { to } = await text.place('across the counter')
    expect((await bar.boundingBox())?.y).toBeGreaterThan(to.y)
    await expect.poll(() => small(bar.getByRole('button'))).toEqual([])
  })

  await test.step('a code in the bar is tapped', async () => {
    await press(page, bar.getByRole('button', { name: /^Trust/ }))
    await has('Trust: across the counter', 'Trust: flour on trust')
  })

  await test.step('another is found by its letters, and tapped', async () => {
    await hold(page, text, 'wanted to stop')
    await press(page, bar.getByRole('button', { name: /^Code/ }))
    await page.getByRole('combobox', { name: /^A code for/ }).fill('hel')
    await press(page, page.getByRole('option', { name: /Help/ }))
    await has('Help: wanted to stop', 'Trust: across the counter', 'Trust: flour on trust')
  })

  await test.step('the whole turn comes from the menu of the bar', async () => {
    await hold(page, text, 'helped you')
    await press(page, bar.getByRole('button', { name: 'More than these words' }))
    await press(page, page.getByRole('menuitem', { name: /^The whole turn/ }))
    await text.hasSelected('And who helped you then?')
  })

  await test.step('a code in the tree is tapped', async () => {
    await press(page, page.getByRole('treeitem', { name: /^Money/ }))
    await has(
      'Help: wanted to stop',
      'Money: And who helped you then?',
      'Trust: across the counter',
      'Trust: flour on trust',
    )
    await press(page, page.getByRole('button', { name: /^Undo: coded/ }))
    await has('Help: wanted to stop', 'Trust: across the counter', 'Trust: flour on trust')
  })

  const trust = text.turn('flour on trust').getByRole('button', { name: 'Trust, coded by you' })
  await test.step('a bracket is tapped, and its coding is lit', async () => {
    await page.evaluate(() => document.getSelection()?.removeAllRanges())
    await tap(page, await middle(text.turn('flour on trust').locator('.br')))
    await expect(trust).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('both grips are large enough, and are pulled without the text scrolling', async () => {
    for (const side of ['begins', 'ends'] as const) expect(await small(text.grip('Trust', side))).toEqual([])
    const scrolled = await text.scrolled()
    await pull(page, await middle(text.grip('Trust', 'ends')), (await text.place('for a ye')).to)
    await has('Help: wanted to stop', 'Trust: across the counter', 'Trust: flour on trust for a year')
    await pull(page, await middle(text.grip('Trust', 'begins')), (await text.place('gave me')).from)
    await has('Help: wanted to stop', 'Trust: across the counter', 'Trust: gave me flour on trust for a year')
    expect(await text.scrolled()).toBe(scrolled)
  })

  await test.step('what is here is opened, and the coding replaced and removed from there', async () => {
    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    // After a pull Chromium at times makes no click of a touch that the page was told of; a person taps again.
    await expect(async () => {
      await press(page, page.getByRole('button', { name: 'Show or hide the inspector' }))
      await expect(inspector).toBeVisible({ timeout: 1000 })
    }).toPass()
    await press(page, inspector.getByRole('button', { name: /^Replace/ }))
    await page.getByRole('combobox', { name: /^A code in the place of/ }).fill('mon')
    await press(page, page.getByRole('option', { name: /Money/ }))
    await has('Help: wanted to stop', 'Money: gave me flour on trust for a year', 'Trust: across the counter')
    await press(page, inspector.getByRole('button', { name: /^Remove/ }))
    await has('Help: wanted to stop', 'Trust: across the counter')
  })
})

/** Touches words as one does who holds a finger on them: the system selects them, and tells it by the selection alone. */
async function hold(page: Page, text: Transcript, words: string): Promise<void> {
  const { from } = await text.place(words)
  const bar = page.getByRole('toolbar', { name: 'Code the selection' })
  await tap(page, from)
  await expect(bar).toHaveCount(0)
  await text.turn(words).evaluate((turn, words) => {
    const node = turn.querySelector('.say')?.firstChild as Text
    const at = node.data.indexOf(words)
    document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
  }, words)
  await expect(bar).toBeVisible()
}

/** Lays a finger on what can be pressed, and lifts it. */
async function press(page: Page, what: Locator): Promise<void> {
  await what.tap({ trial: true })
  await tap(page, await middle(what))
}

const tap = (page: Page, at: Point) => touch(page, [at])

/** Lays a finger on a point, draws it to another, where it rests, and lifts it. */
const pull = (page: Page, from: Point, to: Point) => touch(page, [from, ...between(from, to), to])

/** Seven points on the way from one to another. */
const between = (from: Point, to: Point): Point[] =>
  [1, 2, 3, 4, 5, 6, 7].map((i) => ({ x: from.x + ((to.x - from.x) * i) / 8, y: from.y + ((to.y - from.y) * i) / 8 }))

/**
 * Lays a finger on the first of these points, goes through the others and lifts it. Each step waits until the page has
 * had the one before.
 */
async function touch(page: Page, [first, ...others]: [Point, ...Point[]]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await send('touchStart', [first])
  for (const point of others) await send('touchMove', [point])
  await send('touchEnd', [])
  await session.detach()
}

/** What is smaller than 24 by 24 px. */
const small = (all: Locator) =>
  all.evaluateAll((list) =>
    list
      .map((el) => ({ name: el.ariaLabel ?? el.textContent, box: el.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ name, box }) => `${name}: ${box.width} x ${box.height}`),
  )
