import { lookAt } from './look'
import { Study } from './study'
import { expect, type Page, test } from './test'

interface Place {
  name: string
  at: (study: Study) => Promise<string> | string
  /** What is on the page when it is whole. */
  shows: (page: Page) => Promise<unknown>
}

const heading = (name: string | RegExp) => (page: Page) =>
  expect(page.getByRole('heading', { name }).first()).toBeAttached()
const coded = (page: Page) =>
  expect(
    page
      .getByRole('article')
      .getByRole('button', { name: /, coded by/ })
      .first(),
  ).toBeVisible()

const seen = (words: string) => (page: Page) => expect(page.getByText(words).first()).toBeVisible()
const source = async (study: Study) => study.at(`sources/${(await study.sources())[0]?.id}`)

const open = async (study: Study) => study.at(`codes?code=${(await study.codes())['Reluctance to delegate']}`)

const cell = (name: string) => (page: Page) =>
  expect(page.getByRole('table').getByRole('button', { name, exact: true })).toBeVisible()

/** A cross-reference with an open cell. */
async function opened(study: Study): Promise<string> {
  const { columns } = await study.table()
  const { 'Banks and finance': row } = await study.codes()
  return study.at(`crossref?row=${row}&column=${columns.find(({ name }) => name === 'Winning Pitch drop-outs')?.id}`)
}

/** The codings of a source along its length. */
const portrait = async (study: Study) =>
  study.at(`pictures/portrait/${(await study.sources()).find(({ title }) => title.startsWith('M01'))?.id}`)

/** A report in which the part of a heading is worked on. */
const reported = (part: string) => async (study: Study) => {
  const report = await study.report('Interim report')
  return study.at(`report?report=${report}&part=${await study.partOf(report, part)}`)
}

/** Asks which report a ticked passage goes into. */
async function ticked(page: Page) {
  await page.getByRole('checkbox', { name: 'Tick this passage', exact: true }).first().click()
  await page.getByRole('button', { name: 'Add to report…', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Add 1 passage to a report', exact: true })).toBeVisible()
}

/** A cross-reference of some codes with each other. */
async function together(study: Study): Promise<string> {
  const codes = await study.codes()
  const some = ['Peer networks', 'Banks and finance', 'Rules and paperwork', 'Family and succession']
  const axis = `codes:${some.map((name) => codes[name])}`
  return study.at(`crossref?rows=${axis}&columns=${axis}`)
}

/** Collects a change of the codebook. */
async function reorganise(page: Page) {
  await page.getByRole('treeitem', { name: 'Confidence' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('button', { name: 'Apply 1 change' })).toBeVisible()
}

/** Chooses a table of codes, and sees what it would change. */
async function importing(page: Page) {
  await page.getByRole('button', { name: 'Codebook menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import a table of codes…', exact: true }).click()
  const buffer = Buffer.from(
    'Code,Parent,Definition\nGlass ceiling,Themes,Where it stuck.\nEnergy,Themes,\nEnergy,Themes,\n',
  )
  await page
    .getByLabel('Table with a row for each code')
    .setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer })
  await expect(page.getByText('1 code new, 1 changed')).toBeVisible()
}

/** Puts a file into the list of those to be added. */
async function choose(page: Page) {
  const buffer = Buffer.from('AO: And then?\n\nRuth: Then we opened.\n\nAO: Who came?\n\nRuth: Nobody, for a week.')
  const bad = { name: 'Scanned.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }
  const good = { name: 'Ruth, pottery.txt', mimeType: 'text/plain', buffer }
  await page.getByLabel('Files to add').setInputFiles([good, bad])
  await expect(page.getByRole('region', { name: 'Files' }).getByText('1 read, 1 can’t be read.')).toBeVisible({
    timeout: 30_000,
  }) // the first PDF on a server
}

/** Has the sample study shown as a file from which a project would be made. */
async function bringFile(page: Page) {
  const study = await Study.sample(page.request)
  await page.getByRole('button', { name: 'New project from a file', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'New project from a file', exact: true })
  const file = { name: 'study.qdpx', mimeType: 'application/zip', buffer: await study.exchanged() }
  await dialog.locator('input[type=file]').setInputFiles(file)
  await expect(dialog.getByRole('region', { name: 'What becomes of the file', exact: true })).toBeVisible()
}

/** Has a copy read in which everything is called otherwise. */
async function mergeCopy(page: Page) {
  const study = await Study.begin(page.request, 'To be merged')
  const code = await study.code('Credit')
  const copy = await study.copied('A copy')
  await copy.rename(code, 'Debt')
  await copy.code('Books')
  await page.goto(study.at('settings'))
  await page.getByRole('button', { name: 'Merge a copy…', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge a copy', exact: true })
  const file = { name: 'copy.zip', mimeType: 'application/zip', buffer: await copy.archived() }
  await dialog.locator('input[type=file]').setInputFiles(file)
  await expect(dialog.getByRole('group', { name: 'Credit: Name', exact: true })).toBeVisible()
}

/** Puts a table into the list twice, and opens the rules for all files. */
async function tabulate(page: Page) {
  const buffer = Buffer.from(
    'Name,Said,At\nRuth,Then we opened.,0:04\nAO,Who came?,0:09\nRuth,Nobody for a week.,0:12\n',
  )
  const named = (name: string) => ({ name, mimeType: 'text/csv', buffer })
  await page.getByLabel('Files to add').setInputFiles([named('Talk.csv'), named('Talk again.csv')])
  await expect(page.getByRole('region', { name: 'Files' }).getByText('All 2 are read.')).toBeVisible()
  await page.getByText('Rules for all files').click()
  await expect(page.getByRole('button', { name: 'Leave them out' })).toBeVisible()
}

/** Lights a coding, and looks for another code for its words. */
async function work(page: Page) {
  await coded(page)
  await page.keyboard.press('n')
  await expect(page.getByRole('article').getByRole('button', { pressed: true })).toBeVisible()
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: /^A code for/ }).fill('con')
}

/** Opens what narrows the codings down. */
async function show(page: Page) {
  await coded(page)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

/** Opens the passages below the text. */
async function retrieve(page: Page) {
  await coded(page)
  await page.keyboard.press('g')
  await expect(page.getByRole('row').locator('visible=true').first()).toBeFocused()
}

const printed = (page: Page) => expect(page.getByRole('region', { name: 'Codes' })).toBeVisible()

/** The page of a firm. */
async function firm(study: Study): Promise<string> {
  return study.at(`cases/${await study.caseNamed('Accrington Springs')}`)
}

/** A page of the survey. */
async function survey(study: Study, page: string): Promise<string> {
  return study.at(`surveys/${await study.surveyNamed('SME survey 2026')}/${page}`)
}

/** Narrows to the cases that are like something. */
async function narrow(page: Page) {
  await page.getByRole('button', { name: 'Choose a case' }).click()
  await page.getByRole('combobox', { name: 'Find a case' }).fill('accrington')
  await expect(page.getByRole('option', { name: /Accrington Springs/ })).toBeVisible()
}

/** Passages that overlap others. */
const related = (study: Study) => study.at('search?q=overlaps(code:finance%20code:barriers)')

/** Looks at what can be added to a query. */
async function ask(page: Page) {
  await page.getByRole('button', { name: 'and…', exact: true }).click()
  await expect(page.getByRole('option', { name: 'said by …', exact: true })).toBeVisible()
}

/** Changes how passages lie to others. */
async function relate(page: Page) {
  await page.getByRole('button', { name: /^Passages coded/ }).click()
  await expect(page.getByRole('group', { name: 'and the others coded' })).toBeVisible()
}

/** Begins a memo. */
async function write(page: Page) {
  await page.getByRole('button', { name: 'Write a memo' }).click()
  await expect(page.getByRole('textbox', { name: 'Memo' })).toBeFocused()
}

const places: Place[] = [
  { name: 'projects', at: () => '/', shows: heading('Projects') },
  { name: 'projects-from-file', at: () => '/', shows: bringFile },
  { name: 'merging', at: () => '/', shows: mergeCopy },
  { name: 'home', at: (study) => study.at(), shows: heading(/productivity gap/) },
  { name: 'sources', at: (study) => study.at('sources'), shows: seen('W01 Chamber workshop') },
  { name: 'adding', at: (study) => study.at('sources/add'), shows: heading('Drop transcripts here.') },
  { name: 'adding-files', at: (study) => study.at('sources/add'), shows: choose },
  { name: 'adding-table', at: (study) => study.at('sources/add'), shows: tabulate },
  { name: 'coding', at: source, shows: coded },
  { name: 'coding-at-work', at: source, shows: work },
  { name: 'coding-shown', at: source, shows: show },
  { name: 'coding-retrieved', at: source, shows: retrieve },
  { name: 'print', at: async (study) => `${await source(study)}/print`, shows: printed },
  {
    name: 'search',
    at: (study) => study.at('search?q=bank*'),
    shows: (page) => expect(page.locator('mark:visible').first()).toBeVisible(),
  },
  {
    name: 'search-lines',
    at: (study) => study.at('search?q=bank*&as=lines'),
    shows: (page) => expect(page.locator('mark:visible').first()).toBeVisible(),
  },
  {
    name: 'search-groups',
    at: (study) => study.at('search?q=bank*&by=case&variable=Sector'),
    shows: (page) => expect(page.locator('mark:visible').first()).toBeVisible(),
  },
  { name: 'search-kinds', at: (study) => study.at('search?q=bank'), shows: ask },
  { name: 'search-relation', at: related, shows: relate },
  { name: 'search-cases', at: (study) => study.at('search?where=Sector%3DManufacturing'), shows: narrow },
  { name: 'search-ways', at: (study) => study.at('search'), shows: heading('Search what was said and written.') },
  { name: 'words', at: (study) => study.at('pictures/words'), shows: heading('Words said most') },
  { name: 'saturation', at: (study) => study.at('pictures/saturation'), shows: heading('New codes with each source') },
  { name: 'portrait', at: portrait, shows: heading('Portrait of M01 Whinfield Seals') },
  { name: 'crossref', at: (study) => study.at('crossref'), shows: cell('Banks and finance, Mid-caps: 5 of 5 cases') },
  { name: 'crossref-open', at: opened, shows: seen('23 passages, 5 of 5 cases.') },
  { name: 'crossref-codes', at: together, shows: cell('Banks and finance with Peer networks: 2 passages') },
  {
    name: 'crossref-bars',
    at: (study) => study.at('crossref?rows=variable:Sector&as=bars'),
    shows: (page) =>
      expect(page.getByRole('img', { name: /^How many cases there are, by Sector and strand/ })).toBeVisible(),
  },
  {
    name: 'crossref-network',
    at: async (study) => `${await together(study)}&as=network`,
    shows: (page) => expect(page.getByRole('button', { name: /^Banks and finance, together with/ })).toBeVisible(),
  },
  {
    name: 'crossref-quotes',
    at: (study) => study.at('crossref?as=quotes'),
    shows: (page) => expect(page.locator('.quotes .serif').first()).toBeVisible(),
  },
  { name: 'report', at: reported('Money that arrives late'), shows: seen('Not yet used') },
  { name: 'report-table', at: reported('Barriers by strand'), shows: seen('Words in cells') },
  {
    name: 'excerpts',
    at: (study) => study.at('excerpts'),
    shows: (page) => expect(page.getByRole('row').first()).toBeVisible(),
  },
  { name: 'excerpts-ticked', at: (study) => study.at('excerpts'), shows: ticked },
  { name: 'codes', at: (study) => study.at('codes'), shows: seen('Reluctance to delegate') },
  { name: 'codes-import', at: (study) => study.at('codes'), shows: importing },
  { name: 'codes-open', at: open, shows: seen('Include when') },
  {
    name: 'codes-whole',
    at: (study) => study.at('codes/whole'),
    shows: (page) => expect(page.getByRole('heading', { name: 'Codebook', level: 1 })).toBeVisible(),
  },
  { name: 'codes-reorganise', at: (study) => study.at('codes?mode=reorganise'), shows: reorganise },
  {
    name: 'codes-split',
    at: async (study) => study.at(`codes/${(await study.codes())['Barriers to growth']}/split`),
    shows: (page) => expect(page.getByRole('row').first()).toBeVisible(),
  },
  { name: 'codes-history', at: (study) => study.at('codes/history'), shows: heading('History of the codebook') },
  { name: 'codes-sets', at: (study) => study.at('codes/sets'), shows: heading('Code sets') },
  { name: 'codes-second-look', at: (study) => study.at('codes/second-look'), shows: seen('When it was coded') },
  { name: 'cases', at: (study) => study.at('cases'), shows: seen('Accrington Springs') },
  { name: 'case', at: firm, shows: heading('Accrington Springs') },
  { name: 'surveys', at: (study) => study.at('surveys'), shows: heading('Surveys') },
  { name: 'survey-questions', at: (study) => survey(study, ''), shows: seen('Turnover per person') },
  { name: 'survey-answers', at: (study) => survey(study, 'answers'), shows: seen('Accrington Springs') },
  {
    name: 'survey-regression',
    at: (study) =>
      survey(study, 'relations?look=regression&outcome=Productivity&predictor=Innovation&predictor=Employees'),
    shows: (page) => expect(page.getByRole('img', { name: 'What explains Productivity' })).toBeVisible(),
  },
  { name: 'memos', at: (study) => study.at('memos'), shows: heading('Memos') },
  { name: 'memos-writing', at: (study) => study.at('memos'), shows: write },
  { name: 'team', at: (study) => study.at('team'), shows: seen('Rukhsana Nazir') },
  { name: 'settings', at: (study) => study.at('settings'), shows: heading(/Settings/) },
  { name: 'account', at: () => '/account', shows: heading(/account/i) },
  { name: 'journal', at: (study) => study.at('journal'), shows: heading('Journal') },
  {
    name: 'keys',
    at: (study) => study.at('codes'),
    shows: (page) => page.getByRole('button', { name: 'all keys' }).click(),
  },
  { name: 'nowhere', at: (study) => study.at('nothing'), shows: heading(/nothing at this address/) },
]

test('signin is clean at every size, light and dark', async ({ visit }) => {
  const page = await visit('stranger')
  await page.goto('/')
  await expect(page.getByLabel('E-mail')).toBeVisible()
  await lookAt(page, 'signin')
})

test('join is clean at every size, light and dark', async ({ visit }) => {
  const invited = await visit('stranger')
  const study = await Study.begin((await visit('lead')).request, 'Come in')
  await invited.goto(await study.invite('researcher'))
  await expect(invited.getByLabel('Your name')).toBeVisible()
  await lookAt(invited, 'join')
})

for (const { name, at, shows } of places) {
  test(`${name} is clean at every size, light and dark`, async ({ visit }) => {
    const page = await visit('lead')
    await page.goto(await at(await Study.sample(page.request)))
    await shows(page)
    await lookAt(page, name)
  })
}
