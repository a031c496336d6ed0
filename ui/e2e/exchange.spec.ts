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
