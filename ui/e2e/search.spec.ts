import { readFileSync } from 'node:fs'
import { axeFinds } from './axe'
import { Study } from './study'
import { expect, type Page, test } from './test'

const helen = `Helen: Oh, the bank. It was a long way from the mill.
AO: And then the bank said no?
Helen: The bank said come back with three years of accounts.
`
const colin = `Colin: We had two banks, and a loan from neither.
AO: And then?
Colin: I told them that my bank grew with us.
`

const results = (page: Page) => page.getByRole('region', { name: 'Results' })
const rows = (page: Page) => results(page).getByRole('article')

async function ask(page: Page, query: string) {
  await page.getByLabel('Search the text').fill(query)
  await page.keyboard.press('Enter')
}

test('words are lined up in a concordance, ordered by their neighbours and taken away', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Banks')
  const first = await study.bring('M07 Whinfield Seals', helen)
  await study.bring('D09 Fylde Marine', colin)
  const code = await study.code('Banks and finance')
  await study.put(first, 'said come back', code)
  await page.goto(study.at('search'))
  await ask(page, 'bank')

  await test.step('each place is a line', async () => {
    await results(page).getByRole('button', { name: 'Concordance', exact: true }).click()
    await expect(rows(page)).toHaveCount(5)
    await expect(rows(page).first()).toContainText('Oh, the bank. It was a long way')
    await expect(results(page).getByRole('status')).toHaveText('5 turns in 2 of 2 sources, 5 places')
    await expect(rows(page).filter({ hasText: 'come back' }).getByText('Banks and finance')).toBeAttached()
  })

  await test.step('lines are ordered by the word to the right', async () => {
    await results(page).getByLabel('Order').selectOption('right1')
    await expect(rows(page).first()).toContainText('two banks, and a loan')
    await expect(rows(page).nth(1)).toContainText('my bank grew with us')
    await expect(page).toHaveURL(/as=lines&sort=right1|sort=right1.*as=lines/)
  })

  await test.step('the keys go from line to line, and a line opens its words', async () => {
    await page.getByLabel('Search the text').press('ArrowDown')
    await page.keyboard.press('End')
    await expect(rows(page).last()).toHaveAttribute('aria-current', 'true')
    await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('come back with three years')
    expect(await axeFinds(page)).toEqual([])
  })

  await test.step('it is taken away as a file', async () => {
    await results(page).getByRole('button', { name: 'Download' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Download as CSV' }).click(),
    ])
    expect(readFileSync(await file.path(), 'utf8').split('\r\n')[1]).toContain(
      'Colin,1,We had two,banks,", and a loan from neither."',
    )
  })
})

test('turns are gathered under heads that fold, and those without codes are counted', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Banks in groups')
  const first = await study.bring('M07 Whinfield Seals', helen)
  await study.bring('D09 Fylde Marine', colin)
  const code = await study.code('Banks and finance')
  await study.put(first, 'said come back', code)
  await page.goto(study.at('search'))
  await ask(page, 'bank')

  await test.step('turns on which nothing is coded yet are counted and found', async () => {
    const nothing = page.getByRole('checkbox', { name: 'Nothing yet 4' })
    await nothing.check()
    await expect(results(page).getByRole('status')).toContainText('4 turns')
    await nothing.uncheck()
    await expect(rows(page)).toHaveCount(5)
  })

  await test.step('each source is a group, with how many of its turns were found', async () => {
    await results(page).getByLabel('Group', { exact: true }).selectOption('By source')
    await expect(results(page).getByRole('button', { name: 'M07 Whinfield Seals 3 of 3 turns' })).toBeVisible()
    await expect(results(page).getByRole('button', { name: 'D09 Fylde Marine 2 of 3 turns' })).toBeVisible()
    await expect(rows(page)).toHaveCount(5)
  })

  await test.step('a group folds from the keyboard', async () => {
    await page.getByLabel('Search the text').press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(results(page).getByRole('button', { name: /^D09 Fylde Marine/ })).toHaveAttribute(
      'aria-expanded',
      'false',
    )
    await expect(rows(page)).toHaveCount(3)
    expect(await axeFinds(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(rows(page)).toHaveCount(5)
  })
})

test('what was found is coded at once, without what was left out, and taken back', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Banks to code')
  const first = await study.bring('M07 Whinfield Seals', helen)
  const second = await study.bring('D09 Fylde Marine', colin)
  const code = await study.code('Banks and finance')
  await study.put(first, 'Oh, the bank.', code)
  await page.goto(study.at('search'))
  await ask(page, 'bank')
  const dialog = page.getByRole('dialog', { name: 'Code what was found' })

  await test.step('a turn is left out, and the others are shown with what is coded so already', async () => {
    await rows(page).filter({ hasText: 'said no' }).getByLabel('Include in “Code all”').uncheck()
    await results(page).getByRole('button', { name: 'Code 4…', exact: true }).click()
    await dialog.getByRole('combobox').fill('Banks')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('3 of 4 chosen')).toBeVisible()
    await expect(dialog.getByText('coded so already', { exact: true })).toBeVisible()
    expect(await axeFinds(page)).toEqual([])
  })

  await test.step('one of them is left out too, and the rest are coded in one go', async () => {
    await dialog.getByRole('checkbox', { name: /I told them/ }).uncheck()
    await dialog.getByRole('button', { name: 'Code 2 passages' }).click()
    await expect(dialog).toHaveCount(0)
    await expect.poll(() => study.coded(first)).toHaveLength(2)
    await expect.poll(() => study.coded(second)).toHaveLength(1)
  })

  await test.step('which is taken back at once', async () => {
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => study.coded(second)).toHaveLength(0)
    await expect.poll(() => study.coded(first)).toHaveLength(1)
  })
})

test('a query is shown in its parts, each of which can be taken out', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Banks in parts')
  const first = await study.bring('M07 Whinfield Seals', helen)
  await study.put(first, 'said come back', await study.code('Banks and finance'))
  await study.put(first, 'three years', await study.code('Barriers'))
  await page.goto(study.at('search'))
  await ask(page, 'bank speaker:-ao sameturn(code:barriers code:"Banks and finance")')
  const parts = page.getByRole('list', { name: 'The query in parts' }).getByRole('listitem')
  await expect(parts).toHaveText([
    'and its forms bank',
    'Speaker not ao',
    'Passages coded barriers in one turn with some coded Banks and finance',
  ])
  await expect(rows(page)).toHaveCount(1)
  await parts
    .nth(2)
    .getByRole('button', { name: /^Remove/ })
    .click()
  await expect(page.getByLabel('Search the text')).toHaveValue('bank speaker:-ao')
  await expect(rows(page)).toHaveCount(2)
  expect(await axeFinds(page)).toEqual([])
})

test('what else the words find stands above the turns, each with the way to its place', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Banks in one box')
  await study.bring('M07 Whinfield Bank', helen)
  await study.code('Banks and finance')
  await study.note('What a bank is for: they lend, **or** they don’t.')
  await page.goto(study.at('search'))
  await ask(page, 'banks code:finance OR banks')
  const told = page.getByText('Also found: 1 code, 1 memo and 1 source', { exact: true })
  const line = told.and(page.locator('summary'))
  const called = (name: string) => page.getByRole('link', { name, exact: true })

  await test.step('a line says how much there is, and unfolds from the keyboard', async () => {
    await expect(line).toBeVisible()
    await expect(told.and(page.locator('[aria-live]'))).toBeAttached()
    await expect(called('What a bank is for: they lend, or they don’t.')).toBeHidden()
    await line.press('Enter')
    await expect(called('Banks and finance').locator('mark')).toHaveText('Banks')
    await expect(called('M07 Whinfield Bank').first()).toBeVisible()
    expect(await axeFinds(page)).toEqual([])
  })

  await test.step('a memo opens among the memos, a code in the codebook', async () => {
    await called('What a bank is for: they lend, or they don’t.').press('Enter')
    await expect(page).toHaveURL(/memos\?q=/)
    await expect(page.getByRole('article').getByText('What a bank is for')).toBeInViewport()
    await page.goBack()
    await line.click()
    await called('Banks and finance').click()
    await expect(page).toHaveURL(/codes\?code=/)
  })

  await test.step('where nothing else is found, nothing stands there', async () => {
    await page.goto(study.at('search'))
    await ask(page, 'accounts')
    await expect(rows(page)).toHaveCount(1)
    await expect(page.getByText('Also found')).toHaveCount(0)
  })
})

test('a query is put together in menus, from the names of the project', async ({ visit }) => {
  const page = await visit('lead')
  await page.emulateMedia({ reducedMotion: 'reduce' }) // so that no colour is looked at halfway
  const study = await Study.begin(page.request, 'Banks from menus')
  const first = await study.bring('M07 Whinfield Seals', helen)
  await study.bring('D09 Fylde Marine', colin)
  const coding = await study.put(first, 'The bank said come back', await study.code('Banks and finance'))
  await study.caseOf(first, 'Whinfield Seals')
  const [passage] = (await study.passages(first)).filter(({ codings }) => codings.some(({ id }) => id === coding))
  await study.note('Why so late?', passage?.id)
  await study.put(first, 'come back with three years', await study.code('Barriers'))
  await page.goto(study.at('search'))
  const box = page.getByLabel('Search the text')
  const head = page.locator('.q')
  const parts = page.getByRole('list', { name: 'The query in parts' }).getByRole('listitem')
  const menu = page.getByRole('dialog', { name: 'Add a part', exact: true })
  const change = page.getByRole('dialog', { name: 'Change this part', exact: true })
  /** Chooses from the menu what a part is about. */
  const begin = async (button: string, about: string) => {
    await head.getByRole('button', { name: button, exact: true }).click()
    await menu.getByRole('combobox', { name: 'What the part is about' }).fill(about)
    await page.keyboard.press('Enter')
  }

  await test.step('what is being typed is read as a sentence, with the turns it would find', async () => {
    await box.fill('bank speaker:-ao')
    await expect(head.getByRole('status')).toHaveText('reads: bank and its forms, said by not ao: 4 turns')
    await box.fill('bank speaker:')
    await expect(head.getByRole('status')).toBeEmpty()
    await box.fill('bank speaker:(helen, ao)')
    await expect(head.getByRole('status')).toHaveText(/^reads: bank and its forms, said by helen or ao: \d turns$/)
    await box.fill('bank OR loan')
    await expect(head.getByRole('status')).toHaveText('reads: (bank OR loan): 5 turns')
  })

  await test.step('a speaker is chosen with the keys, and put behind what was typed', async () => {
    await begin('and…', 'said by')
    await expect(menu.getByRole('textbox', { name: 'Find a name', exact: true })).toBeFocused()
    await page.keyboard.type('ao')
    await expect(menu.getByRole('checkbox')).toHaveCount(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await axeFinds(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('(bank OR loan) speaker:"AO"')
    await expect(box).toBeFocused()
    await expect(rows(page)).toHaveCount(1)
  })

  await test.step('a part is changed where it stands', async () => {
    await parts.nth(1).getByRole('button', { name: 'Speaker AO', exact: true }).click()
    await expect(change.getByRole('checkbox', { name: 'AO', exact: true })).toBeChecked()
    await change.getByRole('button', { name: 'None of them', exact: true }).click()
    await change.getByRole('button', { name: 'Change', exact: true }).click()
    await expect(box).toHaveValue('(bank OR loan) speaker:-"AO"')
    await expect(rows(page)).toHaveCount(4)
  })

  await test.step('cases are found by typing, and memos by their words', async () => {
    await begin('and…', 'of the case')
    await page.keyboard.type('whin')
    await expect(menu.getByRole('checkbox').first()).toHaveAccessibleName('Whinfield Seals')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('(bank OR loan) speaker:-"AO" case:"Whinfield Seals"')
    await begin('and…', 'memo')
    await page.keyboard.type('why so late')
    expect(await axeFinds(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('(bank OR loan) speaker:-"AO" case:"Whinfield Seals" memo:(why so late)')
    await expect(rows(page)).toHaveCount(1)
    await parts.last().getByRole('button', { name: 'Memo why so late', exact: true }).click()
    await expect(change.getByLabel('Words of the memo')).toHaveValue('why so late')
    await change.getByLabel('Without such a memo').check()
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue(/ memo:-\(why so late\)$/)
    await parts
      .last()
      .getByRole('button', { name: /^Remove/ })
      .click()
    await parts
      .last()
      .getByRole('button', { name: /^Remove/ })
      .click()
    await expect(box).toHaveValue('(bank OR loan) speaker:-"AO"')
    await expect(rows(page)).toHaveCount(4)
  })

  await test.step('words near each other have a form of their own', async () => {
    await parts.first().getByRole('button', { name: '(bank OR loan)', exact: true }).click()
    await change.getByLabel('As it is written').fill('near/5(bank* come)')
    await page.keyboard.press('Enter')
    await expect(parts.first()).toContainText('within 5 words')
    await parts
      .first()
      .getByRole('button', { name: /^within 5 words/ })
      .click()
    await change.getByLabel('At most so many words between them').fill('2')
    await change.getByLabel('In this order').check()
    await change.getByRole('button', { name: 'Change', exact: true }).click()
    await expect(box).toHaveValue('then/2(bank* come) speaker:-"AO"')
    await expect(rows(page)).toHaveCount(1)
  })

  await test.step('passages are asked for by how they lie to others', async () => {
    await box.fill('')
    await box.press('Enter')
    await begin('Add a part', 'overlap')
    await menu.getByRole('group', { name: 'Passages coded' }).getByLabel('Banks and finance', { exact: true }).check()
    await menu.getByRole('group', { name: 'and the others coded' }).getByLabel('Barriers', { exact: true }).check()
    expect(await axeFinds(page)).toEqual([])
    await menu.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(box).toHaveValue('overlaps(code:"Banks and finance" code:"Barriers")')
    await expect(rows(page)).toHaveCount(1)
  })

  await test.step('the turn shows their common part, or both from end to end', async () => {
    const shown = rows(page).first().locator('.m')
    await expect(shown).toHaveText('come back')
    await results(page).getByRole('button', { name: 'Whole passages', exact: true }).click()
    await expect(shown).toHaveText('The bank said come back with three years')
    await expect(page).toHaveURL(/part=whole/)
    await page.reload()
    await expect(shown).toHaveText('The bank said come back with three years')
    expect(await axeFinds(page)).toEqual([])
  })
})
