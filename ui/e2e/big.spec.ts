import { Study } from './study'
import { expect, test } from './test'
import { Transcript } from './transcript'

const words = 'the order book was full and nobody had an hour to think about who would run it next year'.split(' ')
const TURNS = 500

/** Turn 7 of Dawn and Ali begins with "Turn 7". Fifty words each. */
const turn = (i: number) => {
  const said = Array.from({ length: 48 }, (_, w) => words[(i * 7 + w) % words.length])
  return `Turn ${i} ${said.join(' ')}.`
}
const interview = Array.from({ length: TURNS }, (_, i) => `${i % 2 ? 'Dawn' : 'Ali'}: ${turn(i)}`).join('\n\n')

test('a source of 25,000 words with 500 codings opens whole, and is painted from its first coding to its last', async ({
  visit,
}) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'A long interview')
  const source = await study.bring('A long interview', interview)
  const codes = await Promise.all(['Growth', 'Trust', 'Time'].map((name) => study.code(name)))
  const text = await study.text(source)
  for (let i = 0; i < TURNS; i++) {
    const start = text.indexOf(`Turn ${i} `)
    await study.putAt(source, start, start + 40 + (i % 5) * 30, codes[i % 3] as string)
  }
  expect(await study.codings(source)).toBe(TURNS)

  await page.goto(study.at(`sources/${source.id}`))
  const transcript = new Transcript(page)
  await expect(transcript.turn('Turn 0 ').getByRole('button', { name: 'Growth, coded by you' })).toBeInViewport()

  await test.step('every word is there at once, for the browser’s own search', async () => {
    await expect(page.getByRole('article')).toHaveCount(TURNS)
    const there = await page.getByRole('article').evaluateAll((all) => all.map((one) => one.textContent).join(' '))
    for (let i = 0; i < TURNS; i++) expect(there).toContain(turn(i))
  })

  await test.step('wherever one scrolls, what is in view is painted', async () => {
    await page.getByRole('article').first().hover()
    for (let last = 0; last < TURNS - 1; last = await lastSeen()) {
      await page.mouse.wheel(0, 6_000)
      await expect.poll(lastSeen).toBeGreaterThan(last)
      await expect.poll(unpainted).toEqual([])
    }
  })

  const end = transcript.turn(`Turn ${TURNS - 1} `).getByRole('button', { name: /, coded by you$/ })
  await expect(end).toBeInViewport()

  async function lastSeen() {
    return (await transcript.inView()).at(-1)?.turn ?? 0
  }
  async function unpainted() {
    return (await transcript.inView()).filter(({ names }) => !names.length)
  }
})
