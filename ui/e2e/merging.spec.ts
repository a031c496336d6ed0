import { axeFinds } from './axe'
import { Study } from './study'
import { expect, type Page, test } from './test'

const talk = `
Ines: We had the first loom on credit and the second one out of what the first one earned.

Ines: My sister kept the books, and she kept them in her head until the bank asked.
`

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Merge a copy', exact: true })
const plan = (page: Page) => dialog(page).getByRole('region', { name: 'What would come of it', exact: true })

/** Has a copy read, from the settings of the project. */
async function bring(page: Page, study: Study, name: string, buffer: Buffer) {
  await page.goto(study.at('settings'))
  await page.getByRole('button', { name: 'Merge a copy…', exact: true }).click()
  await dialog(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer })
  await expect(plan(page)).toBeVisible()
}

test('two copies of a project that went apart come together, once, and are taken apart again', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Looms')
  const source = await study.bring('Ines, looms', talk)
  const credit = await study.code('Credit')
  await study.put(source, 'the first loom on credit', credit)
  const copy = await study.copied('Looms elsewhere')
  await copy.put(source, 'until the bank asked', credit)
  await copy.put(source, 'My sister kept the books', await copy.code('Books'))
  await copy.rename(credit, 'Debt')
  await study.put(source, 'the second one', credit)
  const went = await copy.archived()

  await bring(page, study, 'Looms.zip', went)
  expect(await axeFinds(page)).toEqual([])
  await expect(plan(page).getByRole('row', { name: /^Codings/ })).toHaveText('Codings210')
  await expect(plan(page).getByRole('row', { name: /^Codes/ })).toHaveText('Codes110')
  const name = plan(page).getByRole('group', { name: 'Credit: Name', exact: true })
  await expect(name.getByRole('radio', { name: /^As it is here/ })).toBeChecked()
  await name.getByRole('radio', { name: /^As it is in the copy/ }).check()
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect.poll(() => study.codings(source)).toBe(4)
  expect(Object.keys(await study.codes()).sort()).toEqual(['Books', 'Debt'])

  await test.step('merged again, nothing comes twice', async () => {
    await bring(page, study, 'Looms.zip', went)
    await expect(plan(page)).toContainText('Nothing in this copy that isn’t here.')
    await expect(dialog(page).getByRole('button', { name: 'Merge', exact: true })).toBeDisabled()
    await page.keyboard.press('Escape')
  })

  await test.step('it is in the journal, and is taken back as one', async () => {
    await page.goto(study.at('journal'))
    await expect(page.getByText('merged a copy of the project, with 2 codings').first()).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect.poll(() => study.codings(source)).toBe(2)
    expect(Object.keys(await study.codes())).toEqual(['Credit'])
  })
})

test('a broken copy is refused in words, and changes nothing', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Broken')
  await page.goto(study.at('settings'))
  await page.getByRole('button', { name: 'Merge a copy…', exact: true }).click()
  const buffer = (await study.archived()).fill(0, 900, 1400)
  await dialog(page).locator('input[type=file]').setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer })
  await expect(dialog(page).getByRole('alert')).toContainText('Nothing was saved.')
  await expect(dialog(page).getByRole('button', { name: 'Merge', exact: true })).toBeDisabled()
})
