import { readFileSync } from 'node:fs'
import { axeFinds } from './axe'
import { type Source, Study } from './study'
import { expect, type Locator, type Page, test } from './test'
import { Transcript } from './transcript'

const said =
  'Ann: Every quote came across my desk until March.\nBen: And then?\nAnn: Then I had flu, and they sent them out without me.\n'
const words = 'Every quote came across my desk'

interface Scene {
  page: Page
  study: Study
  source: Source
  code: string
}

/** A project with one interview, and a code on some of its words. */
async function open(visit: (who: 'lead') => Promise<Page>): Promise<Scene> {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Memos')
  const source = await study.bring('M07 Seals', said)
  const code = await study.code('Letting go')
  await study.put(source, words, code)
  return { page, study, source, code }
}

const body = (page: Page | Locator) => page.getByRole('textbox', { name: 'Memo', exact: true })
const save = (page: Page) => page.keyboard.press('Control+Enter')
const memo = (page: Page, text: string | RegExp) => page.getByRole('article').filter({ hasText: text })

/** Mentions the first thing that a few letters find. */
async function mention(page: Page, sign: string, letters: string, option: string | RegExp): Promise<void> {
  await page.keyboard.type(`${sign}${letters}`)
  await expect(page.getByRole('option', { name: option })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
}

async function kept(study: Study, page: Page) {
  return (await (await page.request.get(`/api/projects/${study.id}/memos`)).json()).items
}

test('a memo on words has looks, lists and mentions, by the keyboard alone, and its mentions lead on', async ({
  visit,
}) => {
  const { page, study, source, code } = await open(visit)
  await page.goto(study.at(`sources/${source.id}`))
  await new Transcript(page).select(words)
  await page.keyboard.press('m')
  await expect(body(page)).toBeFocused()
  await page.keyboard.type('She ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('decides')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' all: ')
  await mention(page, '@', 'let', /^Letting go/)
  await page.keyboard.type('in ')
  await mention(page, '[[', 'M07', /^M07 Seals/)
  await page.keyboard.press('Enter')
  await page.keyboard.type('- one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  await save(page)
  const written = memo(page, 'She decides all')
  await expect(written.locator('strong')).toHaveText('decides')
  await expect(written.getByRole('listitem').filter({ hasText: /^(one|two)$/ })).toHaveCount(2)
  const [{ body: markdown, links }] = await kept(study, page)
  expect(markdown).toBe(
    `She **decides** all: [Letting go](code:${code}) in [M07 Seals](source:${source.id})\n\n- one\n- two`,
  )
  expect(links.map(({ id }: { id: string }) => id)).toEqual([code, source.id])
  await written.getByRole('link', { name: 'Letting go' }).click()
  await expect(page).toHaveURL(new RegExp(`/codes\\?code=${code}`))
})

test('memos are written on a source, a strand, the project and a code, and all are in one place', async ({ visit }) => {
  const { page, study, code } = await open(visit)
  const write = async (text: string) => {
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Write a memo' }).click()
    await expect(body(dialog)).toBeFocused()
    await page.keyboard.type(text)
    await save(page)
    await expect(memo(page, text)).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
  }
  await page.goto(study.at('sources'))
  await page.getByRole('button', { name: 'Memos on M07 Seals' }).click()
  await write('A long day')
  await page.goto(study.at())
  await page.getByRole('button', { name: 'Memos on Interviews' }).click()
  await write('Ask the next ones too')
  await page.getByRole('button', { name: 'Memos on Memos' }).click()
  await write('Where this goes')
  await page.goto(study.at('memos'))
  await page.getByRole('button', { name: 'Write a memo' }).click()
  await page.getByRole('button', { name: 'Choose something else' }).click()
  await page.getByRole('combobox', { name: 'On', exact: true }).fill('letting')
  await page.keyboard.press('Enter')
  await body(page).pressSequentially('Too wide?')
  await save(page)
  await expect(memo(page, 'Too wide?')).toContainText('On Letting go')
  await expect(page.getByRole('article')).toHaveCount(4)
  await page.getByRole('combobox', { name: 'Stands on' }).selectOption('On strands')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(memo(page, 'Ask the next ones too')).toContainText('On Interviews')
  await page.getByRole('combobox', { name: 'Stands on' }).selectOption('On anything')
  await page.getByRole('combobox', { name: 'Code', exact: true }).selectOption({ label: 'Letting go' })
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('article')).toHaveText(/Too wide\?/)
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.getByRole('button', { name: 'Show all memos' }).click()
  await page.getByRole('searchbox', { name: 'Search the memos' }).fill('LONG däy')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('article')).toHaveText(/A long day/)
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ])
  const file = readFileSync(await download.path(), 'utf8')
  expect(file).toContain('A long day')
  expect(file).not.toContain('Too wide?')

  await page.goto(study.at(`codes?code=${code}`))
  await expect(page.getByRole('region', { name: 'Memos' })).toContainText('Too wide?')
})

test('links are added and removed, what is deleted is told as gone, and an undo brings it back', async ({ visit }) => {
  const { page, study, source, code } = await open(visit)
  const data = { title: 'Linked', body: `Like [this](code:${code})`, targetKind: 'source', target: source.id }
  await page.request.post(`/api/projects/${study.id}/memos`, { data })
  await page.goto(study.at('memos'))
  await page.getByRole('button', { name: 'Change the memo' }).click()
  await page.getByRole('button', { name: 'Add a link' }).click()
  await page.getByRole('combobox', { name: 'Add a link' }).fill('Inter')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save the memo' }).click()
  await expect(page.getByRole('list', { name: 'Linked to' })).toContainText('Interviews')
  await page.request.delete(`/api/projects/${study.id}/codes/${code}`)
  await expect(memo(page, 'Linked').locator('.gone')).toContainText('this')
  await page.getByRole('button', { name: 'Delete the memo' }).click()
  await expect(page.getByText('No memos yet.')).toBeVisible()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(memo(page, 'Linked')).toBeVisible()
  await page.request.post(`/api/projects/${study.id}/undo`)
  await expect(memo(page, 'Linked').getByRole('link', { name: 'this' })).toBeVisible()
})

test('what is typed and not saved is there again in the next tab', async ({ visit }) => {
  const { page, study } = await open(visit)
  await page.goto(study.at('memos'))
  await page.getByRole('button', { name: 'Write a memo' }).first().click()
  await body(page).pressSequentially('Half a thought')
  const second = await page.context().newPage()
  await page.close()
  await second.goto(study.at('memos'))
  await second.getByRole('button', { name: 'Write a memo' }).first().click()
  await expect(body(second)).toHaveText('Half a thought')
  await expect(second.getByText('A draft kept in this browser, not saved yet.')).toBeVisible()
  await save(second)
  await expect(memo(second, 'Half a thought')).toBeVisible()
})

test('when someone changes it meanwhile, both versions are shown and nothing is lost', async ({ visit }) => {
  const { page, study, source } = await open(visit)
  const data = { body: 'First', targetKind: 'source', target: source.id }
  const { id } = await (await page.request.post(`/api/projects/${study.id}/memos`, { data })).json()
  await page.goto(study.at('memos'))
  await page.getByRole('button', { name: 'Change the memo' }).click()
  await body(page).pressSequentially(' mine')
  await page.request.patch(`/api/projects/${study.id}/memos/${id}`, { data: { body: 'Theirs', kind: 'reflexive' } })
  await save(page)
  const dialog = page.getByRole('dialog', { name: 'Two versions of this memo' })
  await expect(dialog).toContainText('Theirs')
  await dialog.getByRole('radio', { name: 'Both, theirs first' }).check()
  await dialog.getByRole('button', { name: 'Save this choice' }).click()
  await expect(memo(page, 'Theirs')).toContainText('mine')
  const [after] = await kept(study, page)
  expect(after).toMatchObject({ kind: 'reflexive' })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing where memos are read and written, ${colorScheme}`, async ({ visit }) => {
    const { page, study, source, code } = await open(visit)
    const data = { title: 'A title', targetKind: 'source', target: source.id, links: [{ kind: 'code', id: code }] }
    const text = `**Bold** [code](code:${code})\n\n- item\n\n1. item\n\n> quote [gone](code:01900000-0000-7000-8000-000000000001)`
    await page.request.post(`/api/projects/${study.id}/memos`, { data: { ...data, body: text } })
    await page.emulateMedia({ colorScheme })
    await page.goto(study.at('memos'))
    await expect(memo(page, 'A title')).toBeVisible()
    expect(await axeFinds(page, ['best-practice'])).toEqual([])
    await page.getByRole('button', { name: 'Write a memo' }).click()
    await body(page).pressSequentially('See @')
    await expect(page.getByRole('option', { name: /^Letting go/ })).toBeVisible()
    expect(await axeFinds(page, ['best-practice'])).toEqual([])
  })
