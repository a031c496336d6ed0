import { Study } from './study'
import { expect, test } from './test'

const words = ['The bank asked for it.', 'My cousin lent us the money.', 'We sold the old looms.']

/** A study in which a definition changed after three passages had been coded. */
async function begun(request: Parameters<typeof Study.begin>[0], name: string) {
  const study = await Study.begin(request, name)
  const source = await study.bring('Dawn', words.map((said) => `Dawn: ${said}`).join('\n\n'))
  const finance = await study.code('Finance')
  await study.code('Family')
  await study.describe(finance, 'Money from banks.')
  for (const said of words) await study.put(source, said, finance)
  const between = new Date()
  await study.describe(finance, 'Money from banks and funds.')
  return { study, source, finance, between }
}

/** A moment as the field for one has it, in the zone of the browser. */
const local = (at: Date) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 23)

test('what a definition said and says is told with its words marked, and can be restored', async ({ visit }) => {
  const page = await visit('lead')
  const { study, finance, between } = await begun(page.request, 'What it said then')
  await study.rename(finance, 'Financing')
  await page.goto(study.at('codes'))
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('heading', { name: 'History of the codebook' })).toBeVisible()
  const told = page.getByRole('region', { name: 'Financing' })
  await expect(told.getByText('Added')).toBeVisible()

  await test.step('from a moment in between, only what changed since is told', async () => {
    await page.goto(study.at(`codes/history?from=${local(between)}`))
    await expect(page.getByText('2 differences', { exact: true })).toBeVisible()
    await expect(told.locator('del')).toHaveText(['Finance', 'banks.'])
    await expect(told.locator('ins')).toHaveText(['Financing', 'banks and funds.'])
    await expect(told.getByText(/^You, today/)).toHaveCount(2)
  })

  await test.step('what stood there is restored, and that is undone', async () => {
    await told.getByRole('button', { name: 'Restore what stood at “Financing”' }).nth(1).click()
    await expect(page.getByText('1 difference', { exact: true })).toBeVisible()
    expect(await study.definition(finance)).toBe('Money from banks.')
    await page.keyboard.press('Control+z')
    await expect(page.getByText('2 differences', { exact: true })).toBeVisible()
  })

  await test.step('a whole action is taken back', async () => {
    await told.getByRole('button', { name: 'Undo the whole action' }).first().click()
    await expect(page.getByRole('region', { name: 'Finance', exact: true })).toBeVisible()
    await expect(page.getByText('1 difference', { exact: true })).toBeVisible()
  })

  await test.step('between two equal moments there is no difference', async () => {
    await page.getByLabel('From').fill(local(new Date(Date.now() + 3_600_000)).slice(0, 16))
    await expect(page.getByText('The codebook is the same at both moments.')).toBeVisible()
    await page.getByRole('button', { name: 'Since the beginning' }).click()
    await expect(page.getByText('Added')).toHaveCount(2)
  })
})

test('codings from before a definition changed are kept, recoded and removed with the keyboard', async ({ visit }) => {
  const page = await visit('lead')
  const { study, source, finance } = await begun(page.request, 'Looking again')
  await page.goto(study.at('codes'))
  await page.getByRole('link', { name: 'Second look: 3 codings' }).click()
  const list = page.getByRole('grid', { name: 'Codings of “Finance” from before' })
  await expect(list.getByRole('row')).toHaveCount(3)
  const now = page.getByRole('region', { name: 'Now' })
  await expect(page.getByRole('region', { name: 'When it was coded' })).toContainText('Money from banks.')
  await expect(now.locator('ins')).toHaveText('banks and funds.')

  await test.step('K keeps the lit one', async () => {
    await list.getByRole('row').first().focus()
    await page.keyboard.press('k')
    await expect(list.getByRole('row')).toHaveCount(2)
    await expect(list.getByRole('row').first()).toBeFocused()
  })

  await test.step('R gives it another code', async () => {
    await page.keyboard.press('r')
    await page.getByRole('dialog').getByRole('button', { name: 'Recode 1 coding' }).click()
    await expect(list.getByRole('row')).toHaveCount(1)
  })

  await test.step('U removes it, and undo brings it back to be looked at', async () => {
    await list.getByRole('row').first().focus()
    await page.keyboard.press('u')
    await expect(page.getByText('No coding waits for a second look.')).toBeVisible()
    await expect.poll(() => study.codings(source)).toBe(2)
    await page.getByText('Removed 1 coding').locator('..').getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(list.getByRole('row')).toHaveCount(1)
  })

  await test.step('all that are ticked are kept as one action', async () => {
    await study.describe(finance, 'Money from anyone.')
    await expect(list.getByRole('row')).toHaveCount(2)
    await list.getByRole('row').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('k')
    await expect(page.getByText('No coding waits for a second look.')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(list.getByRole('row')).toHaveCount(2)
  })
})

test('a set of codes is made, used, renamed and deleted', async ({ visit }) => {
  const page = await visit('lead')
  const { study } = await begun(page.request, 'Handfuls')
  await page.goto(study.at('codes/sets'))
  await page.getByRole('button', { name: 'New set' }).click()
  const box = page.getByRole('dialog', { name: 'New code set' })
  await box.getByLabel('Name').fill('Where it comes from')
  await box.getByRole('checkbox', { name: 'Finance' }).check()
  await box.getByRole('checkbox', { name: 'Family' }).check()
  await box.getByRole('button', { name: 'Keep 2 codes' }).click()
  const set = page.getByRole('region', { name: 'Where it comes from' })
  await expect(set.getByRole('listitem')).toHaveCount(2)

  await page.getByRole('button', { name: 'Change the set “Where it comes from”' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Sources of money')
  const sets = `/api/projects/${study.id}/code-sets`
  const [{ id }] = (await (await page.request.get(sets)).json()).items
  await page.request.patch(`${sets}/${id}`, { data: { name: 'Theirs' } })
  await page.getByRole('dialog').getByRole('button', { name: 'Keep 2 codes' }).click()
  const both = page.getByRole('dialog', { name: 'Two versions of the code set “Where it comes from”' })
  await both.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue('Sources of money')
  await page.getByRole('dialog').getByRole('button', { name: 'Keep 2 codes' }).click()
  await both.getByRole('button', { name: 'Save this choice' }).click()
  await page.getByRole('link', { name: 'Show the passages of “Sources of money”' }).click()
  await expect(page.getByRole('treegrid').getByText(words[0] ?? '')).toBeVisible()

  await page.goBack()
  await page.getByRole('button', { name: 'Delete the set “Sources of money”' }).click()
  await expect(page.getByText('There are no code sets yet.')).toBeVisible()
  await page
    .getByText('Deleted the set “Sources of money”')
    .locator('..')
    .getByRole('button', { name: 'Undo', exact: true })
    .click()
  await expect(page.getByRole('region', { name: 'Sources of money' })).toBeVisible()
})
