import { lookAt } from './look'
import { Study } from './study'
import { expect, test } from './test'

const interview = [
  'Amira: How did it go on?',
  'Helen Whinfield: In Nelson it went slowly, and my father Graham sat in the yard.',
  'Amira: And then?',
  'Helen Whinfield: Then Graham left Nelson. We asked Graham in Nelson to come back.',
].join('\n')

test('names are found, looked at and replaced everywhere; then a participant’s words are erased', async ({ visit }) => {
  const [page, hers] = [await visit('lead'), await visit('stranger')]
  const study = await Study.begin(page.request, 'Names')
  await study.join(hers.request, 'Noor')
  const source = await study.bring('Helen Whinfield', interview)
  const code = await study.code('Fathers')
  await study.put(source, 'my father Graham', code)
  await page.goto(study.at('sources'))
  await page.getByRole('link', { name: 'Pseudonyms' }).click()
  const names = page.getByRole('region', { name: 'Names' })
  const suggested = page.getByRole('region', { name: 'Found in the texts' })
  const inTexts = page.getByRole('region', { name: 'In the texts' })

  await test.step('a name is written, another taken from those found', async () => {
    await names.getByLabel('Name', { exact: true }).fill('Helen Whinfield')
    await names.getByLabel('Pseudonym', { exact: true }).fill('Joan')
    await page.keyboard.press('Enter')
    await expect(names.getByRole('rowheader', { name: 'Helen Whinfield' })).toBeVisible()
    await suggested.getByLabel('Pseudonym for Graham').fill('Arthur')
    await page.keyboard.press('Enter')
    await expect(names.getByLabel('Pseudonym for Graham', { exact: true })).toHaveValue('Arthur')
    await expect(suggested.getByLabel('Pseudonym for Graham')).toBeHidden()
  })

  await test.step('every place is shown before, and one is left as it is', async () => {
    await inTexts.getByText('3 names', { exact: true }).click()
    const places = inTexts.getByRole('checkbox')
    await expect(places).toHaveCount(3)
    await lookAt(page, 'pseudonyms')
    await places.nth(1).uncheck()
    await inTexts.getByRole('button', { name: 'Replace 2 names' }).click()
    await expect(page.getByText('Replaced 2 names')).toBeVisible()
    expect(await study.coded(source)).toEqual(['Fathers: my father Arthur'])
    expect(await study.text(source)).toContain('Then Graham left Nelson. We asked Arthur in Nelson')
    await expect(inTexts.getByText('1 name', { exact: true })).toBeVisible()
  })

  await test.step('a researcher sees neither names nor file', async () => {
    await hers.goto(study.at('sources/pseudonyms'))
    await expect(hers.getByText('For leads only')).toBeVisible()
    await hers.goto(study.at('sources'))
    await expect(hers.getByRole('link', { name: /^Joan/ })).toBeVisible()
    await hers.getByRole('button', { name: 'What to do with Joan' }).click()
    await expect(hers.getByRole('menuitem', { name: 'Rename' })).toBeVisible()
    await expect(hers.getByRole('menuitem', { name: /Download/ })).toBeHidden()
    await hers.goto(study.at('journal'))
    await expect(hers.getByText('replaced names in 1 source')).toBeVisible()
    await expect(hers.getByText('Helen')).toBeHidden()
  })

  const dialog = page.getByRole('dialog')
  const erase = dialog.getByRole('button', { name: 'Erase for good' })

  await test.step('the uploaded file alone is asked for before it is erased', async () => {
    await page.goto(study.at('sources'))
    await page.getByRole('button', { name: 'What to do with Joan' }).click()
    await page.getByRole('menuitem', { name: 'Erase the uploaded file…' }).click()
    await expect(erase).toBeEnabled()
    await lookAt(page, 'erase-original')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('what she said is erased, after it was said how much that is', async () => {
    await page.getByRole('button', { name: 'What to do with Joan' }).click()
    await page.getByRole('menuitem', { name: 'Erase a participant’s words…' }).click()
    await expect(dialog.getByRole('checkbox', { name: 'Amira', exact: true })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(
      dialog.getByText('Goes for good: 25 words, 2 turns, 1 passage, 1 coding and 1 file.', { exact: true }),
    ).toBeVisible()
    await expect(erase).toBeDisabled()
    await lookAt(page, 'erase')
    await dialog.getByLabel('Write the title, to be sure').fill('Joan')
    await erase.click()
    await expect(page.getByText('Erased 25 words')).toBeVisible()
    expect(await study.coded(source)).toEqual([])
    expect(await study.text(source)).toBe('How did it go on?\n[erased]\nAnd then?\n[erased]')
    await page.goto(study.at('journal'))
    await expect(page.getByText('erased a participant’s words').first()).toBeVisible()
  })
})
