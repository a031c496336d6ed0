// Takes a picture of every screen, at two sizes, light and dark, from a server with a fresh sample study, and writes the
// page that shows them:
//   node docs/screens/pictures.mjs http://127.0.0.1:8080 amira@selvedge.example PASSWORD
import { writeFile } from 'node:fs/promises'
import { begin } from '../guide/camera.mjs'
import { keepReport } from '../guide/report.mjs'
import { stage } from '../guide/stage.mjs'

const [address, email, password] = process.argv.slice(2)
const camera = await begin(address, email, password)
const { page, api, open, write, end } = camera
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
]
const themes = ['light', 'dark']

const { items: projects } = await api('/api/projects')
const id = projects.at(-1).id
const [{ items: sources }, { items: codes }] = await Promise.all([api(`/api/projects/${id}/sources`), api(`/api/projects/${id}/codes`)])
const { items: [firm] } = await api(`/api/projects/${id}/cases?q=Accrington%20Springs`)
const { items: [survey] } = await api(`/api/projects/${id}/surveys`)
const source = (title) => sources.find((one) => one.title.startsWith(title)).id
const code = (name) => codes.find((one) => one.name === name).id
const { items: strands } = await api(`/api/projects/${id}/strands`)
const dropouts = strands.find((one) => one.name.endsWith('drop-outs'))
const some = ['Family and succession', 'Peer networks', 'Banks and finance', 'Barriers to growth', 'Glass ceiling', 'Programme effects'].map(code)
const report = await keepReport(page, id, code)
const lit = async () => {
  await page.getByRole('article').first().focus()
  await page.keyboard.press('n')
  await page.locator('.insp .acts').waitFor()
}

const closed = () => page.getByRole('button', { name: 'Close the retrieved passages' }).click()

/** Screens with their place in the project, and what is done there before and after the picture is taken. */
const screens = [
  ['Projects', '/'],
  ['A project', `/p/${id}`],
  ['Sources', `/p/${id}/sources`],
  ['Adding sources', `/p/${id}/sources/add`],
  ['Coding', `/p/${id}/sources/${source('M01')}`, lit],
  ['Retrieved passages', `/p/${id}/sources/${source('M01')}?list=${encodeURIComponent(`code=${code('Reluctance to delegate')}`)}`, undefined, closed],
  ['Print view', `/p/${id}/sources/${source('M01')}/print`],
  ['Codes', `/p/${id}/codes?code=${code('Reluctance to delegate')}`],
  ['Codebook as a document', `/p/${id}/codes/whole`],
  ['Splitting a code', `/p/${id}/codes/${code('Barriers to growth')}/split`],
  ['Cases', `/p/${id}/cases`],
  ['A case', `/p/${id}/cases/${firm.id}`],
  ['Questions of a survey', `/p/${id}/surveys/${survey.id}`],
  ['Answers of a survey', `/p/${id}/surveys/${survey.id}/answers`],
  ['Relations of a survey', `/p/${id}/surveys/${survey.id}/relations?look=crosstab&row=Sector&column=Size+band`],
  ['Joint display', `/p/${id}/surveys/${survey.id}/joint?by=Size+band&code=${code('Banks and finance')}&code=${code('Skills')}`],
  ['Code sets', `/p/${id}/codes/sets`],
  ['Codebook over time', `/p/${id}/codes/history`],
  ['Second look', `/p/${id}/codes/second-look`],
  ['Search', `/p/${id}/search?q=${encodeURIComponent('"barriers to growth"')}`],
  ['Cross-reference', `/p/${id}/crossref?row=${code('Banks and finance')}&column=${dropouts.id}`],
  ['Codes with codes', `/p/${id}/crossref?rows=codes:${some}&columns=codes:${some}`],
  ['Words said most', `/p/${id}/pictures/words`],
  ['Saturation', `/p/${id}/pictures/saturation`],
  ['Portrait of a source', `/p/${id}/pictures/portrait/${source('M01')}`],
  ['Report', `/p/${id}/report?report=${report.id}&part=${report.parts[3].id}`],
  ['Excerpts', `/p/${id}/excerpts?code=${code('Reluctance to delegate')}`],
  ['Memos', `/p/${id}/memos`],
  ['Team', `/p/${id}/team`],
  ['Journal', `/p/${id}/journal`],
  ['Settings', `/p/${id}/settings`],
]

const fileOf = (name, { width }, theme) => `${name.toLowerCase().replaceAll(' ', '-')}-${width}-${theme}.png`

/** Takes a screen as it stands, in each size and theme. */
async function take(name) {
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(300)
      await write(new URL(fileOf(name, size, colorScheme), import.meta.url), await page.screenshot())
    }
  }
}
for (const [name, place, before, after] of screens) {
  await page.setViewportSize(sizes[0])
  await open(place)
  await before?.()
  await take(name)
  await after?.()
}
const { scenes, strike } = await stage(camera)
for (const [name, go] of Object.entries(scenes)) {
  await page.setViewportSize(sizes[0])
  await go()
  await take(name)
}
await strike()
await report.strike()
await end()

const names = [...screens.map(([name]) => name), ...Object.keys(scenes)]
const shown = (name) => {
  const one = (size, theme) => `![${name}, ${size.width} px wide, ${theme}](${fileOf(name, size, theme)})`
  const rows = sizes.map((size) => `| ${size.width} × ${size.height} | ${themes.map((theme) => one(size, theme)).join(' | ')} |`)
  return [`## ${name}`, '', '| | Light | Dark |', '|---|---|---|', ...rows, ''].join('\n')
}
const head = '# Every screen\n\nAt two sizes, light and dark, with the sample study, whose people, firms and words are invented. `make pictures` takes them anew and writes this page.\n'
await writeFile(new URL('README.md', import.meta.url), [head, ...names.map(shown)].join('\n'))
