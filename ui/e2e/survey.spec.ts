import { axeFinds } from './axe'
import { lookAt } from './look'
import { type Source, Study } from './study'
import { expect, type Page, test } from './test'

const firms = ['Brook Dye Works', 'Calder Print Room', 'Lune Food Mill']
const districts = ['Preston', 'Burnley', 'Lancaster', 'Pendle']
const agree = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree']
const heads =
  'ID,Firm,Email,District,Employees,Planning,Targets,Feedback,Channels [Web],Channels [Post],What holds you back?'

/** A row of the table, every figure of it from its number alone. */
function row(n: number): string[] {
  const firm = firms[n] ?? `Firm number ${n}`
  const said = [
    `The loan for loom ${n} came two years late`,
    `Nobody for shift ${n}; we train them ourselves`,
    `Orders from abroad fell by ${n} a month`,
  ]
  const item = (k: number) => agree[(n * k + k) % 5] ?? ''
  const cells = [`R${n}`, firm, `f${n}@example.org`, districts[n % 4] ?? '', String(3 + ((n * 7) % 240))]
  const channels = [n % 2 ? 'Yes' : 'No', n % 3 ? 'Yes' : 'No']
  return [...cells, item(1), item(2), item(3), ...channels, n % 5 === 4 ? '' : (said[n % 3] ?? '')]
}

const table = (rows: readonly string[][]) => {
  const lines = [heads, ...rows.map((cells) => cells.map((cell) => `"${cell}"`).join(','))]
  return { name: 'firms 2026.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
}

const rows = Array.from({ length: 300 }, (_, n) => row(n))

/** The kind that a column is read as. */
const kindOf = (page: Page, name: string) => page.getByRole('combobox', { name: `Type of ${name}`, exact: true })

/** The row of the grid where somebody answered. */
const answerOf = (page: Page, name: string) => page.getByRole('grid').getByRole('row', { name: new RegExp(name) })

/** Finds a variable by its name and chooses it. */
async function pick(page: Page, label: string, name: string) {
  const field = page.getByRole('combobox', { name: label, exact: true })
  await field.click()
  await field.fill(name)
  await field.press('Enter')
}

/** The same where several are chosen; it then stands among them. */
async function pickMore(page: Page, label: string, name: string, words = name) {
  await pick(page, label, name)
  await expect(page.getByRole('list', { name: `${label}: chosen` })).toContainText(words)
}

test('a survey is imported, its firms are tied to their interviews, what they wrote is coded, and what they chose related', async ({
  visit,
}) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'What holds firms back')
  for (const [n, firm] of firms.entries())
    await study.bring(`M0${n} Interview`, `${firm}: We waited for the loan.\nAO: And then?\n`)
  await study.code('Credit')

  await test.step('a table is chosen, and each column is read as what it most likely is', async () => {
    await page.goto(study.at('surveys'))
    await expect(page.getByRole('heading', { name: 'No surveys yet' })).toBeVisible()
    await page.getByRole('link', { name: 'Import a survey' }).click()
    await page.getByLabel('Table of the survey').setInputFiles(table(rows))
    await expect(page.getByText('300 rows, 11 columns')).toBeVisible()
    await expect(kindOf(page, 'District')).toHaveValue('single')
    await expect(kindOf(page, 'Planning')).toHaveValue('scale')
    await expect(kindOf(page, 'Employees')).toHaveValue('number')
    await expect(kindOf(page, 'Email')).toHaveValue('ignore')
    await expect(kindOf(page, 'Channels')).toHaveValue('multiple')
    await expect(kindOf(page, 'What holds you back?')).toHaveValue('open')
  })

  await test.step('what was guessed is changed: a name, the order of options, a question taken apart', async () => {
    await page.getByRole('button', { name: /^Planning/ }).click()
    const panel = page.getByRole('complementary', { name: 'About “Planning”' })
    await panel.getByLabel('Words of the question').fill('We plan a year ahead')
    await page.getByRole('button', { name: 'Move Strongly agree' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(page.getByRole('button', { name: 'Move Strongly agree' })).toBeFocused()
    await expect(panel.getByRole('listitem').nth(3)).toContainText('Strongly agree')
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('button', { name: /^Channels/ }).click()
    await page.getByRole('button', { name: 'Take apart' }).click()
    await expect(kindOf(page, 'Channels [Web]')).toHaveValue('single')
    await page.getByRole('checkbox', { name: 'Tick Channels [Web]' }).click()
    await page.getByRole('checkbox', { name: 'Tick Channels [Post]' }).click()
    await page.getByRole('button', { name: 'Join into one question' }).click()
    await expect(kindOf(page, 'Channels')).toHaveValue('multiple')
  })

  await test.step('an option is dragged, and several questions become of one kind at once', async () => {
    await page.getByRole('button', { name: /^Targets/ }).click()
    const options = page.getByRole('complementary', { name: 'About “Targets”' }).getByRole('listitem')
    await page.getByRole('button', { name: 'Move Strongly agree' }).dragTo(options.first())
    await expect(options.first()).toContainText('Strongly agree')
    await page.getByRole('button', { name: 'Move Strongly agree' }).dragTo(options.nth(4))
    await expect(options.nth(4)).toContainText('Strongly agree')
    await page.getByRole('checkbox', { name: 'Tick Targets' }).click()
    await page.getByRole('checkbox', { name: 'Tick Feedback' }).click()
    await page.getByRole('combobox', { name: 'Type of the ticked ones' }).selectOption('single')
    await expect(kindOf(page, 'Targets')).toHaveValue('single')
    await expect(kindOf(page, 'Feedback')).toHaveValue('single')
    await page.getByRole('combobox', { name: 'Type of the ticked ones' }).selectOption('scale')
    await expect(kindOf(page, 'Feedback')).toHaveValue('scale')
    await page.getByRole('button', { name: 'Untick all' }).click()
  })

  await test.step('a code list in a file of its own labels values; one that is none is refused', async () => {
    const codes = page.getByLabel('Code list in a file of its own')
    await codes.setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2') })
    await expect(page.getByText('none of its columns is called as those of a code list')).toBeVisible()
    const lines = 'What,Which,Means\nDistrict,Pendle,Pendle and Nelson'
    await codes.setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) })
    for (const [column, name] of Object.entries({ variables: 'What', values: 'Which', labels: 'Means' })) {
      await page.getByLabel(`Its column of ${column}`).fill(name)
      await page.keyboard.press('Enter')
    }
    await page.getByRole('button', { name: /^District/ }).click()
    await expect(page.getByLabel('Label of Pendle')).toHaveValue('Pendle and Nelson')
  })

  await test.step('a question becomes a variable of the firms too', async () => {
    await page.getByLabel('Also a variable of the firm').check()
    await expect(page.getByText('1 variable of cases')).toBeVisible()
    await page.getByText('1 variable of cases').click()
    await expect(page.getByText('300 cases get a value')).toBeVisible()
  })

  await test.step('only what is warned of is shown, and words find a column', async () => {
    await page.getByLabel('Only with a warning').check()
    await expect(page.getByText('1 of 10 questions')).toBeVisible()
    await page.getByLabel('Only with a warning').uncheck()
    await page.getByRole('searchbox', { name: 'Search the questions' }).fill('feed')
    await expect(page.getByText('1 of 10 questions')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search the questions' }).fill('')
    expect(await axeFinds(page)).toEqual([])
  })

  await test.step('it is imported as one action, which a toast takes back, and says what has become of it', async () => {
    await page.getByRole('button', { name: 'Import 300 respondents' }).click()
    await expect(page.getByRole('heading', { name: 'The survey is imported' })).toBeVisible()
    await expect(page.getByText('Imported “firms 2026”')).toBeVisible()
    await page.getByRole('link', { name: 'Go to the survey' }).click()
    await expect(page.getByRole('heading', { name: 'firms 2026', level: 1 })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Planning/ })).toContainText('We plan a year ahead')
  })

  await test.step('a question is described otherwise, and that is taken back', async () => {
    await page.getByRole('button', { name: /^Feedback/ }).click()
    const reversed = page.getByLabel('Reversed: more agreement counts less')
    await reversed.click() // shows what is kept of it, which takes a moment
    await expect(reversed).toBeChecked()
    await expect(page.getByRole('row', { name: /^Feedback/ })).toContainText('reversed')
    await expect(page.getByText('Changed the question “Feedback”')).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect(page.getByRole('row', { name: /^Feedback/ })).not.toContainText('reversed')
    expect(await axeFinds(page)).toEqual([])
  })

  await test.step('an option is called otherwise with its answers, and taken back', async () => {
    await page.getByRole('button', { name: /^District/ }).click()
    await page.getByLabel('Value “Burnley”').fill('Preston')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Changed the question “District”')).toBeVisible()
    await expect(page.getByLabel('Value “Burnley”')).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect(page.getByLabel('Value “Burnley”')).toBeVisible()
  })

  await test.step('answers are copied to cases afterwards', async () => {
    await page.getByRole('button', { name: 'Copy to cases…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'Employees' }).check()
    await dialog.getByLabel('Variable for “Employees”').fill('People')
    await expect(dialog.getByText('300 cases get a value')).toBeVisible()
    expect(await axeFinds(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Copy to cases' }).click()
    await expect(page.getByText('Copied answers of “firms 2026” to cases')).toBeVisible()
    await page.getByRole('button', { name: /^Employees/ }).click()
    await expect(page.getByLabel('Newer tables change the variable “People” of cases')).toBeChecked()
  })

  await test.step('three firms are tied to their interviews where these are called alike', async () => {
    await page.goto(study.at('cases'))
    await page.getByText('3 suggested ties').click()
    for (const left of [2, 1, 0]) {
      await page.getByRole('button', { name: 'Tie', exact: true }).first().click()
      await expect(page.getByText(/suggested tie/)).toHaveCount(left ? 1 : 0)
    }
  })

  await test.step('answers with a word are found, ticked and coded, all as one', async () => {
    await page.goto(study.at('surveys'))
    await page.getByRole('link', { name: 'firms 2026' }).click()
    await page.getByRole('link', { name: /^Answers/ }).click()
    await expect(page.getByText('240 answers', { exact: true })).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('loan')
    await expect(page.getByText('80 of 240 answers')).toBeVisible()
    await answerOf(page, 'Brook Dye Works').getByRole('gridcell').nth(2).click()
    await page.keyboard.press('Control+a')
    await expect(page.getByText('80 answers ticked')).toBeVisible()
    await page.keyboard.press('c')
    await page.getByRole('dialog').getByRole('combobox').fill('cred')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Coded 80 answers with Credit')).toBeVisible()
    await expect(answerOf(page, 'Brook Dye Works')).toContainText('Credit')
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect(answerOf(page, 'Brook Dye Works')).not.toContainText('Credit')
  })

  await test.step('the keyboard alone ticks some, codes them, and goes on to the next that is not coded', async () => {
    await answerOf(page, 'Brook Dye Works').getByRole('gridcell').nth(2).click()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.getByText('2 answers ticked')).toBeVisible()
    await page.keyboard.press('c')
    await page.getByRole('dialog').getByRole('combobox').fill('cred')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Coded 2 answers with Credit')).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    const beside = page.getByRole('complementary', { name: 'Answer of Firm number 6' })
    await expect(beside).toContainText('The loan for loom 6 came two years late')
    await page.getByRole('button', { name: 'Coded', exact: true }).click()
    await expect(page.getByText('2 of 240 answers')).toBeVisible()
    expect(await axeFinds(page)).toEqual([])
  })

  await test.step('a code that is set elsewhere stands there without being asked for', async () => {
    await page.getByRole('button', { name: 'Uncoded', exact: true }).click()
    await page.getByRole('searchbox').fill('')
    await expect(page.getByText('238 of 240 answers')).toBeVisible()
    const survey = /surveys\/([^/]+)/.exec(page.url())?.[1]
    const address = `/api/projects/${study.id}/surveys/${survey}/answers`
    const params = { question: 'What holds you back?', coded: 'no' }
    const { source, items } = await (await page.request.get(address, { params })).json()
    const { Credit: code = '' } = await study.codes()
    await study.putAt({ id: source } as Source, items[0].start, items[0].end, code)
    await expect(page.getByText('237 of 240 answers')).toBeVisible()
  })

  await test.step('a newer table says before what it changes, and changes that', async () => {
    await page.getByRole('button', { name: 'Bring a newer table…' }).click()
    const dialog = page.getByRole('dialog')
    const newer = [...rows.slice(0, 10), row(10).with(3, 'Preston'), ...rows.slice(11), row(300)]
    await dialog.getByLabel(/^Newer table/).setInputFiles(table(newer))
    await expect(dialog.getByText('1 new, 1 changed, 299 unchanged, 0 not in the table')).toBeVisible()
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Firm number 10' })).toContainText('Preston')
    await dialog.getByRole('button', { name: 'Bring 2 changes' }).click()
    await expect(page.getByText('301 respondents')).toBeVisible()
  })

  await test.step('a firm has on one page what it answered and what it said', async () => {
    await page.goto(study.at(`cases/${await study.caseNamed('Brook Dye Works')}`))
    await expect(page.getByRole('row', { name: /Brook Dye Works, in M00/ })).toBeVisible()
    const answers = page.getByRole('region', { name: 'Answers to surveys' })
    await expect(answers).toContainText('The loan for loom 0 came two years late')
    await answers.getByRole('link', { name: 'firms 2026' }).click()
    await expect(page.getByRole('heading', { name: 'firms 2026', level: 1 })).toBeVisible()
  })

  await test.step('a scale is made of three items, and says how well they go together', async () => {
    await page.getByRole('link', { name: 'Relations' }).click()
    await page.getByRole('button', { name: 'Scales', exact: true }).click()
    await page.getByRole('button', { name: 'New scale' }).click()
    await page.getByLabel('Name of the scale').fill('Management')
    await pickMore(page, 'Items', 'Planning', 'We plan a year ahead')
    for (const item of ['Targets', 'Feedback']) await pickMore(page, 'Items', item)
    await expect(page.getByRole('region', { name: 'Reliability' })).toContainText('Cronbach’s alpha')
    await page.getByRole('button', { name: 'Save the scale' }).click()
    await expect(page.getByText('Saved the scale “Management”')).toBeVisible()
    await lookAt(page, 'survey-scale')
  })

  await test.step('the scale is compared by district and explained, each with its picture', async () => {
    await page.getByRole('button', { name: 'Groups', exact: true }).click()
    await pick(page, 'Measure', 'Management')
    await pick(page, 'Groups by', 'District')
    await expect(page.getByRole('img', { name: 'Management by District', exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Correlations', exact: true }).click()
    for (const measure of ['Management', 'Employees']) await pickMore(page, 'Measures', measure)
    await expect(page.getByRole('img', { name: 'Employees with Management' })).toBeVisible()
    await page.getByRole('button', { name: 'Regression', exact: true }).click()
    await pick(page, 'Outcome', 'Management')
    for (const one of ['Employees', 'District']) await pickMore(page, 'What explains it', one)
    await expect(page.getByRole('img', { name: 'What explains Management' })).toBeVisible()
  })

  await test.step('a cell of a cross-table opens the firms behind it and what they said', async () => {
    await page.getByRole('button', { name: 'Cross-table', exact: true }).click()
    await pick(page, 'Rows', 'District')
    await pick(page, 'Columns', 'Planning')
    await page
      .getByRole('row', { name: /^Preston/ })
      .getByRole('button')
      .nth(1)
      .click()
    const behind = page.getByRole('complementary', { name: 'Who stands behind it' })
    await expect(behind.getByRole('link', { name: 'Brook Dye Works' })).toBeVisible()
    await expect(behind).toContainText('The loan for loom 0 came two years late')
    await page.reload()
    await expect(behind.getByRole('link', { name: 'Brook Dye Works' })).toBeVisible()
    await behind.focus()
    await page.keyboard.press('Escape')
    await expect(behind).toBeHidden()
  })

  await test.step('its picture is saved as a drawing and as an image', async () => {
    for (const [name, ending] of [
      ['Drawing (SVG)', 'svg'],
      ['Image (PNG)', 'png'],
    ] as const) {
      await page.getByRole('button', { name: /^Save the picture/ }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name }).click()
      expect((await download).suggestedFilename()).toMatch(new RegExp(`by District\\.${ending}$`))
    }
  })

  await test.step('a joint display stands numbers beside what was written, and a cell opens all of it', async () => {
    await page.getByRole('link', { name: 'Joint display' }).click()
    await pick(page, 'Groups by', 'District')
    await page.getByRole('checkbox', { name: 'Credit' }).check()
    await page.getByRole('button', { name: /The loan for loom 0/ }).click()
    const behind = page.getByRole('complementary', { name: 'Who stands behind it' })
    await expect(behind).toContainText('Fewer than 5')
    await expect(behind.getByRole('listitem').first()).toContainText('The loan for loom 0 came two years late')
    await lookAt(page, 'survey-joint')
  })

  await test.step('a survey is deleted, and comes back', async () => {
    await page.getByRole('button', { name: 'Settings…' }).click()
    await page.getByRole('button', { name: 'Delete the survey' }).click()
    await expect(page.getByRole('heading', { name: 'No surveys yet' })).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect(page.getByRole('link', { name: 'firms 2026' })).toBeVisible()
    expect(await axeFinds(page)).toEqual([])
  })
})
