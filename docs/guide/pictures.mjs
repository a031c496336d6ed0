// Takes the pictures of the guide from a server with a fresh sample study:
//   node docs/guide/pictures.mjs http://127.0.0.1:8080 amira@selvedge.example PASSWORD
// Names of pictures after these three take only those. What is changed on the way is undone.
import { begin } from './camera.mjs'
import { keepReport } from './report.mjs'
import { stage } from './stage.mjs'

const [address, email, password, ...only] = process.argv.slice(2)
const camera = await begin(address, email, password)
const { page, api, open, write, end } = camera

const interview = `M06 Pendle Castings
19 May 2026, Nelson, canteen

AO: [00:00:00] Could you tell me what the firm does?
KH: [00:00:08] Castings. Iron, mostly. Drain covers, if you want the truth. You’ve walked on us.
AO: [00:00:17] How many of you are there?
KH: [00:00:19] Thirty-one, and my mother on a Wednesday.
AO: [00:00:25] And what keeps you from growing?
KH: [00:00:29] The furnace. It takes what it takes, and it’s as old as I am.
`

const { items: projects } = await api('/api/projects')
const project = `/p/${projects.at(-1).id}`
const { items: sources } = await api(`/api/projects/${projects.at(-1).id}/sources`)
const whinfield = `${project}/sources/${sources.find(({ title }) => title.startsWith('M01')).id}`
const { items: codes } = await api(`/api/projects/${projects.at(-1).id}/codes`)
const { account: me } = await api('/api/session')
const code = (name) => codes.find((one) => one.name === name).id
const survey = `${project}/surveys/${(await api(`/api${project.replace('/p/', '/projects/')}/surveys`)).items[0].id}`
const firm = async (name) => (await api(`/api${project.replace('/p/', '/projects/')}/cases?q=${encodeURIComponent(name)}`)).items[0].id

const pictures = {
  async coding() {
    await openLit('Every quote over three', 'Reluctance to delegate')
    await keep('coding')
  },
  async words() {
    await open(`${project}/pictures/words`)
    await keep('words')
  },
  async saturation() {
    await open(`${project}/pictures/saturation`)
    await keep('saturation')
  },
  async portrait() {
    await open(whinfield.replace('/sources/', '/pictures/portrait/'))
    await keep('portrait')
  },
  async select() {
    await openLit('First one was a lad', 'Reluctance to delegate')
    await page.keyboard.press('Escape')
    await drag('First one was a lad', 'what am I for?')
    await keep('select', { around: '.selbar', height: 260 })
  },
  async finder() {
    await openLit('First one was a lad', 'Reluctance to delegate')
    await page.keyboard.press('Escape')
    await drag('First one was a lad', 'what am I for?')
    await page.keyboard.press('c')
    await page.getByRole('combobox').pressSequentially('ski')
    await page.waitForTimeout(300)
    await keep('finder', { around: '.turn', of: 'First one was a lad', height: 440 })
    await page.keyboard.press('Escape')
  },
  async lit() {
    await openLit('Then I gave Imran', 'Risk-taking')
    await keep('lit', { around: '.turn', of: 'Then I gave Imran', height: 400, inspector: true })
  },
  async dock() {
    await openLit('Every quote over three', 'Reluctance to delegate')
    await page.keyboard.press('g')
    await page.getByRole('region', { name: 'Retrieved passages' }).getByRole('row').first().waitFor()
    await page.getByRole('treeitem', { name: 'Reluctance to delegate' }).locator('.tick').click()
    await page.waitForTimeout(600)
    await keep('dock')
    await page.getByRole('button', { name: 'Close the retrieved passages' }).click()
  },
  async report() {
    const report = await keepReport(page, project.replace('/p/', ''), code)
    await open(`${project}/report?report=${report.id}&part=${report.parts[3].id}`)
    await page.locator('.laid .sheet').first().waitFor()
    await page.locator('.laid [data-part]', { hasText: 'Money that arrives late' }).last().scrollIntoViewIfNeeded()
    await keep('report')
    await report.strike()
  },
  async reportPictures() {
    const names = ['Leadership and management', 'Reluctance to delegate', 'Skill on the floor', 'Confidence', 'Family and succession', 'Peer networks', 'Customers who teach', 'Banks and finance', 'Rules and paperwork', 'Glass ceiling']
    const codes = `codes:${names.map(code).join(',')}`
    const parts = [
      { kind: 'picture', heading: 'What is told together', picture: 'network', rows: codes, columns: codes, together: 'overlap' },
      { kind: 'picture', heading: 'What is told, strand by strand', picture: 'heat', rows: codes, columns: 'strands' },
    ]
    const address = `/api${project.replace('/p/', '/projects/')}/reports`
    const report = await (await page.request.post(address, { data: { name: 'Pictures', parts } })).json()
    await open(`${project}/report?report=${report.id}&part=${report.parts[0].id}`)
    await page.locator('.laid img').nth(1).waitFor()
    await keep('report-pictures')
    await page.request.delete(`${address}/${report.id}`)
  },
  async exchange() {
    await open('/')
    await page.getByRole('button', { name: 'New project from a file', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'New project from a file', exact: true })
    const buffer = await (await page.request.get(`/api${project.replace('/p/', '/projects/')}/export.qdpx`)).body()
    const file = { name: 'glass-ceiling.qdpx', mimeType: 'application/zip', buffer }
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.getByRole('region', { name: 'What becomes of the file', exact: true }).waitFor()
    await keep('exchange', { element: dialog })
    await page.keyboard.press('Escape')
  },
  async merging() {
    const at = `/api${project.replace('/p/', '/projects/')}`
    const archived = async (of) => ({ name: 'karim.zip', mimeType: 'application/zip', buffer: await (await page.request.get(`${of}/archive`)).body() })
    const made = await (await page.request.post('/api/projects/import', { multipart: { file: await archived(at) } })).json()
    const copy = `/api/projects/${made.project.id}`
    await page.request.patch(`${copy}/codes/${code('Peer networks')}`, { data: { name: 'Networks of peers' } })
    await page.request.post(`${copy}/codes`, { data: { name: 'Pride' } })
    for (const start of [200, 260, 320]) await page.request.post(`${copy}/codings`, { data: { source: whinfield.split('/').at(-1), start, end: start + 40, code: code('Confidence') } })
    await open(`${project}/settings`)
    await page.getByRole('button', { name: 'Merge a copy…', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge a copy', exact: true })
    await dialog.locator('input[type=file]').setInputFiles(await archived(copy))
    await dialog.getByRole('table').waitFor({ timeout: 60_000 })
    await keep('merging', { element: dialog })
    await page.keyboard.press('Escape')
    await page.request.delete(copy)
  },
  async crossref() {
    const { items } = await api(`/api${project.replace('/p/', '/projects/')}/strands`)
    const dropouts = items.find((one) => one.name.endsWith('drop-outs')).id
    await open(`${project}/crossref?row=${code('Banks and finance')}&column=${dropouts}`)
    await keep('crossref')
  },
  async 'crossref-codes'() {
    const axis = `codes:${['Family and succession', 'Peer networks', 'Banks and finance', 'Barriers to growth', 'Glass ceiling', 'Programme effects'].map(code)}`
    await open(`${project}/crossref?rows=${axis}&columns=${axis}&together=turn&row=${code('Glass ceiling')}&column=${code('Family and succession')}`)
    await keep('crossref-codes')
  },
  async 'crossref-quotes'() {
    await open(`${project}/crossref?rows=codes:${code('Barriers to growth')},${code('Glass ceiling')}&as=quotes`)
    await keep('crossref-quotes')
  },
  async print() {
    await open(`${whinfield}/print`)
    await keep('print')
  },
  async correcting() {
    await openLit('Every quote over three', 'Reluctance to delegate')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    await page.locator('.turn', { hasText: 'Every quote over three' }).locator('.say').click({ position: { x: 40, y: 12 } })
    await page.keyboard.type(' indeed')
    await page.getByText('would move with').waitFor()
    await keep('correcting')
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('button', { name: 'Stop correcting' }).click()
  },
  async overview() {
    await open(project)
    await keep('overview')
  },
  async adding() {
    await open(`${project}/sources/add`)
    const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.getByLabel('Files to add').setInputFiles([
      file('M06 Pendle Castings.txt', interview),
      file('M07 Darwen Paints.txt', interview.replace('M06 Pendle Castings', 'M07 Darwen Paints').replaceAll('KH:', 'SM:')),
      file('M08 Scanned notes.pdf', '%PDF-1.7'),
    ])
    await page.getByLabel('Name for AO').fill('Amira Osei')
    await page.getByLabel('AO is a moderator').check()
    await page.getByLabel('Name for KH').fill('Karen Hargreaves')
    await page.getByLabel('Into strand', { exact: true }).first().selectOption({ label: 'Mid-caps' })
    await page.getByRole('heading', { level: 1 }).click()
    await keep('adding')
  },
  async 'adding-table'() {
    await open(`${project}/sources/add`)
    const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    const answers = 'Who,Note by the interviewer,Answer\nKH,she laughs a little and looks away,The furnace.\nSM,a long pause before he speaks,Nerve.\n'
    await page.getByLabel('Files to add').setInputFiles([
      file('M06 Pendle Castings.txt', interview),
      file('D15 Calder Paints.txt', interview.replace('M06 Pendle Castings', 'D15 Calder Paints').replaceAll('KH:', 'SM:')),
      file('D15 copy.txt', interview.replace('M06 Pendle Castings', 'D15 Calder Paints').replaceAll('KH:', 'SM:')),
      file('Answers.csv', answers),
    ])
    await page.getByText('Rules for all files').click()
    await page.getByLabel('In all files,').fill('AO')
    await page.getByLabel('is called').fill('Amira Osei')
    await page.getByRole('button', { name: 'Apply to all' }).click()
    await page.getByRole('button', { name: 'Answers', exact: true }).click()
    await page.getByLabel('Text', { exact: true }).selectOption('Answer')
    await page.getByLabel('Speaker', { exact: true }).selectOption('Who')
    await page.getByText('Cancel the rest').waitFor({ state: 'hidden', timeout: 60_000 })
    await page.getByRole('heading', { level: 1 }).click()
    await keep('adding-table')
  },
  async codes() {
    await open(`${project}/codes?code=${code('Reluctance to delegate')}`)
    await keep('codes')
  },
  async split() {
    await open(`${project}/codes/${code('Barriers to growth')}/split`)
    await keep('split')
  },
  async versions() {
    await open(`${project}/codes/history`)
    await keep('versions')
  },
  async sets() {
    await open(`${project}/codes/sets`)
    await keep('sets', { clip: { x: 172, y: 0, width: 1268, height: 600 } })
  },
  async 'codes-import'() {
    const buffer = Buffer.from(
      'Code,Parent,Include when\nGlass ceiling,Themes,"Numbers at which it stuck, what it felt like, what broke it, who was there."\nEnergy prices,Barriers to growth,Gas and electricity; fixed contracts that ended.\nBarriers to growth,Themes,\n',
    )
    await open(`${project}/codes`)
    await page.getByRole('button', { name: 'Codebook menu' }).click()
    await page.getByRole('menuitem', { name: 'Import a table of codes…' }).click()
    await page.getByLabel('Table with a row for each code').setInputFiles({ name: 'From Nelson.csv', mimeType: 'text/csv', buffer })
    await page.getByLabel('Empty cells leave what stands there').check()
    await page.getByText('1 changed').waitFor()
    await keep('codes-import', { element: page.getByRole('dialog') })
    await page.keyboard.press('Escape')
  },
  async merge() {
    await open(`${project}/codes?code=${code('Skills')}`)
    await page.getByRole('button', { name: /What to do with/ }).click()
    await page.getByRole('menuitem', { name: /Merge into/ }).click()
    await page.getByRole('dialog').getByRole('combobox').selectOption({ value: code('Support needs') })
    await keep('merge', { element: page.getByRole('dialog') })
  },
  async search() {
    await open(`${project}/search?q=${encodeURIComponent('"barriers to growth"')}`)
    await page.getByRole('link', { name: /^P02/ }).first().focus()
    await page.locator('.pv.cur', { hasText: 'written down there' }).waitFor()
    await page.waitForTimeout(300)
    await keep('search')
  },
  async memos() {
    await open(`${project}/memos`)
    await keep('memos')
  },
  async excerpts() {
    await open(`${project}/excerpts?code=${code('Reluctance to delegate')}`)
    await keep('excerpts')
  },
  async ticked() {
    const report = await keepReport(page, project.replace('/p/', ''), code)
    await open(`${project}/excerpts?code=${code('Peer networks')}`)
    const ticks = page.getByRole('checkbox', { name: 'Tick this passage', exact: true })
    await ticks.first().waitFor()
    for (const row of [0, 1, 2]) await ticks.nth(row).click()
    await page.getByRole('button', { name: 'Add to report…', exact: true }).click()
    await page.getByRole('dialog').getByRole('textbox').first().waitFor()
    await keep('ticked')
    await page.keyboard.press('Escape')
    await report.strike()
  },
  async cases() {
    await open(`${project}/cases`)
    await keep('cases')
  },
  async case() {
    await open(`${project}/cases/${await firm('Accrington Springs')}`)
    await keep('case')
  },
  async 'survey-import'() {
    await open(`${project}/surveys/new`)
    await page.locator('input[type=file]').setInputFiles({ name: 'sme-survey-2027.csv', mimeType: 'text/csv', buffer: Buffer.from(table()) })
    await page.getByRole('combobox', { name: 'Type of Sector' }).waitFor()
    await keep('survey-import')
  },
  async questions() {
    await open(survey)
    await keep('questions')
  },
  async answers() {
    await open(`${survey}/answers?show=Sector&show=Size+band`)
    await keep('answers')
  },
  async crosstab() {
    await open(`${survey}/relations?look=crosstab&row=Growth+aspiration&column=Size+band&show=column`)
    await keep('crosstab')
  },
  async regression() {
    await open(`${survey}/relations?look=regression&outcome=Productivity&predictor=Leadership+and+management&predictor=ICT+and+e-business+strategy&predictor=Innovation&predictor=International+activities`)
    await keep('regression')
  },
  async joint() {
    await open(`${survey}/joint?by=Size+band&code=${code('Banks and finance')}&code=${code('Reluctance to delegate')}&code=${code('Premises and planning')}`)
    await keep('joint')
  },
  async team() {
    await open(`${project}/team`)
    await keep('team', { clip: { x: 172, y: 0, width: 1268, height: 600 } })
  },
  async journal() {
    await open(`${project}/journal`)
    await page.getByRole('listitem').filter({ hasText: '40 passages' }).hover()
    await keep('journal', { clip: { x: 172, y: 0, width: 1268, height: 500 } })
  },
}

/** Pictures of a study that is there for them alone: their scenes, and how they are kept. */
const staged = {
  player: ['Player'],
  pages: ['Pages beside the text'],
  pseudonyms: ['Pseudonyms'],
  erasing: ['Erasing', () => ({ element: page.getByRole('dialog') })],
}

const wanted = ([name]) => !only.length || only.includes(name)
for (const [, take] of Object.entries(pictures).filter(wanted)) await take()
const { scenes, strike } = await stage(camera)
for (const [name, [scene, how]] of Object.entries(staged).filter(wanted)) {
  await scenes[scene]()
  await keep(name, how?.())
}
await strike()
await end()

/** The table of a survey as a file has it. */
function table() {
  const heads = 'Firm no,Firm,E-mail,Sector,District,Employees,We have a plan that is written down,We look at our figures every month,Uses [website],Uses [online shop],What holds your firm back most?'
  const agreed = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree']
  const said = ['We are always one late payer away from trouble.', 'I cannot find anyone who can set the machine.', 'There is nobody to leave it with.', '']
  const row = (n) => [`L${1000 + n}`, `Heather and Croft ${n}`, `office@firm${n}.example`, ['Construction', 'Food and drink', 'Transport'][n % 3], ['Burnley', 'Pendle', 'Wyre', 'Preston'][n % 4], 3 + ((n * 7) % 90), agreed[n % 5], agreed[(2 * n) % 5], n % 2, n % 3 ? 0 : 1, said[n % 4] && `${said[n % 4]} That was so in ${2001 + n}.`]
  return [heads, ...Array.from({ length: 60 }, (_, n) => row(n).join(','))].join('\n')
}

/** Opens the place of one's own coding, lit. */
async function openLit(words, name) {
  const { items } = await api(`/api${whinfield.replace('/p/', '/projects/')}/passages`)
  const mine = items.filter(({ text }) => text.startsWith(words)).flatMap(({ codings }) => codings)
  await open(`${whinfield}?coding=${mine.find((one) => one.code === code(name) && one.coder === me.id).id}`)
}

/** Drags the mouse from the first words of a turn to the last ones. */
async function drag(first, last) {
  const said = page.locator('.turn .say', { hasText: first })
  const [from, to] = await said.evaluate(
    (element, [from, to]) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      const box = (at) => {
        const range = document.createRange()
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        return range.getBoundingClientRect().toJSON()
      }
      return [box(text.data.indexOf(from)), box(text.data.indexOf(to) + to.length - 1)]
    },
    [first, last],
  )
  await page.mouse.move(from.left + 1, from.top + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.right, to.top + to.height / 2, { steps: 8 })
  await page.mouse.up()
  await page.locator('.selbar').waitFor()
  await page.waitForTimeout(300)
}

/** Keeps the page, a part of it, or the strip of the text that an element stands in. */
async function keep(name, { around, of, height, inspector, element, clip } = {}) {
  if (around) clip = await strip(page.locator(around, of && { hasText: of }), height, inspector)
  const png = element ? await element.screenshot() : await page.screenshot({ clip })
  await write(new URL(`${name}.png`, import.meta.url), png)
}

async function strip(locator, height, inspector) {
  const box = await locator.first().boundingBox()
  const text = await page.locator('section.text').boundingBox()
  const y = Math.max(text.y, Math.min(box.y - 40, 900 - 26 - height))
  return { x: text.x, y, width: inspector ? 1440 - text.x : text.width, height }
}
