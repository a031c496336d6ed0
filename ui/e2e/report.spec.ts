import { readFileSync } from 'node:fs'
import { Study } from './study'
import { expect, type Page, test } from './test'
import { paragraphsOf } from './word'
import { unzip } from './zip'

const looms = 'Ines: The bank lent against the loom.\n\nAmira: And wages?\n\nInes: Wages came late, and the bank knew.'
const dairy = 'Tom: I paid wages before I paid myself.\n\nTom: No bank came near us.'

const contents = (page: Page) => page.getByRole('navigation', { name: 'Contents', exact: true })
const part = (page: Page, name: RegExp | string) => contents(page).getByRole('button', { name })
/** The pages that are seen; what they are measured by is not. */
const pages = (page: Page) => page.getByRole('region', { name: 'Pages of the report', exact: true }).locator('.laid')
const behind = (page: Page) => page.getByRole('complementary', { name: 'Behind this page', exact: true })

async function begun(page: Page, name: string) {
  const study = await Study.begin(page.request, name)
  const [ines, tom] = [await study.bring('Looms', looms), await study.bring('Dairy', dairy)]
  const code = await study.code('Banks')
  await study.put(ines, 'The bank lent against the loom.', code)
  await study.put(tom, 'No bank came near us.', code)
  return { study, ines, tom, code }
}

async function taken(page: Page, ask: () => Promise<unknown>): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await ask()
  return readFileSync(await (await waiting).path())
}

test('a report is built by keyboard, follows the codings, and goes out as Word and PDF', async ({ visit }) => {
  const page = await visit('lead')
  const { study, ines, code } = await begun(page, 'Reports')
  await page.goto(study.at('report'))
  await page.getByRole('button', { name: 'Begin a report', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(pages(page).getByText('No bank came near us.')).toBeVisible()
  await expect(part(page, '1 Excerpts 2')).toBeVisible()

  await part(page, 'Title page').focus()
  await page.keyboard.press('ArrowDown')
  await expect(part(page, 'List of contents')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(part(page, '1 Excerpts 2')).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('What banks do')
  await page.keyboard.press('Enter')
  await expect(pages(page).getByRole('heading', { name: '1 What banks do' })).toBeVisible()

  await page.getByRole('button', { name: 'Add a part', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Table', exact: true }).press('Enter')
  await expect(pages(page).getByText('Codes by strands')).toBeVisible()
  await part(page, 'Table').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(contents(page).getByRole('listitem').nth(2)).toContainText('Table')
  await page.keyboard.press('Delete')
  await expect(page.getByText('Took away “Table”')).toBeVisible()
  await expect(contents(page).getByRole('listitem')).toHaveCount(5)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(contents(page).getByRole('listitem')).toHaveCount(6)

  await study.put(ines, 'Wages came late, and the bank knew.', code)
  await expect(pages(page).getByText('Wages came late, and the bank knew.')).toBeVisible()
  await expect(part(page, '1 What banks do 3')).toBeVisible()

  await part(page, '1 What banks do 3').click()
  await page.getByLabel('Source line').selectOption({ label: 'In footnotes' })
  await expect(pages(page).getByText('Ines · Looms, turn 3')).toBeVisible()
  const file = await taken(page, () => page.getByRole('link', { name: 'Word', exact: true }).click())
  const said = paragraphsOf(file)
  expect(said).toContain('1\u2002What banks do')
  expect(said).toContain('Wages came late, and the bank knew.')
  expect(unzip(file, 'word/footnotes.xml')).toContain('Ines · Looms, turn 3')
  const pdf = await taken(page, () => page.getByRole('link', { name: 'PDF', exact: true }).click())
  expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-')
})

test('an excerpt is left out, is not yet used, and is put back', async ({ visit }) => {
  const page = await visit('lead')
  const { study } = await begun(page, 'Not yet used')
  const report = await study.report('Draft', [{ kind: 'excerpts', heading: 'Banks' }])
  await page.goto(study.at(`report?report=${report}`))
  await expect(behind(page)).toContainText('The report holds all excerpts')
  await pages(page).getByRole('button', { name: 'Leave out this excerpt', exact: true }).first().focus()
  await page.keyboard.press('Enter')
  await expect(part(page, '1 Banks 1')).toBeVisible()
  await expect(behind(page).getByRole('listitem')).toHaveCount(1)
  await behind(page)
    .getByRole('button', { name: /^Add “/ })
    .click()
  await expect(part(page, '1 Banks 2')).toBeVisible()
  await page.getByLabel('Excerpts', { exact: true }).selectOption({ label: 'Chosen by hand, in this order' })
  await pages(page).getByRole('button', { name: 'Move this excerpt up', exact: true }).last().focus()
  const last = await pages(page).locator('blockquote').last().textContent()
  await page.keyboard.press('Enter')
  await expect(pages(page).locator('blockquote').first()).toHaveText(last ?? '')
})

test('what is looked at goes into a report, and rows for statistics come out of it', async ({ visit }) => {
  const page = await visit('lead')
  const { study, ines } = await begun(page, 'Into reports')
  await page.goto(study.at('crossref?columns=strands&count=passages'))
  await page.getByRole('button', { name: 'Add to report', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Add it', exact: true }).click()
  await expect(page.getByText('Added to the report “Report”')).toBeVisible()
  await page.goto(study.at('excerpts'))
  await page.getByRole('button', { name: 'Add to report', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Add it', exact: true }).click()
  await expect(page.getByText('Added to the report “Report”')).toBeVisible()
  for (const picture of [`portrait/${ines.id}`, 'saturation', 'words']) {
    await page.goto(study.at(`pictures/${picture}`))
    await page.getByRole('button', { name: 'Add to report', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Add it', exact: true }).click()
    await expect(page.getByText('Added to the report “Report”')).toBeVisible()
  }
  await page.goto(study.at('report'))
  await expect(contents(page).getByRole('listitem')).toHaveCount(9)
  for (const title of [
    'Figure 1. Portrait of Looms',
    'Figure 2. New codes, source by source',
    'Figure 3. Words said most',
  ]) {
    await expect(pages(page).getByText(title, { exact: true })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Other files', exact: true }).click()
  const rows = await taken(page, () => page.getByRole('menuitem', { name: 'CSV', exact: true }).click())
  expect(rows.toString().trim().split('\r\n')).toHaveLength(3)
  await page.getByRole('button', { name: 'Other files', exact: true }).click()
  const matrix = await taken(page, () =>
    page.getByRole('menuitem', { name: 'Passages by codes, CSV', exact: true }).click(),
  )
  expect(matrix.toString()).toContain(',Banks\r\n')
})

test('ticked excerpts go into a report at once: by keyboard, in the order of the list, each once, and back', async ({
  visit,
}) => {
  const page = await visit('lead')
  const { study, ines, code } = await begun(page, 'Ticked')
  const rows = page.getByRole('treegrid', { name: 'Passages', exact: true }).getByRole('row')
  const row = (words: string) => rows.filter({ hasText: words })
  const dialog = page.getByRole('dialog')
  const add = page.getByRole('button', { name: 'Add to report…', exact: true })
  const quotes = pages(page).locator('blockquote')
  await study.put(ines, 'Wages came late, and the bank knew.', code)

  await test.step('the first report is made of them, under the name of their code', async () => {
    await page.goto(study.at('excerpts'))
    await row('Wages came late').focus()
    await page.keyboard.press('Space')
    await row('The bank lent').focus()
    await page.keyboard.press('Space')
    await add.press('Enter')
    await expect(dialog).toHaveAccessibleName('Add 2 passages to a report')
    await expect(dialog.getByLabel('Heading', { exact: true })).toHaveValue('Banks')
    await dialog.getByLabel('Name of the new report', { exact: true }).fill('What we found')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Added 2 passages to the report “What we found”')).toBeVisible()
    await expect(add).toBeHidden()
    await page.getByRole('button', { name: 'Open the report', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'What we found', exact: true })).toHaveCount(2) // of the screen, and of the title page
    await expect(quotes).toHaveText([/The bank lent/, /Wages came late/])
    await expect(part(page, '1 Banks 2')).toHaveAttribute('aria-current', 'true')
    await expect(page.getByText(/^Page [123] of 5$/)).toBeVisible() // title, contents, excerpts, sources, codebook
  })

  await test.step('all go to the part that is there, which had two of them', async () => {
    await page.goto(study.at('excerpts'))
    await row('The bank lent').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await add.press('Enter')
    await dialog.getByLabel('Part', { exact: true }).selectOption({ label: 'Banks (2)' })
    await dialog.getByRole('button', { name: 'Add it', exact: true }).press('Enter')
    await expect(
      page.getByText('Added 1 passage to the report “What we found”. There already: 2 passages'),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Open the report', exact: true }).last().click()
    await expect(quotes).toHaveText([/The bank lent/, /Wages came late/, /No bank came near us/])
  })

  await test.step('one undo takes back what one step added', async () => {
    await page.keyboard.press('ControlOrMeta+z')
    await expect(quotes).toHaveCount(2)
  })

  await test.step('a reader has no such button', async () => {
    const reader = await visit('stranger')
    await study.join(reader.request, 'Rhian', 'reader')
    await reader.goto(study.at('excerpts'))
    await reader.getByRole('checkbox', { name: 'Tick this passage', exact: true }).first().click()
    await expect(reader.getByRole('button', { name: 'Untick all', exact: true })).toBeVisible()
    await expect(reader.getByRole('button', { name: 'Add to report…', exact: true })).toBeHidden()
  })
})

test('a reader reads the report, and changes nothing', async ({ visit }) => {
  const page = await visit('lead')
  const { study } = await begun(page, 'Read reports')
  await study.report('Draft', [{ kind: 'excerpts', heading: 'Banks' }])
  const reader = await visit('stranger')
  await study.join(reader.request, 'Rhian', 'reader')
  await reader.goto(study.at('report'))
  await expect(pages(reader).getByText('No bank came near us.')).toBeVisible()
  await expect(reader.getByRole('button', { name: 'Add a part', exact: true })).toBeHidden()
  await expect(reader.getByLabel('Heading', { exact: true })).toBeDisabled()
})

test('a network of codes is chosen for a picture, and goes from the cross-reference into a report', async ({
  visit,
}) => {
  const page = await visit('lead')
  const { study, ines } = await begun(page, 'Networks')
  await study.put(ines, 'The bank lent against the loom.', await study.code('Machines'))
  const report = await study.report('Draft', [{ kind: 'picture' }])
  await page.goto(study.at(`report?report=${report}`))
  await page.getByLabel('Picture of', { exact: true }).selectOption({ label: 'Codes that are together' })
  const drawn = pages(page).getByRole('img', { name: /Banks and Machines 1\.$/ })
  await expect(drawn).toBeVisible()
  await page.goto(study.at('crossref?rows=codes&columns=codes&as=network'))
  await page.getByRole('button', { name: 'Add to report', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Add it', exact: true }).click()
  await expect(page.getByText('Added to the report “Draft”')).toBeVisible()
  await page.goto(study.at(`report?report=${report}`))
  await expect(drawn).toHaveCount(2)
})

test('a picture becomes a heat map, and the portrait of another source', async ({ visit }) => {
  const page = await visit('lead')
  const { study } = await begun(page, 'Heat and portraits')
  const report = await study.report('Draft', [{ kind: 'picture' }])
  await page.goto(study.at(`report?report=${report}`))
  const picture = page.getByLabel('Picture of', { exact: true })
  await picture.selectOption({ label: 'A cross-reference, shaded' })
  await page.getByLabel('Cells show', { exact: true }).selectOption({ label: 'Present or not' })
  await expect(pages(page).getByRole('img', { name: /^Banks: .* yes/ })).toBeVisible()
  await picture.selectOption({ label: 'Portrait of a source' })
  await expect(pages(page).getByText('Portrait of Dairy')).toBeVisible()
  await page.getByLabel('Source', { exact: true }).selectOption({ label: 'Looms' })
  await expect(pages(page).getByText('Portrait of Looms')).toBeVisible()
  await expect(pages(page).getByRole('img', { name: /^Banks: 1 passage, at \d+% of the text\.$/ })).toBeVisible()
})
