import { readFileSync } from 'node:fs'
import { axeFinds } from './axe'
import { Study } from './study'
import { expect, test } from './test'

const helen = `Helen: The bank said no. Banks always do, and the mill stood still.
AO: Which bank was it?
Helen: The bank in Nelson.
`
const colin = `Colin: We had two banks and a mill.
AO: And then?
Colin: We sold the mill.
`

test('one sees which words are said most, when nothing new comes, and where codes stand', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Pictures')
  const first = await study.bring('M07 Whinfield Seals', helen)
  const second = await study.bring('D09 Fylde Marine', colin)
  const [banks, mills] = [await study.code('Banks'), await study.code('Mills')]
  await study.put(first, 'The bank said no', banks)
  await study.put(first, 'the mill stood still', mills)
  await study.put(second, 'two banks', banks)

  await test.step('words are counted with their forms, without those of the moderator and the stop list', async () => {
    await page.goto(study.at('pictures/words'))
    const table = page.getByRole('region', { name: 'Words and how often they are said', exact: true })
    const row = (word: string) =>
      table.getByRole('row').filter({ has: page.getByRole('link', { name: word, exact: true }) })
    await expect(row('mill')).toContainText('3')
    await expect(row('bank')).toContainText('bank and banks')
    expect(await axeFinds(page)).toEqual([])
    await page.getByRole('button', { name: 'Stop list', exact: true }).click()
    const list = page.getByRole('textbox', { name: 'Words that are left out' })
    await list.fill(`${await list.inputValue()} mill`)
    await page.getByRole('button', { name: 'Save', exact: true }).last().click()
    await expect(row('mill')).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect(row('mill')).toHaveCount(1)
    await row('bank').getByRole('link').click()
    await expect(page.getByLabel('Search the text')).toHaveValue('bank')
  })

  await test.step('the second source brings no new code', async () => {
    await page.goto(study.at('pictures/saturation'))
    const table = page.getByRole('region', { name: 'New codes of each source', exact: true })
    await expect(table.getByRole('row').filter({ hasText: 'M07' })).toContainText('Banks, Mills')
    await expect(table.getByRole('row').filter({ hasText: 'D09' })).toContainText('–')
    expect(await axeFinds(page)).toEqual([])
    await page.getByRole('button', { name: 'Save the picture: New codes with each source', exact: true }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: /SVG/ }).click()
    expect(readFileSync(await (await saved).path(), 'utf8')).toContain('in the order in which they were first coded')
  })

  await test.step('a bar of the portrait opens the text at its place, by the keyboard', async () => {
    await page.goto(study.at('sources'))
    await page.getByRole('button', { name: 'What to do with M07 Whinfield Seals', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Portrait: its codings along the text', exact: true }).click()
    const bar = page.getByRole('link', { name: /^Mills, at / })
    await expect(bar).toBeVisible()
    expect(await axeFinds(page)).toEqual([])
    await bar.focus()
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('article').getByRole('button', { name: /^Mills, coded by/, pressed: true }),
    ).toBeVisible()
  })
})
