import { type Source, Study } from './study'
import { expect, type Page, test } from './test'
import { middle, Transcript } from './transcript'

const interview = `Moira: How did you come to buy the bakery?

Tilda: My aunt wanted to stop. She asked me across the counter, and I said yes before I had counted the money. The oven was older than I am.

Moira: And who helped you then?

Tilda: The miller gave me flour on trust for a year. He never wrote it down. My neighbour painted the sign for a tart a week.
`

test.describe('with the mouse', () => {
  test('the grips of a coding make it longer and shorter, word by word', async ({ visit }) => {
    const { page, study, source, text } = await desk(await visit('lead'), 'Pulling')
    const trust = await study.code('Trust')
    await study.put(source, 'flour on trust', trust)
    await study.put(source, 'flour on trust', await study.code('Help'))
    await light(text, 'Trust')

    await text.drag(text.grip('Trust', 'ends'), (await text.place('for a ye')).to)
    await has(study, source, ['Help: flour on trust for a year', 'Trust: flour on trust for a year'])
    await undone(page, study, source, ['Help: flour on trust', 'Trust: flour on trust'])
  })
})

async function desk(page: Page, name: string) {
  const study = await Study.begin(page.request, name)
  const source = await study.bring('Tilda, bread', interview)
  await page.goto(study.at(`sources/${source.id}`))
  await expect(page.getByRole('article')).toHaveCount(4)
  return { page, study, source, text: new Transcript(page) }
}

async function light(text: Transcript, code: string) {
  await text.coding(code).click()
  await expect(text.coding(code)).toHaveAttribute('aria-pressed', 'true')
}

const has = (study: Study, source: Source, codings: string[]) =>
  expect.poll(() => study.coded(source)).toEqual(codings)

async function undone(page: Page, study: Study, source: Source, before: string[]) {
  await page.keyboard.press('Control+z')
  await has(study, source, before)
}
void middle
