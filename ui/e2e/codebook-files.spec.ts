import { readFileSync } from 'node:fs'
import { axeFinds } from './axe'
import { Study } from './study'
import { expect, type Page, test } from './test'

const tree = (page: Page) => page.getByRole('tree', { name: 'Codebook' })
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name, exact: true })
const box = (page: Page) => page.getByRole('dialog', { name: 'Import a table of codes', exact: true })

async function menu(page: Page, item: string) {
  await page.getByRole('button', { name: 'Codebook menu', exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

async function give(page: Page, text: string) {
  const buffer = Buffer.from(text)
  await box(page)
    .getByLabel('Table with a row for each code')
    .setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer })
}

test('a codebook goes out as a table, is changed there, and comes back', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Codes in a table')
  for (const code of ['Growth', 'Trust']) await study.code(code)
  await page.goto(study.at('codes'))
  await expect(row(page, 'Trust')).toBeVisible()

  const file = page.waitForEvent('download')
  await menu(page, 'Download as CSV')
  const table = readFileSync(await (await file).path(), 'utf8')
  expect(table.split('\r\n')[0]).toContain('ID,Code 1,Colour,Definition')

  await menu(page, 'Import a table of codes…')
  await give(page, table)
  await expect(box(page)).toContainText('0 codes new, 0 changed, 2 the same, 0 not in the file (they stay)')
  await expect(box(page).getByRole('button', { name: 'Import 0 codes', exact: true })).toBeDisabled()

  const lines = table.trimEnd().split('\r\n')
  const empty = (lines[0] ?? '').split(',').map(() => '')
  const changed = lines
    .map((line) => line.replace(',Trust,', ',Trust between owners,'))
    .concat(empty.with(1, 'Time').join(','))
  await give(page, `${changed.join('\r\n')}\r\n`)
  await expect(box(page)).toContainText('1 code new, 1 changed, 1 the same')
  await expect(box(page).getByRole('listitem').filter({ hasText: 'Renamed' })).toContainText('between owners')
  expect(await axeFinds(page)).toEqual([])
  await box(page).getByRole('button', { name: 'Import 2 codes', exact: true }).click()
  await expect(row(page, 'Trust between owners')).toBeVisible()
  await expect(row(page, 'Time')).toBeVisible()

  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(row(page, 'Trust')).toBeVisible()
  await expect(row(page, 'Time')).toBeHidden()
})

test('a table without codes is refused in words', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Codes that are none')
  await page.goto(study.at('codes'))
  await expect(page.getByRole('heading', { name: 'Codes', exact: true })).toBeVisible()
  await menu(page, 'Import a table of codes…')
  await give(page, 'Weight\n3\n')
  await expect(box(page).getByRole('alert')).toContainText('No column is called as the names of codes are')
})
