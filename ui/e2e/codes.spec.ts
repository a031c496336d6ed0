import type { Locator } from '@playwright/test'
import { Study } from './study'
import { expect, type Page, test } from './test'

const tree = (page: Page) => page.getByRole('tree', { name: 'Codebook' })
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name, exact: true })

/** The codes as the tree shows them, each with its level. */
const shape = (page: Page) =>
  tree(page)
    .getByRole('treeitem')
    .evaluateAll((rows) => rows.map((one) => `${one.getAttribute('aria-level')} ${one.getAttribute('aria-label')}`))

const flat = ['1 Growth', '1 Trust', '1 Time', '1 Money']

/** Where on a row a drag ends: at its upper edge, in its middle, at its lower edge. */
const edges = { above: 2, onto: 14, below: 26 }

async function drag(page: Page, from: Locator, to: Locator, where: keyof typeof edges) {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('a row is not in sight')
  await page.mouse.move(start.x + 60, start.y + start.height / 2)
  await page.mouse.down()
  const target = { x: end.x + 70, y: end.y + (edges[where] * end.height) / 28 }
  await page.mouse.move(target.x, target.y - 3, { steps: 6 })
  await page.mouse.move(target.x, target.y, { steps: 3 })
  await page.mouse.up()
}

async function begin(page: Page, name: string): Promise<Study> {
  const study = await Study.begin(page.request, name)
  for (const code of ['Growth', 'Trust', 'Time', 'Money']) await study.code(code)
  await page.goto(study.at('codes'))
  await expect.poll(() => shape(page)).toEqual(flat)
  return study
}

async function undo(page: Page) {
  await tree(page).getByRole('treeitem').first().focus()
  await page.keyboard.press('Control+z')
}

test('codes are ordered and nested by dragging, one or many at once, and each is one undo', async ({ visit }) => {
  const page = await visit('lead')
  await begin(page, 'Dragging codes')

  await test.step('between is order', async () => {
    await drag(page, row(page, 'Money'), row(page, 'Trust'), 'above')
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '1 Money', '1 Trust', '1 Time'])
    await undo(page)
    await expect.poll(() => shape(page)).toEqual(flat)
  })

  await test.step('onto is nest', async () => {
    await drag(page, row(page, 'Money'), row(page, 'Trust'), 'onto')
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '1 Trust', '2 Money', '1 Time'])
    await undo(page)
    await expect.poll(() => shape(page)).toEqual(flat)
  })

  await test.step('several go together', async () => {
    await row(page, 'Time').click()
    await row(page, 'Money').click({ modifiers: ['Shift'] })
    await expect(page.getByRole('heading', { name: '2 codes selected' })).toBeVisible()
    await drag(page, row(page, 'Money'), row(page, 'Growth'), 'onto')
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '2 Time', '2 Money', '1 Trust'])
    await undo(page)
    await expect.poll(() => shape(page)).toEqual(flat)
  })

  await test.step('a code never comes under itself', async () => {
    await row(page, 'Money').click()
    await drag(page, row(page, 'Money'), row(page, 'Trust'), 'onto')
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '1 Trust', '2 Money', '1 Time'])
    await drag(page, row(page, 'Trust'), row(page, 'Money'), 'onto')
    await drag(page, row(page, 'Growth'), row(page, 'Time'), 'below')
    await expect.poll(() => shape(page)).toEqual(['1 Trust', '2 Money', '1 Time', '1 Growth'])
  })
})

test('the same by keyboard alone', async ({ visit }) => {
  const page = await visit('lead')
  await begin(page, 'Moving codes by keyboard')
  await row(page, 'Growth').focus()

  await test.step('order, nest and out again', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '1 Time', '1 Trust', '1 Money'])
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '1 Time', '2 Trust', '1 Money'])
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '1 Time', '1 Trust', '1 Money'])
  })

  await test.step('several', async () => {
    await row(page, 'Time').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await expect(tree(page).getByRole('treeitem', { selected: true })).toHaveCount(2)
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '2 Time', '2 Trust', '1 Money'])
  })

  await test.step('a new name', async () => {
    await row(page, 'Money').focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('Money and credit')
    await page.keyboard.press('Enter')
    await expect(row(page, 'Money and credit')).toBeVisible()
  })
})

test('several codes are merged into one, with numbers before and an undo after', async ({ visit }) => {
  const page = await visit('lead')
  const study = await begin(page, 'Merging codes')
  const source = await study.bring('Ruth', 'AO: And then?\n\nRuth: Then we opened the shop in the rain.')
  const ids = await study.codes()
  await study.put(source, 'we opened', ids.Trust ?? '')
  await study.put(source, 'the shop', ids.Time ?? '')
  await study.put(source, 'the shop', ids.Money ?? '')
  await page.reload()
  await row(page, 'Trust').click()
  await row(page, 'Time').click({ modifiers: ['ControlOrMeta'] })
  await page.getByRole('button', { name: 'Merge into…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Into').selectOption({ label: 'Money (1)' })
  await expect(dialog.getByText('1 coding moves to “Money”, which has 1 now.')).toBeVisible()
  await expect(dialog.getByText(/^1 coding stands on words that “Money” has already/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Merge 2 codes, 2 codings' }).click()
  await expect.poll(() => shape(page)).toEqual(['1 Growth', '1 Money'])
  expect(await study.codings(source)).toBe(2)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => shape(page)).toEqual(flat)
  expect(await study.codings(source)).toBe(3)
})

test('what a code means is saved as it is written, and its example is picked from its passages', async ({ visit }) => {
  const page = await visit('lead')
  const study = await begin(page, 'Describing codes')
  const source = await study.bring('Ruth', 'AO: And then?\n\nRuth: Then we opened the shop in the rain.')
  await study.put(source, 'we opened the shop', (await study.codes()).Trust ?? '')
  await page.reload()
  await row(page, 'Trust').click()
  const sheet = page.getByRole('article', { name: 'Trust' })
  await sheet.getByLabel('Definition').fill('Believing someone.')
  await sheet.getByLabel('Include when').focus()
  await expect(sheet.getByText('Saved')).toBeVisible()
  await sheet.getByRole('button', { name: 'Pick from passages…' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it' }).click()
  await expect(sheet.getByRole('textbox', { name: 'Typical example' })).toHaveValue('we opened the shop')
  await sheet.getByRole('link', { name: 'Ruth' }).click()
  await expect(page.getByRole('heading', { name: 'Ruth' })).toBeVisible()
})

test('two people who write about a code at once see both versions', async ({ visit }) => {
  const [mine, theirs] = [await visit('lead'), await visit('lead')]
  const study = await begin(mine, 'Writing at once')
  await row(mine, 'Trust').click()
  await mine.getByLabel('Definition').fill('Mine')
  await theirs.goto(study.at('codes'))
  const { Trust = '' } = await study.codes()
  await study.describe(Trust, 'Theirs')
  await mine.getByLabel('Include when').focus()
  const dialog = mine.getByRole('dialog', { name: /Two versions/ })
  await expect(dialog.getByText('Theirs', { exact: true }).last()).toBeVisible()
  await dialog.getByRole('button', { name: 'Save this choice' }).click()
  await expect.poll(async () => await study.definition(Trust)).toBe('Mine')
})

test('a reorganisation is collected, kept, and applied as one', async ({ visit }) => {
  const page = await visit('lead')
  await begin(page, 'Reorganising')
  await page.getByRole('link', { name: 'Reorganise' }).click()
  await row(page, 'Trust').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await row(page, 'Money').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await row(page, 'Time').focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('Hours')
  await page.keyboard.press('Enter')
  await expect.poll(() => shape(page)).toEqual(['1 Growth', '2 Trust', '1 Money', '1 Hours'])
  const list = page.getByRole('region', { name: 'Changes not made yet' })
  await expect(list.getByText('Move “Trust” under “Growth”')).toBeVisible()

  await test.step('nobody else sees it, and it is still there after a reload', async () => {
    const other = await visit('lead')
    await other.goto(page.url().replace('mode=reorganise', ''))
    await expect.poll(() => shape(other)).toEqual(flat)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Apply 3 changes' })).toBeVisible()
  })

  await test.step('a change can be dropped', async () => {
    await list.getByRole('button', { name: 'Drop: Rename “Time” to “Hours”' }).click()
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '2 Trust', '1 Money', '1 Time'])
  })

  await test.step('all are applied as one, and undone as one', async () => {
    await page.getByRole('button', { name: 'Apply 2 changes' }).click()
    await page.getByRole('button', { name: 'Leave, and keep the draft' }).click()
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '2 Trust', '1 Money', '1 Time'])
    await undo(page)
    await expect.poll(() => shape(page)).toEqual(flat)
  })
})

test('a code is split by reading its passages again, with keys, by dragging, and many at once', async ({ visit }) => {
  const page = await visit('lead')
  const study = await begin(page, 'Splitting a code')
  const source = await study.bring('Ruth', 'AO: And?\n\nRuth: First came the rent. Then the rain. Then the neighbours.')
  const { Growth = '' } = await study.codes()
  for (const words of ['the rent', 'the rain', 'the neighbours']) await study.put(source, words, Growth)
  await page.goto(study.at(`codes/${Growth}/split`))
  const left = page.getByRole('status').filter({ hasText: 'not yet placed' })
  await expect(left).toHaveText('3 of 3 passages not yet placed')

  await test.step('codes are made on the spot', async () => {
    for (const name of ['Costs', 'Weather']) {
      await page.getByLabel('New code under “Growth”').fill(name)
      await page.getByRole('button', { name: 'Create', exact: true }).click()
      await expect(page.getByRole('button', { name: new RegExp(`^\\d ${name}`) })).toBeVisible()
    }
  })

  await test.step('a figure gives the passage, and undo takes it back', async () => {
    await page.getByRole('row', { name: /the rent/ }).focus()
    await page.keyboard.press('1')
    await expect(left).toHaveText('2 of 3 passages not yet placed')
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect(left).toHaveText('3 of 3 passages not yet placed')
    await page.getByRole('row', { name: /the rent/ }).focus()
    await page.keyboard.press('1')
    await expect(left).toHaveText('2 of 3 passages not yet placed')
  })

  await test.step('a passage is dropped on a code', async () => {
    const target = page.getByRole('button', { name: /^\d Weather/ })
    await page.getByRole('row', { name: /the rain/ }).dragTo(target)
    await expect(left).toHaveText('1 of 3 passages not yet placed')
  })

  await test.step('ticked passages go together, also back', async () => {
    await page.getByRole('button', { name: /^All/ }).click()
    await page.getByRole('row', { name: /the rent/ }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('0')
    await expect(left).toHaveText('3 of 3 passages not yet placed')
  })
})
