import { Study } from './study'
import { expect, test } from './test'
import { Transcript } from './transcript'

const DEEP = 30
const words = Array.from({ length: DEEP + 3 }, (_, i) => `word${i}`)
const interview = words.map((word) => `Ines: This is ${word} of it.`).join('\n\n')
const names = ['Trust', 'Help', 'Money']

test.slow() // each of the many undos is told, done and counted

test('undo goes as deep as one has worked, says what it will take back, and leaves colleagues’ work alone', async ({
  visit,
}) => {
  const [page, hers] = [await visit('lead'), await visit('stranger')]
  const study = await Study.begin(page.request, 'Deep')
  await study.join(hers.request, 'Noor')
  const noor = study.as(hers.request)
  const source = await study.bring('Ines, words', interview)
  const codes = await Promise.all(names.map((name) => study.code(name)))
  const mine = words.slice(0, DEEP).map((word, i) => ({ word, code: i % 3 }))
  for (const [i, { word, code }] of mine.entries()) {
    await study.put(source, `${word} of`, codes[code] ?? '')
    if (i % 10 === 5) await noor.put(source, `${words[DEEP + (i - 5) / 10]} of`, codes[0] ?? '')
  }
  await page.goto(study.at(`sources/${source.id}`))
  const undo = page.getByRole('button', { name: /^Undo: / })
  const redo = page.getByRole('button', { name: /^Redo: / })
  const told = (code: number) => `coded ${names[code]} in ${source.title}`

  await test.step(`${DEEP} times, each with its sentence beforehand`, async () => {
    for (const [i, { code }] of mine.toReversed().entries()) {
      await expect(undo).toHaveAccessibleName(`Undo: ${told(code)}`)
      await page.keyboard.press('Control+z')
      await expect.poll(() => study.codings(source)).toBe(DEEP + 3 - 1 - i)
    }
    await expect(undo).toHaveAccessibleName(/^Undo: created/)
    expect((await study.coded(source)).map((one) => one.split(': ')[1])).toEqual(
      words.slice(DEEP).map((word) => `${word} of`),
    )
  })

  await test.step('and again, in the order in which it was done', async () => {
    for (const [i, { code }] of mine.slice(0, 10).entries()) {
      await expect(redo).toHaveAccessibleName(`Redo: ${told(code)}`)
      await page.keyboard.press('Control+Shift+Z')
      await expect.poll(() => study.codings(source)).toBe(3 + i + 1)
    }
  })

  await test.step('what was done to a passage and to the source is told beside the text', async () => {
    const text = new Transcript(page)
    await text.coding('Trust').first().click()
    const history = page.getByRole('region', { name: 'History' })
    await history.getByRole('button', { name: 'This passage' }).click()
    await expect(history.getByRole('listitem').filter({ hasText: 'coded Trust' })).not.toHaveCount(0)
    await history.getByRole('button', { name: 'This source' }).click()
    await history.getByRole('button', { name: 'Show older' }).click() // after all the undos and redos
    await expect(history).toContainText('Noor')
  })
})

test('what was deleted is found in the journal, by who, what and about what, and comes back whole', async ({
  visit,
}) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Lost and found')
  const [kept, gone] = [await study.bring('Kept', interview), await study.bring('Gone', interview)]
  const [trust, help] = [await study.code('Trust'), await study.code('Help')]
  for (const source of [kept, gone]) await study.put(source, 'word1 of', trust)
  await study.put(gone, 'word2 of', help)
  const memo = await study.note('What this is about')
  await study.drop('codes', trust)
  await study.drop('sources', gone.id)
  await study.drop('memos', memo)
  await page.goto(study.at('journal'))
  const rows = page.getByRole('main').getByRole('listitem')
  const what = page.getByRole('combobox', { name: 'What', exact: true })
  const restore = (text: string) => rows.filter({ hasText: text }).getByRole('button', { name: 'Restore' }).click()

  await what.selectOption('removed')
  await expect(rows.filter({ hasText: 'deleted' })).toHaveCount(3)
  await restore('Gone')
  await expect.poll(async () => (await study.sources()).map(({ title }) => title).sort()).toEqual(['Gone', 'Kept'])
  expect(await study.coded(gone)).toEqual(['Help: word2 of'])
  await restore('Trust')
  await expect.poll(() => study.coded(gone)).toEqual(['Help: word2 of', 'Trust: word1 of'])
  expect(await study.coded(kept)).toEqual(['Trust: word1 of'])
  await restore('What this is about')
  await expect.poll(async () => (await study.memos()).map(({ body }) => body)).toEqual(['What this is about'])

  await what.selectOption('memo')
  await expect(rows.filter({ hasText: 'memo' })).not.toHaveCount(0)
  await expect(rows.filter({ hasText: 'coded' })).toHaveCount(0)
})
