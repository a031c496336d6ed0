import { Firefox, firefox } from './firefox'
import { lead } from './server'
import { Study } from './study'
import { expect, test } from './test'

const interview = `Moira: And who helped you then?

Tilda: The miller gave me flour on trust for a year. He never wrote it down.
`

test('in Firefox words are selected, coded, drawn, and taken back', async ({ visit, server }) => {
  test.skip(!firefox, 'Firefox is not on this machine, so nothing was tried in it')
  const study = await Study.begin((await visit('lead')).request, 'In Firefox')
  const source = await study.bring('Tilda, bread', interview)
  await study.code('Trust')
  const browser = await Firefox.start(firefox as string)
  try {
    const read = (expression: string) => expect.poll(() => browser.read(expression))
    await browser.goto(`${server.url}/`)
    const options = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(lead) }
    expect(await browser.read(`fetch('/api/session', ${JSON.stringify(options)}).then(({ ok }) => ok)`)).toBe('true')
    await browser.goto(server.url + study.at(`sources/${source.id}`))
    await read(`document.querySelectorAll('article').length`).toBe('2')

    await test.step('the mouse selects', async () => {
      const [left, right, y] = JSON.parse(await browser.read(`(${placeOf})('flour on trust')`))
      await browser.draw({ x: left + 1, y }, { x: right - 1, y })
      await read('document.getSelection()').toBe('flour on trust')
      await read(`document.querySelectorAll('[role=toolbar].selbar').length`).toBe('1')
    })

    await test.step('a key codes, and the coding is drawn', async () => {
      await browser.press('1')
      await expect.poll(() => study.coded(source)).toEqual(['Trust: flour on trust'])
      await read(`document.querySelectorAll('.surface .br').length`).toBe('1')
      await read(`document.querySelector('.surface .lab').getAttribute('aria-label')`).toBe('Trust, coded by you')
      const [left, right] = JSON.parse(await browser.read(`(${placeOf})('flour on trust')`))
      const [from, to] = JSON.parse(await browser.read(`(${underline})()`))
      expect(Math.abs(from - left)).toBeLessThan(3)
      expect(Math.abs(to - right)).toBeLessThan(3)
    })

    await test.step('and undone', async () => {
      await browser.press('Control+z')
      await expect.poll(() => study.coded(source)).toEqual([])
      await read(`document.querySelectorAll('.surface .br').length`).toBe('0')
    })
  } finally {
    await browser.stop()
  }
})

/** Where words are: left, right, and the middle of their line, in px of the window, as JSON. */
function placeOf(words: string): string {
  for (const say of document.querySelectorAll('.say')) {
    const text = say.firstChild as Text
    const at = text.data.indexOf(words)
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + words.length)
    const { left, right, top, bottom } = range.getBoundingClientRect()
    return JSON.stringify([left, right, (top + bottom) / 2])
  }
  throw new Error(`nobody says “${words}”`)
}

/** From where to where the only underline goes, in px of the window, as JSON. Its box alone would count in its breadth. */
function underline(): string {
  const path = document.querySelector('.surface .u') as SVGGraphicsElement
  const corner = path.closest('article')?.getBoundingClientRect().left ?? 0
  const { x, width } = path.getBBox()
  return JSON.stringify([corner + x, corner + x + width])
}
