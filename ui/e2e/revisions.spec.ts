import { axeFinds } from './axe'
import { Study } from './study'
import { expect, type Page, test } from './test'
import { Transcript } from './transcript'

const interview = [
  'Amira: How did it go on?',
  'Helen: In Nelson it went slowly, and my father sat in the yard.',
  'Amira: And then?',
  'Helen: We asked him to come back, and the looms were sold.',
].join('\n')

test('a corrected text keeps its versions, and passages whose words are gone are reviewed', async ({ visit }) => {
  const [page, hers] = [await visit('lead'), await visit('stranger')]
  const study = await Study.begin(page.request, 'Corrections')
  await study.join(hers.request, 'Noor')
  const source = await study.bring('Helen', interview)
  const code = await study.code('Fathers')
  await study.put(source, 'my father', code)
  await study.put(source, 'the looms were sold', code)
  await study.correct(source, 1, { 'my father': 'nobody', 'the looms were sold': 'so on' }, 'Heard again')
  const toReview = (who: Page, n: string) => who.getByRole('button', { name: n, exact: true })
  const panel = page.getByRole('region', { name: 'Passages to review' })
  await hers.goto(study.at(`sources/${source.id}`))
  await expect(toReview(hers, '2 passages to review')).toBeVisible()

  await test.step('one passage is kept, the other is removed, and a colleague sees it', async () => {
    await page.goto(study.at(`sources/${source.id}`))
    await toReview(page, '2 passages to review').click()
    await expect(panel.getByRole('deletion').first()).toHaveText('my father')
    await sound(page)
    await panel.getByRole('button', { name: 'Keep on these words' }).first().press('Enter')
    await expect(toReview(hers, '1 passage to review')).toBeVisible()
    await panel.getByRole('button', { name: 'Remove', exact: true }).press('Enter')
    await expect(toReview(hers, '1 passage to review')).toBeHidden()
    expect(await study.codings(source)).toBe(1)
    await page.keyboard.press('Control+z')
    await expect(toReview(hers, '1 passage to review')).toBeVisible()
    expect(await study.codings(source)).toBe(2)
  })

  await test.step('one is put on the selected words with its code and memo, and that is undone', async () => {
    const passages = () => study.passages(source)
    const lost = (await passages()).find(({ text }) => text === 'so on')
    await study.note('Ask her when.', lost?.id)
    const before = await passages()
    await new Transcript(page).select('We asked him to come back')
    await panel.getByRole('button', { name: 'Put on the selected words' }).click()
    await expect(panel).toBeHidden()
    await expect(toReview(hers, '1 passage to review')).toBeHidden()
    const put = (await passages()).find(({ id }) => id === lost?.id)
    expect(put?.text).toBe('We asked him to come back')
    expect(put?.codings).toEqual(lost?.codings)
    expect((await study.memos()).map(({ body, target }) => [body, target])).toEqual([['Ask her when.', lost?.id]])
    await page.keyboard.press('Control+z')
    await expect(toReview(hers, '1 passage to review')).toBeVisible()
    expect(await passages()).toEqual(before)
  })

  await test.step('versions are compared, read and restored, and that is undone', async () => {
    await page.goto(study.at('sources'))
    await page.getByRole('button', { name: 'What to do with Helen' }).click()
    await page.getByRole('menuitem', { name: 'Versions of the text' }).click()
    const dialog = page.getByRole('dialog', { name: 'Versions of Helen' })
    await expect(dialog.getByText('Heard again')).toBeVisible()
    await expect(dialog.getByText('3 words added, 6 words removed')).toBeVisible()
    await expect(dialog.getByRole('insertion').first()).toHaveText('nobody')
    await sound(page)
    await dialog.getByRole('button', { name: 'Read version 1' }).click()
    await expect(dialog.getByText('my father sat in the yard')).toBeVisible()
    await dialog.getByRole('button', { name: 'Restore version 1' }).click()
    await expect(dialog.getByText('Version 3, the present one')).toBeVisible()
    expect(await study.text(source)).toContain('my father sat')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => study.text(source)).toContain('nobody sat')
  })

  await test.step('someone else who speaks is a difference of its own', async () => {
    const amira = source.speakers.find(({ name }) => name === 'Amira')?.id
    await study.say(source, 2, 1, 'In Nelson it went slowly, and nobody sat in the yard.', amira)
    await page.getByRole('button', { name: 'What to do with Helen' }).click()
    await page.getByRole('menuitem', { name: 'Versions of the text' }).click()
    const dialog = page.getByRole('dialog', { name: 'Versions of Helen' })
    await expect(dialog.getByText('Version 4, the present one')).toBeVisible()
    await expect(dialog.getByText('No words changed')).toBeVisible()
    await dialog.getByRole('combobox', { name: 'From' }).selectOption('Version 2')
    await expect(dialog.getByText('Who speaks:')).toHaveText('Who speaks: Helen Amira')
    await sound(page)
  })
})

/** Nothing on the page is hard to perceive or to reach, in both themes. */
async function sound(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' }) // first, or colours would still be on their way
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFinds(page)).toEqual([])
  }
}
