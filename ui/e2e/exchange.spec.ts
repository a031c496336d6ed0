import { readFileSync } from 'node:fs'
import { axeFinds } from './axe'
import { Study } from './study'
import { expect, type Page, test } from './test'

const box = (page: Page) => page.getByRole('dialog', { name: 'New project from a file', exact: true })

/** Takes the project along from its settings. */
async function taken(page: Page, link: RegExp): Promise<Buffer> {
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  return readFileSync(await (await file).path())
}

/** Makes a project of a file, from the page of projects. */
async function bring(page: Page, name: string, buffer: Buffer) {
  await page.goto('/')
  await page.getByRole('button', { name: 'New project from a file', exact: true }).click()
  await box(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer })
  await expect(box(page).getByRole('region', { name: 'What becomes of the file', exact: true })).toBeVisible()
}

test('a file that takes long says so, can be stopped, and tells why it did not come', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Taking long')
  const stopped = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/archive'))
  await page.route('**/archive', () => {}) // it is never answered
  await page.goto(study.at('settings'))
  const archive = page.getByRole('link', { name: /\.zip/ })
  const asked = page.waitForRequest('**/archive')
  await archive.click()
  await asked
  await expect(page.getByRole('status').filter({ hasText: 'The file is being made…' })).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: /saved/i })).toHaveText('Saved') // nothing is being changed
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await stopped
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0)

  await page.unroute('**/archive')
  await page.route('**/archive', (route) => route.fulfill({ status: 403, json: { detail: 'Only leads may do that.' } }))
  await archive.click()
  await expect(page.getByRole('alert')).toContainText('Only leads may do that.')
  await page.unroute('**/archive')
  const file = page.waitForEvent('download')
  await page.getByRole('alert').getByRole('button', { name: 'Try again', exact: true }).click()
  expect((await file).suggestedFilename()).toBe('Taking long archive.zip')
})

test('a project goes to another program and to another Selvedge, and comes back', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Out and in')
  await study.code('Growth')
  await page.goto(study.at('settings'))
  await expect(page.getByRole('heading', { name: 'Export', exact: true })).toBeVisible()
  const exchanged = await taken(page, /\.qdpx/)
  const archive = await taken(page, /\.zip/)

  await bring(page, 'Out and in.qdpx', exchanged)
  expect(await axeFinds(page)).toEqual([])
  await expect(box(page)).toContainText('written by Selvedge')
  await box(page).getByRole('button', { name: 'Make the project', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Out and in', exact: true })).toBeVisible()

  await bring(page, 'Out and in.zip', archive)
  await expect(box(page)).toContainText('It comes as a copy beside it.')
  await box(page).getByRole('button', { name: 'Make the project', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Out and in', exact: true })).toBeVisible()
})

test('a file that is no project is refused in words, and nothing is made', async ({ visit }) => {
  const page = await visit('lead')
  await page.goto('/')
  await page.getByRole('button', { name: 'New project from a file', exact: true }).click()
  await box(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.qdpx', mimeType: 'application/zip', buffer: Buffer.from('no archive') })
  await expect(box(page).getByRole('alert')).toContainText('no project of REFI-QDA')
  await expect(box(page).getByRole('button', { name: 'Make the project', exact: true })).toBeDisabled()
})
