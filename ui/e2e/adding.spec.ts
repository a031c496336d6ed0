import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formats } from './files'
import { tabTo } from './keys'
import { lockedOffice } from './locked'
import { lookAt } from './look'
import { lockedPdf } from './pdf'
import { Study } from './study'
import { expect, type Locator, type Page, test } from './test'
import { wav } from './wav.mjs'
import { zip } from './zip'

/** How many files of each format lie in the folder: twenty-seven of them. */
const interviews = { txt: 4, md: 3, docx: 4, vtt: 3, srt: 2, html: 2, rtf: 2, odt: 2, pdf: 1, json: 1 }
const answers = { csv: 2, xlsx: 1 }

/** The names of the whole files, with the number that stands in their words. */
const whole = Object.entries({ Interviews: interviews, Survey: answers })
  .flatMap(([folder, kinds]) =>
    Object.entries(kinds).flatMap(([ending, many]) =>
      Array.from({ length: many }, (_, at) => ({ folder, ending, title: `${ending} ${at + 1}` })),
    ),
  )
  .map((one, at) => ({ ...one, n: 101 + at }))

const old = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(600),
  Buffer.from('WordDocument', 'utf16le'),
])
const torn = Buffer.from(formats.docx?.(1) ?? '').subarray(0, 300)

test('a folder of thirty mixed files goes in with one drag', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Thirty files')
  const survey = await study.addStrand('Survey')
  await page.goto(study.at('sources/add'))
  const list = page.getByRole('region', { name: 'Files' })
  const folder = lay({
    ...Object.fromEntries(
      whole.map(({ folder, ending, title, n }) => [`${folder}/${title}.${ending}`, formats[ending]?.(n) ?? '']),
    ),
    'Interviews/Torn.docx': torn,
    'Interviews/Old.doc': old,
    'Survey/Nothing.csv': '',
    'Interviews/.DS_Store': 'x',
    'Survey/~$xlsx 1.xlsx': 'x',
  })
  await drop(page, page.getByText('Drop transcripts here.'), folder)
  await expect(list.getByText('27 read, 3 can’t be read.')).toBeVisible({ timeout: 60_000 })

  await test.step('three say why', async () => {
    await list.getByRole('button', { name: 'Show only these: 3 went wrong' }).click()
    await expect(stateOf(page, 'Torn')).toHaveText(/^The file is damaged or cut off/)
    await expect(stateOf(page, 'Old')).toHaveText(/^A Word 97 file: save it as docx/)
    await expect(stateOf(page, 'Nothing')).toHaveText('The file is empty.')
    await expect(list.getByRole('row')).toHaveCount(4 + 1) // the one in the preview stays
    await list.getByRole('button', { name: 'Show all: 3 went wrong' }).click()
  })

  await test.step('one rule says in all of them who asks', async () => {
    await page.getByText('Rules for all files').click()
    await page.getByLabel('In all files,').fill('AO')
    await page.getByLabel('is called').fill('Amira Osei')
    await page.getByRole('button', { name: 'Apply to all' }).click()
    await expect(list.getByText('“AO” is Amira Osei, moderator')).toBeVisible()
  })

  await test.step('the twenty-seven go where their folders say', async () => {
    await expect(page.getByRole('combobox', { name: 'Into strand', exact: true })).toHaveValue('by-name')
    await page.getByRole('button', { name: 'Add 27 now' }).click()
    await expect(list.getByText('27 sources added.')).toBeVisible({ timeout: 60_000 })
  })

  const sources = await study.sources()
  expect(sources).toHaveLength(27)
  for (const { folder, ending, title, n } of whole) {
    const source = sources.find((one) => one.title === title || one.title === `Talk ${n}`)
    expect(source, title).toMatchObject({ format: ending })
    if (!source) continue
    expect(source.strand === survey, `the strand of ${title}`).toBe(folder === 'Survey')
    const voices = source.speakers.map(({ name, moderator }) => (moderator ? `${name}, moderator` : name))
    expect(voices.toSorted(), `who speaks in ${title}`).toEqual(['Amira Osei, moderator', 'Ruth'])
    expect(await study.text(source), title).toBe(
      `What came first in year ${n}?\nThe kiln numbered ${n}, and nerve.\nAnd then?\nThen we opened, and nobody came.`,
    )
  }
})

test('what a file doesn’t say is asked, corrected and seen before it is added', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Asked')
  await study.bring('Here before', String(formats.txt?.(1)))
  await page.goto(study.at('sources/add'))
  const list = page.getByRole('region', { name: 'Files' })
  const notes =
    'Name,Comment,Said\nAnn,she laughs a little and looks away,We grew.\nBen,a long pause before he speaks,Did you?\nAnn,she nods for quite a while,Yes.\n'
  await page.getByLabel('Files to add').setInputFiles([
    file('Notes.csv', notes),
    file('Locked.pdf', lockedPdf('Ruth: Behind a lock.', 'open sesame')),
    file('Answers.xlsx', lockedOffice(Buffer.from(formats.xlsx?.(9) ?? ''), 'open sesame')),
    file('Copy.txt', formats.txt?.(1) ?? ''),
    file(
      'Archive.zip',
      zip({
        'Deep/Packed.txt': String(formats.txt?.(2)),
        '__MACOSX/Deep/._Packed.txt': 'x',
        'Twin.txt': String(formats.txt?.(2)),
      }),
    ),
    file('Heard.vtt', formats.vtt?.(3) ?? ''),
    file('Heard.wav', wav(2)),
  ])
  await expect(list.getByText('5 read, 2 can’t be read.')).toBeVisible({ timeout: 60_000 })

  await test.step('protected files ask for their password, which opens both', async () => {
    const wrong = "The password doesn't open the file: try another."
    const preview = await open(page, 'Locked')
    await lookAt(page, 'adding-locked')
    await rowOf(page, 'Locked').getByRole('button', { name: 'Locked', exact: true }).focus()
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('complementary', { name: 'Preview of Heard' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(stateOf(page, 'Answers')).toHaveText(/^The file is protected with a password/)
    const password = preview.getByLabel('Password', { exact: true })
    await tabTo(page, password)
    await page.keyboard.type('wrong')
    await page.keyboard.press('Enter')
    await expect(preview.getByRole('alert')).toHaveText(wrong)
    await expect(stateOf(page, 'Answers')).toHaveText(wrong)
    await password.fill('open sesame')
    await password.press('Enter')
    await expect(preview.getByRole('article').first()).toContainText('Behind a lock.')
    const answers = await open(page, 'Answers')
    await expect(answers.getByRole('article').nth(1)).toContainText('The kiln numbered 9, and nerve.')
  })

  await test.step('the columns of a table are shown and corrected', async () => {
    const preview = await open(page, 'Notes')
    await expect(preview.getByRole('article').first()).toContainText('she laughs')
    await preview.getByLabel('Text', { exact: true }).focus()
    await preview.getByLabel('Text', { exact: true }).selectOption('Said')
    await expect(preview.getByRole('article').first()).toContainText('We grew.')
    await expect(preview.getByLabel('Text', { exact: true })).toBeFocused()
    await preview.getByLabel('Each row is').selectOption('a turn')
    await preview.getByLabel('Speaker', { exact: true }).selectOption('Name')
    await expect(preview.getByLabel('Name for Ben')).toBeVisible()
    await expect(preview.getByRole('article').nth(1)).toContainText('Ben')
  })

  await test.step('what is read once more stays as it was read when the rest is cancelled', async () => {
    const preview = await open(page, 'Notes')
    await page.route('**/sources/preview', () => undefined) // no answer comes
    await preview.getByLabel('Each row is').selectOption('an answer')
    await page.getByRole('button', { name: 'Cancel the rest' }).click()
    await page.unroute('**/sources/preview')
    await expect(preview.getByLabel('Each row is')).toHaveValue('turn')
    await expect(list.getByText('All 7 are read.')).toBeVisible()
  })

  await test.step('the same file is known by its content, in the project and in the list', async () => {
    await expect(stateOf(page, 'Copy')).toHaveText('The same file is here already as “Here before”')
    await expect(stateOf(page, 'Twin')).toHaveText(/^The same as “Packed” in this list/)
    const preview = await open(page, 'Twin')
    await preview.getByRole('button', { name: 'Add nevertheless' }).click()
    await page.getByText('Rules for all files').click()
    await page.getByRole('button', { name: 'Leave them out' }).click()
    await expect(list.getByRole('button', { name: 'Copy', exact: true })).toHaveCount(0)
  })

  await test.step('a recording goes with the transcript of its name', async () => {
    const preview = await open(page, 'Heard')
    await expect(preview.getByText('With the recording Heard.wav')).toBeVisible()
  })

  const folder = lay({ 'Gone.txt': String(formats.txt?.(4)), 'Edited.txt': String(formats.txt?.(5)) })
  const [gone, edited] = [join(folder, 'Gone.txt'), join(folder, 'Edited.txt')]
  utimesSync(edited, 1, 1)

  await test.step('a file that is gone or changed after it was chosen says so, and the others are added', async () => {
    await page.getByLabel('Files to add').setInputFiles([gone, edited])
    await expect(stateOf(page, 'Gone')).toHaveText('Ready')
    await expect(stateOf(page, 'Edited')).toHaveText('Ready')
    rmSync(gone)
    writeFileSync(edited, String(formats.txt?.(6)))
    await page.getByRole('button', { name: 'Add 8 now' }).click()
    await expect(list.getByText('6 sources added to Interviews.')).toBeVisible({ timeout: 30_000 })
    await expect(stateOf(page, 'Gone')).toHaveText(/^The file can’t be read any more/)
    await expect(stateOf(page, 'Edited')).toHaveText(/^The file can’t be read any more/)
  })

  await test.step('chosen again, both take the place of what they were', async () => {
    const rows = await list.getByRole('row').count()
    await page.getByLabel('Files to add').setInputFiles(edited)
    await expect(stateOf(page, 'Edited')).toHaveText('Ready')
    const preview = await open(page, 'Gone')
    await lookAt(page, 'adding-gone')
    const moved = join(lay({ 'Moved.txt': String(formats.txt?.(7)) }), 'Moved.txt')
    await preview.getByLabel('Choose the file again…').setInputFiles(moved)
    await expect(stateOf(page, 'Moved')).toHaveText('Ready')
    await expect(list.getByRole('row')).toHaveCount(rows)
    await page.getByRole('button', { name: 'Add 2 now' }).click()
    await expect(list.getByText('All 8 are added.')).toBeVisible({ timeout: 30_000 })
  })

  const sources = await study.sources()
  expect(sources.map(({ title }) => title).toSorted()).toEqual([
    'Answers',
    'Edited',
    'Heard',
    'Here before',
    'Locked',
    'Moved',
    'Notes',
    'Packed',
    'Twin',
  ])
  expect(sources.filter(({ recording }) => recording).map(({ title }) => title)).toEqual(['Heard'])
  const table = sources.find(({ title }) => title === 'Notes')
  expect(table && (await study.text(table))).toBe('We grew.\nDid you?\nYes.')
  const later = sources.find(({ title }) => title === 'Edited')
  expect(later && (await study.text(later))).toContain('The kiln numbered 6')
})

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

const rowOf = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: title, exact: true }) })
const stateOf = (page: Page, title: string) => rowOf(page, title).getByRole('cell').last()

/** Opens the preview of a file. */
async function open(page: Page, title: string): Promise<Locator> {
  await rowOf(page, title).getByRole('button', { name: title, exact: true }).click()
  return page.getByRole('complementary', { name: `Preview of ${title}` })
}

/** Writes files by name into a new folder. */
function lay(files: Record<string, string | Buffer>): string {
  const folder = test.info().outputPath('fieldwork')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Drags a folder of the disk onto the page, as the desktop does. */
async function drop(page: Page, onto: Locator, folder: string): Promise<void> {
  const box = await onto.boundingBox()
  if (!box) throw new Error('there is nothing to drop onto')
  const browser = await page.context().newCDPSession(page)
  const data = { items: [], files: [folder], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, x: box.x + 5, y: box.y + 5, data })
}
