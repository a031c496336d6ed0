import { readFileSync } from 'node:fs'
import { axeFinds } from './axe'
import { Study } from './study'
import { expect, type Page, test } from './test'

const said = 'Ines: We had the first loom on credit.\nAO: And then?\nInes: The second one out of what it earned.\n'

const cell = (page: Page, row: string, column: number) =>
  page.getByRole('row', { name: new RegExp(`^${row}`) }).locator(`[aria-colindex="${column}"]`)

/** Opens the dialog of the variables, and makes one. */
async function variable(page: Page, name: string, type: string, more: Record<string, string> = {}): Promise<void> {
  await page.getByRole('button', { name: 'New variable' }).click()
  const dialog = page.getByRole('dialog', { name: 'New variable' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Type').selectOption(type)
  for (const [label, text] of Object.entries(more)) await dialog.getByLabel(label).fill(text)
  await dialog.getByRole('button', { name: 'Add variable' }).click()
  await expect(page.getByRole('rowheader', { name })).toBeVisible()
}

async function addCase(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add case' }).first().click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Add case' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`^${name}`) })).toBeVisible()
}

test('firms are listed with what is known of them, compared, and tied to what they said', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Looms and dyeworks')
  const looms = await study.bring('M01 Looms', said)
  const credit = await study.code('Credit')
  await study.put(looms, 'on credit', credit)
  await study.put(looms, 'And then?', credit)
  await page.goto(study.at('cases'))

  await test.step('a project begins without any, and makes them by hand', async () => {
    await expect(page.getByRole('heading', { name: 'No cases yet' })).toBeVisible()
    for (const name of ['Ines', 'Brook Dyeworks', 'Calder Print']) await addCase(page, name)
  })

  await test.step('variables become columns', async () => {
    await page.getByRole('button', { name: 'Variables' }).click()
    await variable(page, 'Sector', 'one', { Options: '1 = Textiles\n2 = Print' })
    await variable(page, 'Employees', 'integer', { 'Counts as missing': 'refused' })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('columnheader', { name: 'Employees' })).toBeVisible()
  })

  await test.step('a cell is written over from the keyboard, and taken back', async () => {
    await cell(page, 'Brook', 5).click()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Employees' }).fill('1,204')
    await page.keyboard.press('Enter')
    await expect(cell(page, 'Brook', 5)).toHaveText('1,204')
    await page.keyboard.press('Control+z')
    await expect(cell(page, 'Brook', 5)).toHaveText('')
  })

  await test.step('an option is chosen by its label', async () => {
    await cell(page, 'Calder', 4).dblclick()
    await page.getByRole('combobox', { name: 'Sector' }).selectOption('Print')
    await expect(cell(page, 'Calder', 4)).toHaveText('Print')
  })

  await test.step('a block from a spreadsheet is pasted as one, and undone as one', async () => {
    await cell(page, 'Brook', 4).click()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Textiles\t31\nTextiles\trefused\n')
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    })
    await expect(cell(page, 'Brook', 5)).toHaveText('31')
    await expect(cell(page, 'Calder', 4)).toHaveText('Textiles')
    await expect(cell(page, 'Calder', 5)).toHaveText('refused')
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect(cell(page, 'Brook', 5)).toHaveText('')
    await expect(cell(page, 'Calder', 4)).toHaveText('Print')
  })

  await test.step('what is no number is refused in words, and the cell is as it was', async () => {
    await cell(page, 'Brook', 5).click()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Employees' }).fill('plenty')
    await page.keyboard.press('Enter')
    await expect(page.getByText('“plenty” is no whole number')).toBeVisible()
    await expect(cell(page, 'Brook', 5)).toHaveText('')
  })

  await test.step('the sheet is narrowed by a value, and says of how many', async () => {
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByRole('combobox', { name: 'Value' }).selectOption('Print')
    await page.getByRole('button', { name: 'Show these' }).click()
    await expect(page.getByText('1 of 3 cases')).toBeVisible()
    await expect(page.getByRole('row', { name: /^Brook/ })).toHaveCount(0)
    await page.getByRole('button', { name: /Sector: Print/ }).click()
    await expect(page.getByRole('row', { name: /^Brook/ })).toBeVisible()
  })

  await test.step('a speaker of the same name is suggested, tied by hand, and stands on the page of the case', async () => {
    await page.getByText('1 suggested tie').click()
    await page.getByRole('button', { name: 'Tie', exact: true }).click()
    await expect(page.getByText('1 suggested tie')).toHaveCount(0)
    await page.getByRole('link', { name: 'Open “Ines”' }).click()
    await expect(page.getByRole('heading', { name: 'Ines', level: 1 })).toBeVisible()
    await expect(page.getByRole('row', { name: /Ines, in M01 Looms/ })).toContainText('2')
  })

  await test.step('a table makes and changes cases by a key, and says before what it would change', async () => {
    await page.goto(study.at('cases'))
    await page.getByRole('button', { name: 'Import a table…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import cases from a table' })
    const csv =
      'no,name,Employees,mail\nA1,Pendle Castings,31,a@example.org\nA2,Wyre Seals,plenty,b@example.org\nA3,Lune Foods,12,c@example.org\n'
    await dialog
      .getByLabel(/^Table with a row/)
      .setInputFiles({ name: 'firms.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await dialog.getByLabel('Cases are known by').selectOption('no')
    await expect(dialog.getByText('2 cases new, 0 changed, 0 unchanged, 1 refused')).toBeVisible()
    await expect(dialog.getByText(/Row 3: .*“plenty”/)).toBeVisible()
    await expect(dialog.getByText('Left out: looks like personal data')).toBeVisible()
    await dialog.getByRole('button', { name: 'Import 2 cases' }).click()
    await expect(cell(page, 'Pendle', 5)).toHaveText('31')
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect(page.getByRole('row', { name: /^Pendle/ })).toHaveCount(0)
    await page.getByRole('link', { name: 'Open “Ines”' }).click()
  })

  await test.step('who speaks in a new file is tied to a case before it is added', async () => {
    await page.goto(study.at('sources/add'))
    const buffer = Buffer.from(said.replaceAll('Ines', 'I.'))
    await page.getByLabel('Files to add').setInputFiles({ name: 'M02 Looms.txt', mimeType: 'text/plain', buffer })
    await page.getByRole('combobox', { name: 'Case of I.' }).fill('Ines')
    await page.getByRole('button', { name: 'Add 1 now' }).click()
    await expect(page.getByText('1 source added to Interviews.')).toBeVisible()
    await page.goto(study.at('cases'))
    await page.getByRole('link', { name: 'Open “Ines”' }).click()
    await expect(page.getByRole('row', { name: /I\., in M02 Looms/ })).toBeVisible()
  })

  await test.step('a value is written there too, and the sheet is clean in both themes', async () => {
    await page.getByRole('textbox', { name: 'Employees' }).fill('3')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Cases' }).last().click()
    await expect(cell(page, 'Ines', 5)).toHaveText('3')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await axeFinds(page)).toEqual([])
    }
  })

  await test.step('an option is renamed in every case that has it', async () => {
    await page.getByRole('button', { name: 'Variables' }).click()
    await page.getByRole('button', { name: 'Change “Sector”' }).click()
    await page.getByRole('textbox', { name: /^Options/ }).fill('1 = Textiles\nPrinting')
    await expect(page.getByText('“2” becomes “Printing” in every case that has it.')).toBeVisible()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('dialog', { name: 'Change “Sector”' })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(cell(page, 'Calder', 4)).toHaveText('Printing')
  })

  await test.step('a column is hidden, and the file has those that are shown', async () => {
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Kind' }).click()
    await expect(page.getByRole('columnheader', { name: 'Kind' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Download' }).click()
    const file = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Download as CSV' }).click()
    expect(readFileSync(await (await file).path(), 'utf8')).toContain('Name,Key,Sector,Employees\r\n')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitem', { name: 'Show all' }).click()
    await expect(page.getByRole('columnheader', { name: 'Kind' })).toBeVisible()
  })

  await test.step('its words are searched and its excerpts read, and so are those of all firms like it', async () => {
    await page.getByRole('row', { name: /^Ines/ }).getByRole('link', { name: 'Open “Ines”' }).click()
    const timeline = page.getByRole('region', { name: 'Timeline' })
    await expect(timeline).toContainText('Tied to Ines, in M01 Looms')
    await expect(timeline).toContainText('Changed: Employees nothing 3')
    await expect(timeline).toContainText('1 coding on its words: Credit')
    await page.getByRole('link', { name: 'Excerpts of this case' }).click()
    await expect(page.getByText('1 passage from 1 of 2 sources')).toBeVisible()
    await expect(page.getByText('And then?')).toHaveCount(0)
    await page.getByRole('button', { name: 'Remove Ines' }).click()
    await expect(page.getByText('2 passages from 1 of 2 sources')).toBeVisible()
    await page.goto(study.at('search?q=loom OR second OR "and then"'))
    await page.getByRole('button', { name: 'Choose a case' }).click()
    await page.getByRole('combobox', { name: 'Find a case' }).fill('ine')
    await expect(page.getByRole('option', { name: /Ines/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Narrowed down to' })).toContainText('Case Ines')
    await expect(page.getByText('4 turns in 2 of 2 sources')).toBeVisible()
    await page.getByRole('button', { name: 'Add a condition' }).click()
    await page.getByRole('combobox', { name: 'Variable', exact: true }).selectOption('Employees')
    await page.getByRole('combobox', { name: 'How it compares' }).selectOption('more than')
    await page.getByRole('textbox', { name: 'Value' }).fill('3')
    await page.getByRole('button', { name: 'Show these' }).click()
    await expect(page.getByText('0 turns in 0 of 2 sources')).toBeVisible()
    await page.goBack()
    await expect(page.getByText('4 turns in 2 of 2 sources')).toBeVisible()
    await page.goto(study.at(`sources?where=${encodeURIComponent('Employees>3')}`))
    await expect(page.getByText('No source belongs to such a case')).toBeVisible()
    await page.getByRole('button', { name: 'Remove Employees: more than 3' }).click()
    await expect(page.getByTitle('M01 Looms (M01 Looms.txt)')).toBeVisible()
  })
})
