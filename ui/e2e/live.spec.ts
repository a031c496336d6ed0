import { Study } from './study'
import { expect, test } from './test'
import { Transcript } from './transcript'
import { wire } from './wire'

const interview = `
Imran: I had the grant and I had the order and I still could not find a welder.

Imran: So the press stood there and I stood next to it.

Imran: In the end my cousin came back from Leeds and we ran nights.

Imran: You would not call that a plan, but it is what the plan says now.

Imran: And the welder turned up the week after.
`

test('after the connection was gone, nothing that happened meanwhile is missed, on either side', async ({
  visit,
  server,
}) => {
  const [page, elsewhere] = [await visit('lead'), await visit('lead')]
  const study = await Study.begin(elsewhere.request, 'Near and far')
  const source = await study.bring('Imran, valves', interview)
  const [people, machines, luck] = [await study.code('People'), await study.code('Machines'), await study.code('Luck')]
  const gone = await study.put(source, 'I had the grant', luck)
  const line = await wire(server.url)
  await page.goto(line.url + study.at(`sources/${source.id}`))
  const transcript = new Transcript(page)
  const status = page.getByRole('status').filter({ hasText: /saved/i })
  await expect(transcript.coding('Luck')).toBeVisible()
  await study.put(source, 'find a welder', people)
  await expect(transcript.coding('People')).toBeVisible()

  line.cut()
  await expect(status).toContainText('Not connected')

  await test.step('without a connection one codes on, and is told that it is not saved yet', async () => {
    await transcript.select('my cousin came back from Leeds')
    await page.keyboard.press('2')
    await expect(transcript.turn('my cousin').getByRole('button', { name: 'Machines, coded by you' })).toBeVisible()
    await expect(status).toContainText('Not saved: 1 coding kept on this computer')
  })

  await test.step('meanwhile elsewhere: codings made and removed, a code made, a code renamed', async () => {
    await study.put(source, 'the press stood there', machines)
    await study.put(source, 'we ran nights', people)
    await study.remove(gone)
    await study.put(source, 'it is what the plan says now', await study.code('Hindsight'))
    await study.rename(people, 'Finding people')
  })
  expect(await study.codings(source)).toBe(4)

  line.mend()
  await expect(transcript.coding('Hindsight')).toBeVisible({ timeout: 30_000 })
  await expect(transcript.coding('Finding people')).toHaveCount(2)
  await expect(transcript.coding('Machines')).toHaveCount(2)
  await expect(transcript.coding('Luck')).toHaveCount(0)
  await expect.poll(() => study.codings(source), { timeout: 30_000 }).toBe(5)
  await expect(status).toHaveText('Saved')

  await test.step('and what happens from now on is seen at once again', async () => {
    await study.put(source, 'the week after', luck)
    await expect(transcript.coding('Luck')).toBeVisible({ timeout: 2_000 })
  })
  await line.end()
})

test('the text stays, and is coded, when the connection is lost before all parts of the page have come', async ({
  visit,
  server,
}) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Early')
  const source = await study.bring('Imran, presses', interview)
  for (const name of ['People', 'Machines']) await study.code(name)
  const line = await wire(server.url)
  const late = /\/assets\/(TurnsMenu|Finder|Dock)-/
  await page.route(late, (route) => route.abort())
  await page.goto(line.url + study.at(`sources/${source.id}`))
  const transcript = new Transcript(page)
  const status = page.getByRole('status').filter({ hasText: /saved/i })
  await expect(page.getByRole('treeitem', { name: /Machines/ })).toBeVisible()
  line.cut()
  await expect(status).toContainText('Not connected')

  await transcript.select('my cousin came back from Leeds')
  await page.keyboard.press('2')
  await expect(transcript.coding('Machines')).toBeVisible()
  await page.getByRole('link', { name: 'Memos', exact: true }).first().click()
  await page.goBack()
  await expect(transcript.coding('Machines')).toBeVisible()

  await page.unroute(late)
  line.mend()
  await expect(status).toHaveText('Saved', { timeout: 30_000 })
  await transcript.select('the welder turned up')
  await expect(page.getByRole('button', { name: 'More than these words' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByRole('combobox', { name: /^A code for/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  const dock = page.getByRole('region', { name: 'Retrieved passages' })
  await expect(dock).toHaveCSS('border-top-style', 'solid') // its style sheet did not come either
  await line.end()
})
