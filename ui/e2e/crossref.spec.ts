import { readFileSync } from 'node:fs'
import { pressAt, tabTo, typeInto } from './keys'
import { lead } from './server'
import { Study } from './study'
import { expect, type Page, test } from './test'
import { paragraphsOf } from './word'
import { unzip } from './zip'

const looms = 'Ines: The bank lent against the loom.\n\nAmira: And wages?\n\nInes: Wages came late, and the bank knew.'
const dairy = 'Tom: I paid wages before I paid myself.\n\nTom: No bank came near us.'

const table = (page: Page) => page.getByRole('main').getByRole('table')
const cell = (page: Page, name: string) => table(page).getByRole('button', { name, exact: true })
const panel = (page: Page) => page.getByRole('complementary', { name: 'What is behind the cell' })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

/** Chooses what rows or columns are of, and which of them. */
async function choose(page: Page, axis: string, kind: string, names: readonly string[]) {
  await page.getByRole('button', { name: new RegExp(`^${axis}: `) }).click()
  const box = dialog(page, axis)
  await box.getByLabel('Of what').selectOption({ label: kind })
  for (const name of names) await box.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check()
  await box.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(box).toBeHidden()
}

/** Takes the table as a file. */
async function take(page: Page, line: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: line, exact: true }).first().click()
  return readFileSync(await (await waiting).path())
}

test('a table is walked through with the keyboard, each cell opens what it counts, and its link gives it again', async ({
  visit,
}) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Looms')
  const first = await study.bring('Looms', looms)
  const second = await study.bring('Dairy', dairy)
  const money = await study.code('Money')
  const bank = await study.code('Bank', money)
  const wages = await study.code('Wages', money)
  await study.put(first, 'The bank lent against the loom', bank)
  await study.put(first, 'Wages came late, and the bank', wages)
  await study.put(first, 'the bank knew', bank)
  await study.put(second, 'I paid wages', wages)

  await test.step('it counts passages where there are no cases', async () => {
    await page.goto(study.at())
    await page.getByRole('link', { name: 'Cross-reference', exact: true }).click()
    await expect(page.getByText('How many passages carry each code, by strand. Moderators are left out.')).toBeVisible()
    await expect(cell(page, 'Money, Interviews: 4 of 4 passages')).toBeVisible()
  })

  await test.step('the arrows go from cell to cell, and Enter opens one', async () => {
    await choose(page, 'Columns', 'Sources', [])
    await cell(page, 'Money, Dairy: 1 of 1 passage').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await expect(cell(page, 'Bank, Looms: 2 of 3 passages')).toBeFocused()
    await page.keyboard.press('Home')
    await expect(cell(page, 'Bank, Dairy: 0 of 1 passage')).toBeFocused()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect(panel(page).getByText('The bank lent against the loom', { exact: true })).toBeVisible()
    await expect(panel(page).getByRole('listitem')).toHaveCount(2)
  })

  await test.step('the address gives the table and its open cell again', async () => {
    await page.reload()
    await expect(panel(page).getByRole('listitem')).toHaveCount(2)
    await expect(cell(page, 'Bank, Looms: 2 of 3 passages')).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('Escape closes the panel and gives the focus back to its cell', async () => {
    await cell(page, 'Wages, Dairy: 1 of 1 passage').click()
    await expect(panel(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(panel(page)).toBeHidden()
    await expect(cell(page, 'Wages, Dairy: 1 of 1 passage')).toBeFocused()
  })

  await test.step('codes with codes: the words that both are on are marked in the passage', async () => {
    await page.getByRole('button', { name: 'Codes with codes', exact: true }).click()
    await cell(page, 'Wages with Bank: 1 passage').click()
    await expect(panel(page).locator('mark')).toHaveText('the bank')
    await page.getByRole('combobox', { name: 'Together means', exact: true }).selectOption('in the same source')
    await expect(page.getByText('How many sources have both codes together.')).toBeVisible()
  })

  await test.step('as a network, whose nodes tell what they are tied to and which is saved as a picture', async () => {
    await page.getByRole('combobox', { name: 'Together means', exact: true }).selectOption('overlap in the text')
    await page.getByRole('combobox', { name: 'Look at it as', exact: true }).selectOption('Network')
    await page.getByRole('button', { name: 'Bank, together with Wages (1)', exact: true }).focus()
    await expect(page.getByRole('button', { name: /^Bank, together/, pressed: true })).toBeFocused()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: /^Save/ }).click()
    await page.getByRole('menuitem', { name: /SVG/ }).click()
    const svg = readFileSync(await (await waiting).path(), 'utf8')
    expect(svg).toContain('In how many passages both codes overlap.')
    expect(svg).toMatch(/Codebook \d+, at change \d+/)
  })

  await test.step('what was not asked is told from what nobody spoke of', async () => {
    await page.getByRole('button', { name: 'Codes by strand', exact: true }).click()
    const weather = await study.code('Weather')
    await page.reload()
    await expect(cell(page, 'Weather, Interviews: 0 of 4 passages')).toBeVisible()
    await page.getByRole('button', { name: 'What was asked', exact: true }).click()
    await dialog(page, 'What was asked')
      .getByRole('checkbox', { name: /^Money/ })
      .check()
    await page.getByRole('button', { name: 'Keep what is ticked', exact: true }).click()
    await expect(cell(page, 'Weather, Interviews: not asked')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(cell(page, 'Weather, Interviews: 0 of 4 passages')).toBeVisible()
    expect(weather).toBeTruthy()
  })

  await test.step('as a CSV it says what it takes to make it again', async () => {
    const csv = (await take(page, 'CSV')).toString()
    expect(csv).toContain('Cells count passages.')
    expect(csv).toContain(`/p/${study.id}/crossref?`)
    expect(csv).toMatch(/Codebook \d+, at change \d+ of the project/)
  })
})

test('the lead asks what drop-outs say about barriers to growth that mid-caps don’t, and which capital they tie it to, by keyboard alone', async ({
  visit,
}) => {
  test.slow() // a whole question in one story
  const page = await visit('stranger')
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** Chooses what rows or columns are of, and which of them. */
  const choosing = async (axis: string, kind: string, names: readonly string[]) => {
    await pressAt(page, page.getByRole('button', { name: new RegExp(`^${axis}: `) }), 'Enter')
    const box = dialog(page, axis)
    await typeInto(page, box.getByLabel('Of what'), kind)
    for (const name of names) await pressAt(page, box.getByRole('checkbox', { name: new RegExp(`^${name}`) }), 'Space')
    await pressAt(page, box.getByRole('button', { name: 'Show', exact: true }), 'Enter')
    await expect(box).toBeHidden()
  }

  await test.step('from signing in to the sample study, and to the table by the palette', async () => {
    await page.goto('/')
    await expect(page.getByLabel('E-mail', { exact: true })).toBeFocused()
    await page.keyboard.type(lead.email)
    await press('Tab')
    await page.keyboard.type(lead.password)
    await press('Enter')
    await pressAt(
      page,
      page.getByRole('link', { name: /^The productivity gap of small and medium-sized firms/ }),
      'Enter',
    )
    await expect(page.getByRole('navigation', { name: 'Project', exact: true })).toBeVisible()
    await press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Go to, or do', exact: true })).toBeVisible()
    await page.keyboard.type('cross-ref')
    await expect(page.getByRole('option', { name: /Go to the cross-reference/ })).toBeVisible()
    await press('Enter')
    await expect(cell(page, 'Barriers to growth, Mid-caps: 5 of 5 cases')).toBeVisible()
  })

  await test.step('barriers by the two strands, and the passages behind the difference', async () => {
    await choosing('Rows', 'Codes', [
      'Barriers to growth',
      'Cash and late payment',
      'Finding people',
      'Time and attention',
    ])
    await choosing('Columns', 'Strands', ['Winning Pitch drop-outs', 'Mid-caps'])
    await expect(cell(page, 'Time and attention, Mid-caps: 1 of 5 cases')).toBeVisible()
    await tabTo(page, table(page).locator('tbody button[tabindex="0"]'))
    await press('Control+End')
    await expect(cell(page, 'Time and attention, Mid-caps: 1 of 5 cases')).toBeFocused()
    await press('ArrowLeft', 'Enter')
    await expect(panel(page).getByText(/^\d+ passages, 2 of 5 cases\. Silent: /)).toBeVisible()
    await press('Escape')
    await expect(panel(page)).toBeHidden()
  })

  await test.step('the same barriers with the capitals, in what drop-outs say', async () => {
    await pressAt(page, page.getByRole('button', { name: 'Narrow', exact: true }), 'Enter')
    const narrow = dialog(page, 'Narrow')
    await pressAt(page, narrow.getByRole('checkbox', { name: /^Winning Pitch drop-outs/ }), 'Space')
    await pressAt(page, narrow.getByRole('button', { name: 'Done', exact: true }), 'Enter')
    await expect(narrow).toBeHidden()
    await choosing('Columns', 'Codes', ['Human capital', 'Social capital', 'Institutional capital'])
    await typeInto(page, page.getByRole('combobox', { name: 'Together means', exact: true }), 'in the same turn')
    await expect(page.getByText('How many turns carry both codes. Moderators are left out.')).toBeVisible()
    await expect(cell(page, 'Barriers to growth with Institutional capital: 8 turns')).toBeVisible()
  })

  await test.step('the quote table as a Word file', async () => {
    await typeInto(page, page.getByRole('combobox', { name: 'Look at it as', exact: true }), 'Words in the cells')
    await expect(table(page).locator('.quotes .serif').first()).toBeVisible()
    const quoted = (await table(page).locator('.quotes .serif').first().textContent()) ?? ''
    await pressAt(page, page.getByRole('button', { name: 'Export', exact: true }), 'Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: 'Word', exact: true }).first()).toBeFocused()
    const waiting = page.waitForEvent('download')
    await press('Enter')
    const path = await (await waiting).path()
    expect(unzip(readFileSync(path), 'word/document.xml')).toContain('<w:tblHeader/>')
    const said = paragraphsOf(readFileSync(path))
    expect(said).toContain('Institutional capital')
    expect(said.some((words) => words.includes(quoted.slice(0, 60)))).toBe(true)
    expect(said).toContain('Narrowed to Strand: Winning Pitch drop-outs.')
  })
})
