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

test('two people who write about a code at once see both versions, and nothing that was typed is lost', async ({
  visit,
}) => {
  const page = await visit('lead')
  const study = await begin(page, 'Writing at once')
  const { Trust = '', Time = '' } = await study.codes()
  const dialog = page.getByRole('dialog', { name: /^Two versions/ })
  const definition = page.getByLabel('Definition')
  await row(page, 'Trust').click()
  await definition.fill('Mine')
  await study.describe(Trust, 'Theirs')
  await page.getByLabel('Include when').focus()
  await expect(dialog.getByText('Theirs', { exact: true }).last()).toBeVisible()

  await test.step('not now keeps mine in the field, also after a reload', async () => {
    await dialog.getByRole('button', { name: 'Not now' }).click()
    await expect(definition).toHaveValue('Mine')
    await expect(page.getByText('Not saved yet.')).toBeVisible()
    await page.reload()
    await expect(definition).toHaveValue('Mine')
    expect(await study.definition(Trust)).toBe('Theirs')
  })

  await test.step('it is saved later', async () => {
    await page.getByRole('button', { name: 'Save again' }).click()
    await dialog.getByRole('radio', { name: 'Both, theirs first' }).check()
    await dialog.getByRole('button', { name: 'Save this choice' }).click()
    await expect.poll(() => study.definition(Trust)).toBe('Theirs\n\nMine')
    await expect(definition).toHaveValue('Theirs\n\nMine')
    await expect(page.getByText('Not saved yet.')).toBeHidden()
  })

  await test.step('a name given in the tree is no different', async () => {
    await row(page, 'Time').focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('Hours')
    await study.rename(Time, 'Days')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Not now' }).click()
    const name = page.getByRole('textbox', { name: 'New name for Days' })
    await expect(name).toHaveValue('Hours')
    await name.press('Enter')
    await dialog.getByRole('button', { name: 'Save this choice' }).click()
    await expect(row(page, 'Hours')).toBeVisible()
    await expect.poll(async () => (await study.codes()).Hours).toBe(Time)
  })
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

  await test.step('a new code is in the draft too, and others come under it', async () => {
    await page.getByRole('button', { name: 'New code', exact: true }).click()
    const box = page.getByRole('dialog', { name: 'New code' })
    await box.getByLabel('Name').fill('money')
    await box.getByRole('button', { name: 'Create the code' }).click()
    await expect(box.getByText('There is a code of this name already.')).toBeVisible()
    await box.getByLabel('Name').fill('Means')
    await box.getByRole('button', { name: 'Create the code' }).click()
    await expect(row(page, 'Means')).toContainText('new')
    await row(page, 'Time').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '2 Trust', '1 Money', '1 Means', '2 Time'])
    await expect(list.getByText('Create “Means”')).toBeVisible()
  })

  await test.step('all are applied as one, and undone as one', async () => {
    await page.getByRole('button', { name: 'Apply 5 changes' }).click()
    await page.getByRole('button', { name: 'Leave, and keep the draft' }).click()
    await expect.poll(() => shape(page)).toEqual(['1 Growth', '2 Trust', '1 Money', '1 Means', '2 Time'])
    await undo(page)
    await expect.poll(() => shape(page)).toEqual(flat)
  })
})

test('a code is split by reading its passages again, with keys, by dragging, and many at once', async ({ visit }) => {
  const page = await visit('lead')
  const study = await begin(page, 'Splitting a code')
  const source = await study.bring('Ruth', 'AO: And?\n\nRuth: First came the rent. Then the rain. Then the neighbours.')
  const { Growth = '', Trust = '' } = await study.codes()
  await study.put(source, 'the rain', Trust)
  for (const words of ['the rent', 'the rain', 'the neighbours']) await study.put(source, words, Growth)
  await page.goto(study.at(`codes/${Growth}/split`))
  const left = page.getByRole('status').filter({ hasText: 'not yet placed' })
  await expect(left).toHaveText('3 of 3 passages not yet placed')

  await test.step('what else the words are coded with stands beside them', async () => {
    await expect(page.getByRole('columnheader', { name: 'Also coded with' })).toBeVisible()
    await expect(
      page
        .getByRole('row', { name: /the rain/ })
        .getByRole('gridcell')
        .last(),
    ).toHaveText('Trust')
  })

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

test('sets, meanings and history are where one codes', async ({ visit }) => {
  const page = await visit('lead')
  const study = await begin(page, 'Beside the text')
  const source = await study.bring('Ruth', 'AO: And?\n\nRuth: First came the rent. Then the rain. Then the neighbours.')
  const { Growth = '', Trust = '', Money = '' } = await study.codes()
  await study.put(source, 'the rent', Growth)
  await study.put(source, 'the rain', Trust)
  await study.put(source, 'the neighbours', Money)
  await study.describe(Trust, 'Believing someone.')
  await page.request.patch(`/api/projects/${study.id}/codes/${Trust}`, { data: { nearMiss: 'Having to believe.' } })
  await page.reload()

  await test.step('codes that are selected are kept as a set, by keyboard', async () => {
    await row(page, 'Growth').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Keep as a set…' }).press('Enter')
    const box = page.getByRole('dialog', { name: 'New code set' })
    await box.getByLabel('Name').fill('Beginnings')
    await box.getByRole('button', { name: 'Keep 2 codes' }).click()
    await expect(page.getByText('Made the set “Beginnings”')).toBeVisible()
  })

  await test.step('one more goes into it from the menu', async () => {
    await row(page, 'Time').click()
    await row(page, 'Money').click({ modifiers: ['Shift'] })
    await row(page, 'Money').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Add to “Beginnings”' }).click()
    await expect(page.getByText('Changed the set “Beginnings”')).toBeVisible()
    await tree(page).getByRole('treeitem').first().focus()
    await page.keyboard.press('Control+z')
  })

  await test.step('what was done to a code is on its sheet', async () => {
    await row(page, 'Trust').click()
    const past = page.getByRole('region', { name: 'History' })
    await past.getByText('Show what was done to it').click()
    await expect(past.getByText(/described/).first()).toBeVisible()
  })

  await test.step('a set narrows down which codings are shown', async () => {
    await page.goto(study.at(`sources/${source.id}`))
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    const set = page.getByRole('group', { name: 'Code sets' }).getByRole('button', { name: 'Beginnings' })
    await set.click()
    await expect(set).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByRole('dialog').getByText('2 of 3 codings shown')).toBeVisible()
    await set.click()
    await expect(set).toHaveAttribute('aria-pressed', 'false')
    await page.keyboard.press('Escape')
  })

  await test.step('and picks the codes whose passages are listed', async () => {
    await page.getByRole('article').first().click()
    await page.keyboard.press('g')
    const dock = page.getByRole('region', { name: 'Retrieved passages' })
    await dock.getByRole('button', { name: 'Where' }).click()
    await page.getByRole('group', { name: 'Code sets' }).getByRole('button', { name: 'Beginnings' }).click()
    await page.keyboard.press('Escape')
    await expect(dock.getByText(/^2 passages from 1 of/)).toBeVisible()
  })

  await test.step('what a code means, and what it is not, is beside the finder and under the tree', async () => {
    await page.getByRole('article').last().click()
    await page.keyboard.press('t')
    await page.keyboard.press('c')
    const finder = page.getByRole('combobox', { name: /^A code for/ })
    await finder.fill('tru')
    await expect(finder).toHaveAccessibleDescription(/^Believing someone\..*Near miss Having to believe\.$/)
    await expect(page.getByText('Having to believe.').last()).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect(finder).toBeHidden()
    await expect(page.getByRole('article').last()).toBeFocused()
    await row(page, 'Growth').focus()
    await expect(page.getByRole('region', { name: 'What Growth means' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    const foot = page.getByRole('complementary', { name: 'Codes' }).getByRole('region', { name: 'What Trust means' })
    await expect(foot).toContainText('Near miss Having to believe.')
  })
})
