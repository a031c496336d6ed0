import { Study } from './study'
import { expect, type Page, test } from './test'
import { wordFile } from './word'

const file = (name: string, buffer: Buffer | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(buffer),
})

const whole = wordFile('AL: What did you do on the Monday?', 'Ruth: We opened. Nobody else on the road did.')
const files = [
  file('First.txt', 'AL: How did it begin?\n\nRuth: With a kiln and a redundancy cheque.'),
  file('Scanned.pdf', '%PDF-1.7 a picture of a page'),
  file('Torn.docx', whole.subarray(0, whole.length / 2)),
  file('Recording.mp3', Buffer.from('4944330400000000fff3c4c400000348', 'hex')),
  file('Nothing.txt', ''),
  file('Last.docx', whole),
]

test('a file that can’t be read says why, and the others go on', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'What could not be read')
  await page.goto(study.at('sources/add'))
  const list = page.getByRole('region', { name: 'Files' })
  await page.getByLabel('Files to add').setInputFiles(files)
  await expect(list.getByText('2 read, 4 can’t be read.')).toBeVisible({ timeout: 60_000 }) // the first PDF takes some seconds

  await test.step('each says in words what is wrong, in the list and in its preview', async () => {
    await says(page, 'Scanned', /^The PDF is damaged or cut off: open it in the program that made it/)
    await says(page, 'Torn', /^The file is damaged or cut off: open it in the program that made it/)
    await says(page, 'Recording', 'A recording: add the transcript of the same name with it.')
    await says(page, 'Nothing', 'The file is empty.')
  })

  await test.step('those that can be read are added', async () => {
    await page.getByRole('combobox', { name: 'Into strand', exact: true }).selectOption('Interviews')
    await page.getByRole('button', { name: 'Add 2 now' }).click()
    await expect(list.getByText('2 sources added to Interviews.')).toBeVisible()
  })
  expect((await study.sources()).map(({ title }) => title).toSorted()).toEqual(['First', 'Last'])

  await page.getByRole('link', { name: 'Open Last' }).click()
  await expect(page.getByText('Nobody else on the road did.')).toBeVisible()
})

async function says(page: Page, title: string, why: RegExp | string) {
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: title, exact: true }) })
  await expect(row.getByRole('cell').last()).toHaveText(why)
  await row.getByRole('button').click()
  await expect(page.getByRole('complementary', { name: `Preview of ${title}` }).getByRole('alert')).toHaveText(why)
}
