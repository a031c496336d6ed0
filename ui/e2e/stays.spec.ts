import { Study } from './study'
import { expect, test } from './test'
import { Transcript } from './transcript'

const says = [
  'We bought the second machine when the first one was still warm.',
  'My father would have waited, and my father would have been right.',
  'It stood under a sheet for eleven months and I walked past it every day.',
  'Then the order from Kendal came and nobody has seen the sheet since.',
]
const interview = Array.from({ length: 60 }, (_, i) => `Dawn: ${says[i % 4]} That was week ${i + 1}.`).join('\n\n')
const words = 'nobody has seen the sheet since. That was week 32'

test('coding leaves everything where it was, and undo brings the text back', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'What stays')
  const source = await study.bring('Dawn, packaging', interview)
  const [courage] = [await study.code('Courage'), await study.code('Waiting')]
  await study.put(source, 'walked past it every day. That was week 31', courage)
  await page.goto(study.at(`sources/${source.id}`))
  await page.evaluate(() => Object.assign(window, { stays: true }))
  const transcript = new Transcript(page)
  const count = (n: number) => expect.poll(() => study.codings(source)).toBe(n)

  await transcript.select(words)
  await expect(transcript.turn(words)).toBeInViewport()
  const before = await place()
  const drawn = await transcript.drawn(words)
  const neighbour = await transcript.drawn('That was week 31')
  expect(before.scrolled).toBeGreaterThan(500)

  await test.step('a code by its key: it is drawn, and nothing else has changed', async () => {
    await page.keyboard.press('1')
    await expect(transcript.turn(words).getByRole('button', { name: 'Courage, coded by you' })).toBeVisible()
    await count(2)
    expect(await place()).toEqual(before)
  })

  await test.step('a second, by typing its name', async () => {
    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: /^A code for/ }).fill('wait')
    await page.keyboard.press('Enter')
    await expect(transcript.turn(words).getByRole('button', { name: 'Waiting, coded by you' })).toBeVisible()
    await count(3)
    expect(await place()).toEqual(before)
  })

  await test.step('both are undone from the keyboard, and the text is as it was', async () => {
    await page.keyboard.press('Control+z')
    await count(2)
    await page.keyboard.press('Control+z')
    await count(1)
    await expect.poll(() => transcript.drawn(words)).toEqual(drawn)
    expect(await transcript.drawn('That was week 31')).toEqual(neighbour)
    expect(await place()).toEqual(before)
  })

  await test.step('and redone', async () => {
    await page.keyboard.press('Control+Shift+z')
    await expect(transcript.turn(words).getByRole('button', { name: 'Courage, coded by you' })).toBeVisible()
    await count(2)
    expect(await place()).toEqual(before)
  })

  /** Where the reader is: what is scrolled, selected and focused, and that the page was never loaded again. */
  async function place() {
    return { scrolled: await transcript.scrolled(), ...(await page.evaluate(state)) }
  }
})

function state() {
  const focused = document.activeElement
  return {
    selected: `${document.getSelection()}`,
    focused: focused?.closest('article')?.textContent?.match(/week \d+/)?.[0] ?? focused?.tagName,
    loadedOnce: 'stays' in window,
    windowScrolled: window.scrollY,
  }
}
