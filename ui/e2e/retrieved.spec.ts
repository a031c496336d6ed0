import { type Source, Study } from './study'
import { expect, type Page, test } from './test'
import { Transcript } from './transcript'

const looms = [
  'We had the first loom on credit and the second one out of what the first one earned.',
  'Wages came late that year, and nobody left.',
  'The third loom stood idle until the order from Kendal.',
]
const dairy = ['The bank lent against the herd.', 'I paid wages before I paid myself.']
const turns = (said: readonly string[]) => said.map((words) => `Ines: ${words}`).join('\n\n')

/** Enough rows that a list with pages would have pages. */
const MANY = 2100
const long = Array.from({ length: 300 }, (_, i) => `Ines: ${'one two three four five six seven '.repeat(2)}${i}.`).join(
  '\n\n',
)

interface Scene {
  page: Page
  study: Study
  text: Transcript
  first: Source
  second: Source
}

test('retrieved passages stand beside the text: ticked, live, with a way to the place and all that can be done to codings', async ({
  visit,
}) => {
  const { page, study, text, first, second } = await open(await visit('lead'))
  const theirs = await visit('stranger')
  await study.join(theirs.request, 'Noor')
  const noor = study.as(theirs.request)
  const dock = page.getByRole('region', { name: 'Retrieved passages' })
  const rows = dock.getByRole('treegrid').getByRole('row')
  const row = (words: string) => rows.filter({ hasText: words })
  const total = dock.getByRole('status').filter({ hasText: 'from' })
  const code = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) })
  const has = (...coded: string[]) =>
    expect
      .poll(async () => [...(await study.coded(first)), ...(await study.coded(second))].sort())
      .toEqual(coded.toSorted())
  const all = [
    'Credit: on credit',
    'Credit: The bank lent',
    'Money: earned',
    'Wages: Wages came late',
    'Wages: I paid wages',
  ]

  await test.step('g opens them and puts the focus on the first row; g again gives it back to the text', async () => {
    await page.getByRole('article').first().focus()
    await page.keyboard.press('g')
    await expect(rows.first()).toBeFocused()
    await expect(total).toContainText('5 passages from 2 of 3 sources')
    await page.keyboard.press('g')
    await expect(page.getByRole('article').first()).toBeFocused()
    await page.keyboard.press('g')
    await expect(rows.first()).toBeFocused()
  })

  await test.step('a code is ticked with all under it, or one under it alone', async () => {
    await code('Money').focus()
    await page.keyboard.press('Space')
    await expect(code('Money')).toHaveAttribute('aria-checked', 'true')
    await expect(code('Wages')).toHaveAttribute('aria-checked', 'true')
    await expect(total).toContainText('3 passages from 2 of 3 sources')
    await page.keyboard.press('Space')
    await expect(total).toContainText('5 passages from 2 of 3 sources')
    await code('Wages').focus()
    await page.keyboard.press('Space')
    await expect(code('Money')).toHaveAttribute('aria-checked', 'mixed')
    await expect(total).toContainText('2 passages from 2 of 3 sources')
    await code('Money').focus()
    await page.keyboard.press('Space')
    await expect(total).toContainText('3 passages from 2 of 3 sources')
  })

  await test.step('what a colleague codes is there at once, and marked as new; what I code is not', async () => {
    const { Wages = '' } = await study.codes()
    const theirs = await noor.put(second, 'before I paid myself', Wages)
    await expect(total).toContainText('4 passages from 2 of 3 sources')
    await expect(row('before I paid myself')).toContainText('new')
    const mine = await study.put(first, 'nobody left', Wages)
    await expect(row('nobody left')).toBeVisible()
    await expect(row('nobody left')).not.toContainText('new')
    await noor.remove(theirs)
    await study.remove(mine)
    await expect(total).toContainText('3 passages from 2 of 3 sources')
  })

  await test.step('sources and strands narrow it', async () => {
    await dock.getByRole('button', { name: 'Where' }).click()
    await page.getByRole('checkbox', { name: 'Only in this source' }).check()
    await expect(total).toContainText('2 passages from 1 of 1 source')
    await page.getByRole('checkbox', { name: 'Only in this source' }).uncheck()
    await page.keyboard.press('Escape')
    await expect(total).toContainText('3 passages from 2 of 3 sources')
  })

  await test.step('Enter goes to the place, in this text and in another, and the list stays with its focus', async () => {
    await row('Wages came late').focus()
    await page.keyboard.press('Enter')
    await expect(text.coding('Wages')).toHaveAttribute('aria-pressed', 'true')
    await row('I paid wages').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: second.title })).toBeVisible()
    await expect(text.coding('Wages')).toHaveAttribute('aria-pressed', 'true')
    await expect(row('I paid wages')).toBeFocused()
    await expect(total).toContainText('3 passages from 2 of 3 sources')
  })

  await test.step('u removes the coding of a row, and one undo brings it back', async () => {
    await page.keyboard.press('u')
    await has(...all.filter((one) => one !== 'Wages: I paid wages'))
    await page.keyboard.press('Control+z')
    await has(...all)
    await expect(row('I paid wages')).toBeVisible()
  })

  await test.step('many are recoded, coded and removed, each as one', async () => {
    await row('earned').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(dock.getByRole('toolbar', { name: 'With what is ticked' })).toContainText('2 passages ticked')
    await page.keyboard.press('r')
    await pick('credit')
    await has(
      'Credit: on credit',
      'Credit: The bank lent',
      'Credit: earned',
      'Credit: Wages came late',
      'Wages: I paid wages',
    )
    await undo(...all)
    await tickTwo()
    await page.keyboard.press('c')
    await pick('credit')
    await has(...all, 'Credit: earned', 'Credit: Wages came late')
    await undo(...all)
    await tickTwo()
    await page.keyboard.press('u')
    await has('Credit: on credit', 'Credit: The bank lent', 'Wages: I paid wages')
    await undo(...all)
  })

  await test.step('one memo on two rows stands on both, and one undo takes it back', async () => {
    await tickTwo()
    await page.keyboard.press('m')
    const memo = page.getByRole('dialog').getByRole('textbox', { name: 'Memo', exact: true })
    await expect(memo).toBeFocused()
    await page.keyboard.type('Both about pay')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    for (const words of ['earned', 'Wages came late'])
      await expect(row(words).getByRole('button', { name: 'Memo' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(rows.getByRole('button', { name: 'Memo' })).toHaveCount(0)
  })

  await test.step('sorted, grouped, folded and filtered by words', async () => {
    await dock.getByRole('combobox', { name: 'Order' }).selectOption('length')
    await expect(rows.first()).toContainText('Wages came late')
    await dock.getByRole('combobox', { name: 'Grouped' }).selectOption('code')
    const head = rows.filter({ has: page.getByRole('heading', { name: /Wages/ }) })
    await expect(head).toHaveAttribute('aria-expanded', 'true')
    await head.focus()
    await page.keyboard.press('Enter')
    await expect(head).toHaveAttribute('aria-expanded', 'false')
    await expect(row('Wages came late')).toHaveCount(0)
    await dock.getByRole('combobox', { name: 'Grouped' }).selectOption('none')
    await dock.getByRole('textbox', { name: 'Words in the passages' }).fill('late wages')
    await expect(total).toContainText('1 passage from 1 of 3 sources')
    await page.keyboard.press('Escape')
    await expect(total).toContainText('3 passages from 2 of 3 sources')
    await dock.getByRole('combobox', { name: 'Order' }).selectOption('text')
  })

  await test.step(`${MANY} rows and more: no pages, a few rows drawn, from end to end with a key`, async () => {
    const { Often = '' } = await study.codes()
    const ranges = Array.from({ length: MANY }, (_, i) => ({ start: i * 7, end: i * 7 + 5 }))
    const [, , third] = await study.sources()
    await study.putAll(third as Source, ranges, Often)
    for (const name of ['Money', 'Often']) {
      await code(name).focus()
      await page.keyboard.press('Space')
    }
    await expect(total).toContainText('2,100 passages from 1 of 3 sources')
    await rows.first().focus()
    const began = Date.now()
    await page.keyboard.press('End')
    await expect(dock.locator(`[data-line="${MANY - 1}"][role=row]`)).toBeFocused()
    await expect(dock.locator(`[data-line="${MANY - 1}"][aria-busy]`)).toHaveCount(0)
    console.log(`the last of ${MANY} rows had the focus and its words ${Date.now() - began} ms after End`)
    await expect(dock.locator(`[data-line="${MANY - 1}"][role=row]`)).toBeFocused()
    expect(await rows.count()).toBeLessThan(100)
    await page.keyboard.press('Home')
    await expect(dock.locator('[data-line="0"]')).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('End')
    await expect(dock.locator(`[data-line="${MANY - 1}"][role=row]`)).toBeFocused()
    await page.keyboard.press('Control+a')
    await expect(dock.getByRole('toolbar')).toContainText('2,100 passages ticked')
    await page.keyboard.press('Escape')
    await expect(dock.getByRole('toolbar')).toHaveCount(0)
  })

  async function tickTwo(): Promise<void> {
    await row('earned').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(dock.getByRole('toolbar')).toContainText('2 passages ticked')
  }

  async function pick(letters: string): Promise<void> {
    await page.getByRole('dialog').getByRole('combobox').fill(letters)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }

  async function undo(...left: string[]): Promise<void> {
    await page.keyboard.press('Control+z')
    await has(...left)
    await expect(dock.getByRole('toolbar')).toHaveCount(0)
  }
})

/** Two coded sources, and a long one that is not coded yet; the first is open. */
async function open(page: Page): Promise<Scene> {
  const study = await Study.begin(page.request, 'Beside the text')
  const first = await study.bring('A Looms', turns(looms))
  const second = await study.bring('B Dairy', turns(dairy))
  await study.bring('C Long', long)
  const [money, credit] = [await study.code('Money'), await study.code('Credit')]
  const wages = await study.code('Wages', money)
  await study.code('Often')
  await study.put(first, 'on credit', credit)
  await study.put(first, 'earned', money)
  await study.put(first, 'Wages came late', wages)
  await study.put(second, 'The bank lent', credit)
  await study.put(second, 'I paid wages', wages)
  await page.goto(study.at(`sources/${first.id}`))
  const text = new Transcript(page)
  await expect(text.coding('Credit')).toBeVisible()
  return { page, study, text, first, second }
}
