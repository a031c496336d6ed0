import { Study } from './study'
import { expect, test } from './test'

const first = 'Jo: The bank said no to us.\n\nAmira: And then?\n\nJo: We asked another bank.'

test('a search is kept, tells what is new, and narrows passages and tables', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Kept searches')
  const source = await study.bring('Jo', first)
  const code = await study.code('Refused')
  await study.put(source, 'The bank said no', code)
  await study.put(source, 'And then?', code)

  await page.goto(study.at('search?q=bank'))
  await page.getByRole('button', { name: 'Save search' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Banks')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved the search “Banks”')).toBeVisible()
  await expect(page.locator('.qbox').getByText('Banks', { exact: true })).toBeVisible()

  await study.bring('Noor', 'Noor: The bank rang twice.\n\nAmira: Who rang?')
  await page.goto(study.at('search'))
  const saved = page.getByRole('region', { name: 'Saved searches' })
  await expect(saved.getByRole('listitem')).toContainText('3 turns')
  await expect(saved.getByText('1 new', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: '1 saved search has new hits' })).toBeVisible()
  await saved.getByRole('link', { name: 'Banks', exact: true }).click()
  await expect(page.getByText('3 turns', { exact: true })).toBeVisible()
  await page.goto(study.at('search'))
  await expect(saved.getByRole('listitem')).toContainText('3 turns')
  await expect(saved.getByText('1 new', { exact: true })).toBeHidden()

  await page.goto(study.at('excerpts'))
  await expect(page.getByText('And then?')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Banks', exact: true }).check()
  await expect(page.getByText('And then?')).toBeHidden()
  await expect(page.getByText('The bank said no', { exact: true })).toBeVisible()

  await page.goto(study.at('crossref?columns=searches&count=passages'))
  await expect(page.getByRole('columnheader', { name: /Banks/ })).toBeVisible()

  await page.goto(study.at('pictures/words?least=1'))
  const row = (word: string) =>
    page.getByRole('row').filter({ has: page.getByRole('link', { name: word, exact: true }) })
  await expect(row('rang')).toContainText('2')
  await page.getByRole('button', { name: 'Narrow', exact: true }).click()
  const narrow = page.getByRole('dialog', { name: 'Narrow', exact: true })
  await narrow.getByRole('checkbox', { name: 'Banks', exact: true }).check()
  await narrow.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(row('rang')).toContainText('1')
  await expect(page.getByText('Narrowed to Found by: Banks.')).toBeVisible()
  await page.goto(page.url().replace('pictures/words', 'pictures/saturation'))
  await expect(page.getByText('Narrowed to Found by: Banks.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove Banks', exact: true }).click()
  await expect(page.getByText('Narrowed to Found by: Banks.')).toBeHidden()

  await page.goto(study.at('search'))
  await page.getByRole('button', { name: 'Delete “Banks”' }).click()
  await expect(saved).toBeHidden()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(saved.getByRole('link', { name: 'Banks', exact: true })).toBeVisible()
})
