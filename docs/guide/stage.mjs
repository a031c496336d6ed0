// A small study beside the sample study, for pictures of what that has not: a recording, a PDF, names to replace and a
// corrected text. The people, firms and words in it are invented, the recording is tones.
import { wav } from '../../ui/e2e/wav.mjs'

const interview = `AO: [00:00:00] Could you tell me what the firm does?
Karen Hargreaves: [00:00:06] Castings. Iron, mostly. Drain covers, if you want the truth. You’ve walked on us.
AO: [00:00:14] How many of you are there?
Karen Hargreaves: [00:00:17] Thirty-one, and my mother on a Wednesday. Most of them come from Nelson, and a few walk over from Barrowford.
AO: [00:00:27] And what keeps you from growing?
Karen Hargreaves: [00:00:30] The furnace. It takes what it takes, and it’s as old as I am. We could sell half as much again.
AO: [00:00:41] Have you thought of a second one?
Karen Hargreaves: [00:00:44] Every winter. Then I look at what the bank wants for it, and at Gordon, who’d have to run it. Gordon is sixty-three.
AO: [00:00:56] So it is people as much as money.
Karen Hargreaves: [00:00:59] It’s Gordon, is what it is. There’s nobody in Nelson who can read a melt as he does, and I can’t send anyone to learn it.
AO: [00:01:10] What would help?
Karen Hargreaves: [00:01:12] Somebody who comes and stands beside him for a year. Not a course. A course is what you do to people who aren’t needed.
AO: [00:01:22] Who would pay for that year?
Karen Hargreaves: [00:01:25] That’s what I asked the growth hub. They had a leaflet.
`

const plan = `<!doctype html><title>Skills plan</title>
<style>body { font: 13pt/1.55 serif; margin: 0 } h1 { font-size: 20pt } h2 { font-size: 14pt } section + section { break-before: page }</style>
<section><h1>A skills plan for five foundries</h1>
<p>Notes of the meeting at the Burnley works, 9 June 2026.</p>
<h2>What was said of the present</h2>
<p>All five firms have one person who can read a melt, and in three of them that person is over sixty. None has sent anyone on a course in the last four years, since whoever goes is missed on the floor from the first morning.</p>
<p>Two firms had tried to take on an apprentice between them. It failed over the question of whose insurance he stood under while he walked from one yard to the other.</p>
<h2>What was said of growth</h2>
<p>Orders are there. The firms turned away work for some forty tonnes in the spring, most of it because the furnace was full, some because nobody was free to quote for it.</p></section>
<section><h2>What was agreed</h2>
<p>The firms ask the chamber to hold the contract of one shared apprentice, so that the insurance is in one hand. Each pays a fifth and has the apprentice for one day of the week.</p>
<p>They meet again in September, with the figures of the summer.</p></section>`

/** Makes the study, as whoever is signed in on a page, and says how to come to each scene. `strike` deletes it. */
export async function stage({ page, open }) {
  const send = async (method, path, options) => {
    const answer = await page.request[method](path, { timeout: 60_000, ...options })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`)
    return answer.status() === 204 ? undefined : answer.json()
  }
  const { id } = await send('post', '/api/projects', { data: { name: 'Foundries', template: 'blank' } })
  const api = `/api/projects/${id}`
  const { id: strand } = await send('post', `${api}/strands`, { data: { name: 'Interviews', question: 'What keeps foundries from growing?', kind: 'interviews' } })
  const bring = (name, buffer) => send('post', `${api}/sources`, { multipart: { strand, file: { name, mimeType: 'application/octet-stream', buffer } } })
  const put = async (source, code, ...passages) => {
    const { id: made } = await send('post', `${api}/codes`, { data: { name: code } })
    const text = await (await page.request.get(`${api}/sources/${source}/text`)).text()
    for (const words of passages) {
      const start = [...text.slice(0, text.indexOf(words))].length
      await send('post', `${api}/codings`, { data: { source, code: made, start, end: start + [...words].length } })
    }
  }

  const { id: heard } = await bring('M06 Pendle Castings.txt', Buffer.from(interview))
  await send('put', `${api}/sources/${heard}/recording`, { multipart: { file: { name: 'M06.wav', mimeType: 'audio/wav', buffer: wav(95) } } })
  await put(heard, 'Capacity', 'The furnace. It takes what it takes, and it’s as old as I am.')
  await put(heard, 'Dependence on one person', 'It’s Gordon, is what it is. There’s nobody in Nelson who can read a melt as he does')
  await put(heard, 'Learning at work', 'Somebody who comes and stands beside him for a year. Not a course.')
  const { id: printed } = await bring('D04 Skills plan.pdf', await print(page, plan))
  await put(printed, 'Skills', 'All five firms have one person who can read a melt', 'None has sent anyone on a course in the last four years')
  await put(printed, 'Turning work away', 'The firms turned away work for some forty tonnes in the spring')
  await send('post', `${api}/pseudonyms`, { data: { name: 'Karen Hargreaves', pseudonym: 'Joan Mills' } })
  await send('post', `${api}/pseudonyms`, { data: { name: 'Gordon', pseudonym: 'Wilfred' } })

  const menu = async (item) => {
    await open(`/p/${id}/sources`)
    await page.getByRole('button', { name: /^What to do with M06/ }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await page.getByRole('dialog').waitFor()
  }
  const pages = (view) => async () => {
    await open(`/p/${id}/sources/${printed}`)
    await page.getByRole('group', { name: 'Text or pages' }).getByRole('button', { name: view }).click()
    await page.getByRole('img', { name: 'Page 1', exact: true }).waitFor()
    await page.waitForTimeout(2000) // until the picture of the page is drawn
  }
  const scenes = {
    async Player() {
      await open(`/p/${id}/sources/${heard}`)
      await page.getByText('of 0:01:35').waitFor() // until then there is no place to go to
      await page.getByRole('slider', { name: 'Place in the recording' }).fill('47')
      await page.waitForTimeout(600)
    },
    'Pages beside the text': pages('Both'),
    'Pages in place of the text': pages('Pages'),
    async Pseudonyms() {
      await open(`/p/${id}/sources/pseudonyms`)
      await page.getByRole('region', { name: 'In the texts' }).locator('summary').first().click()
      await page.mouse.move(0, 0)
    },
    async Erasing() {
      await menu('Erase a participant’s words…')
      await page.getByRole('dialog').getByRole('checkbox', { name: 'Karen Hargreaves' }).check()
      await page.getByText(/^Goes for good: \d+ words/).waitFor()
    },
    async 'Versions of a text'() {
      await correct()
      await menu('Versions of the text')
      await page.getByRole('insertion').first().waitFor()
    },
    async 'Passages to review'() {
      await open(`/p/${id}/sources/${heard}`)
      await page.getByRole('button', { name: '1 passage to review', exact: true }).click()
      await page.getByRole('region', { name: 'Passages to review' }).waitFor()
    },
  }
  /** Corrects the interview in a way that takes a passage its words. */
  async function correct() {
    const text = await (await page.request.get(`${api}/sources/${heard}/text`)).text()
    const at = (words) => [...text.slice(0, text.indexOf(words))].length
    const edit = (words, now) => ({ start: at(words), end: at(words) + [...words].length, text: now })
    const edits = [edit('The furnace. It takes what it takes, and it’s as old as I am.', 'Room, if you ask me.'), edit('half as much again', 'half as much more')]
    await send('post', `${api}/sources/${heard}/revisions`, { data: { revision: 1, edits, why: 'Heard again with the recording' } })
  }
  return { scenes, strike: () => send('delete', api) }
}

/** Prints a page of HTML. */
async function print(page, html) {
  const sheet = await page.context().newPage()
  await sheet.setContent(html)
  const pdf = await sheet.pdf({ format: 'A4', margin: { top: '25mm', bottom: '25mm', left: '25mm', right: '25mm' } })
  await sheet.close()
  return pdf
}
