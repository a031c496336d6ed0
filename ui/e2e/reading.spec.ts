import { heard, told } from './heard'
import { Study } from './study'
import { expect, type Page, test } from './test'
import { Transcript } from './transcript'

const said = [
  'We bought the second machine when the first one was still warm.',
  'My father would have waited, and he would have been right.',
  'It stood under a sheet for eleven months. 🧵 I walked past it every day.',
  'Then the order from Kendal came and nobody has seen the sheet since.',
]
const interview = Array.from({ length: 40 }, (_, i) => `Dawn: ${said[i % 4]} That was week ${i + 1}.`).join('\n\n')

/** A source with a few codings, one in the other, opened. */
async function opened(page: Page, name: string) {
  const study = await Study.begin(page.request, name)
  const source = await study.bring('Dawn, packaging', interview)
  const [courage, waiting] = [await study.code('Courage'), await study.code('Waiting')]
  await study.put(source, 'bought the second machine', courage)
  await study.put(source, 'second machine when the first one', waiting)
  await study.put(source, 'walked past it every day. That was week 31', courage)
  await page.goto(study.at(`sources/${source.id}`))
  const transcript = new Transcript(page)
  await expect(transcript.coding('Courage').first()).toBeVisible()
  return { study, source, transcript }
}

const slider = (page: Page) => page.getByRole('slider', { name: 'Place in the text' })

test('the codings shown are narrowed down, said, kept in the address, and shown again', async ({ visit }) => {
  const page = await visit('lead')
  const { transcript } = await opened(page, 'What is shown')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /Waiting/ })
    .check()
  await expect(page.getByRole('contentinfo')).toContainText('1 of 3 codings shown')
  await expect(page).toHaveURL(/code=/)
  await page.keyboard.press('Escape')
  await expect(transcript.coding('Courage')).toHaveCount(0)

  await page.reload()
  await expect(transcript.coding('Waiting')).toBeVisible()
  await expect(transcript.coding('Courage')).toHaveCount(0)
  await page.getByRole('contentinfo').getByRole('button', { name: 'Show all' }).click()
  await expect(transcript.coding('Courage').first()).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('3 codings')
})

test('the density bar goes through the text by mouse and by keyboard', async ({ visit }) => {
  const page = await visit('lead')
  const { transcript } = await opened(page, 'Where it is dense')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'turn 1 of 40, 2 codings')
  await slider(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'turn 2 of 40, 0 codings')
  await page.keyboard.press('End')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^turn 40 of 40/)
  await expect(transcript.turn('week 40.')).toBeInViewport()
  await page.keyboard.press('PageUp')
  await expect(slider(page)).not.toHaveAttribute('aria-valuetext', /^turn 40 of/)
  await page.keyboard.press('Home')
  await expect(transcript.turn('week 1.')).toBeInViewport()

  const box = await slider(page).boundingBox()
  if (!box) throw new Error('the bar is not on the screen')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.77)
  await expect(transcript.turn('week 31.')).toBeInViewport()
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /turn 3\d of 40/)
})

test('a bookmark is set, found again, named and taken away', async ({ visit }) => {
  const page = await visit('lead')
  const { transcript } = await opened(page, 'To come back to')
  await transcript.turn('week 3.').focus()
  await page.keyboard.press('b')
  await expect(transcript.turn('week 3.').getByRole('img', { name: 'Bookmark' })).toBeVisible()
  await expect(told(page)).toHaveText(/Bookmark at turn 3/)

  await slider(page).focus()
  await page.keyboard.press('End')
  await expect(transcript.turn('week 40.')).toBeInViewport()
  await page.getByRole('heading', { name: 'Dawn, packaging' }).click()
  await page.keyboard.press('Shift+b')
  await expect(transcript.turn('week 3.')).toBeFocused()

  const list = page.getByRole('region', { name: 'Bookmarks' })
  await list.getByRole('button', { name: 'Name the bookmark at turn 3' }).click()
  await list.getByRole('textbox', { name: 'Name of the bookmark' }).fill('The sheet')
  await page.keyboard.press('Enter')
  await expect(transcript.turn('week 3.').getByRole('img', { name: 'Bookmark: The sheet' })).toBeVisible()

  await page.reload()
  await expect(list.getByRole('button', { name: /The sheet/ })).toBeVisible()
  await transcript.turn('week 3.').focus()
  await page.keyboard.press('b')
  await expect(transcript.turn('week 3.').getByRole('img')).toHaveCount(0)
  await expect(list).toHaveCount(0)
})

test('what covers some words is gone through from the smallest to the largest, by click and by key', async ({
  visit,
}) => {
  const page = await visit('lead')
  const { transcript } = await opened(page, 'What covers this')
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  const { from, to } = await transcript.place('second machine', transcript.turn('week 1.'))
  const middle = { x: (from.x + to.x) / 2, y: from.y }

  await page.mouse.click(middle.x, middle.y)
  await expect(transcript.coding('Courage').first()).toHaveAttribute('aria-pressed', 'true')
  await expect(told(page)).toHaveText(/1 of 2 codings: ‘Courage’, 4 words, coded by you/)
  await expect(inspector.getByText('2 on this passage')).toBeVisible()
  await page.mouse.click(middle.x, middle.y)
  await expect(transcript.coding('Waiting')).toHaveAttribute('aria-pressed', 'true')
  await expect(told(page)).toHaveText(/2 of 2 codings: ‘Waiting’/)

  await page.keyboard.press('Escape')
  await transcript.turn('week 1.').focus()
  await page.keyboard.press('w')
  await page.keyboard.press('w')
  await expect(transcript.coding('Waiting')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('w')
  await expect(transcript.coding('Courage').first()).toHaveAttribute('aria-pressed', 'true')

  await inspector.getByRole('button', { name: /walked past it every day/ }).click()
  await expect(transcript.turn('week 31.')).toBeInViewport()
})

test('a coded transcript is printed with its passages in brackets and its codings as notes', async ({ visit }) => {
  const page = await visit('lead')
  await opened(page, 'On paper')
  await page.getByRole('button', { name: 'Print view' }).click()
  const sheet = page.getByRole('main').getByRole('article')
  await expect(sheet.getByRole('heading', { name: 'Dawn, packaging' })).toBeVisible()
  await expect(sheet).toContainText('We [1bought the [2second machine1] when the first one2] was still warm.')
  await expect(sheet.getByRole('listitem').first()).toContainText(/Courage coded by/)
  await expect(sheet.getByRole('region', { name: 'Codes' })).toContainText('Courage 2 codings')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation')).toHaveCount(0)
  const word = page.waitForEvent('download')
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: 'Word' }).click()
  expect((await word).suggestedFilename()).toBe('Dawn, packaging, coded.docx')
  const web = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Web page', exact: true }).click()
  expect((await web).suggestedFilename()).toBe('Dawn, packaging, coded.html')
})

test('those who hear the page hear the turns, their codings and what happens', async ({ visit }) => {
  const page = await visit('lead')
  const { transcript } = await opened(page, 'Heard')
  const first = transcript.turn('week 1.')

  await test.step('every turn has a name and its codings, far from the view as well', async () => {
    await expect
      .poll(async () => (await heard(page, 'article')).at(30))
      .toEqual({ name: `Dawn ${said[2]} That was week 31.`, description: '1 coding: Courage' })
    const turns = await heard(page, 'article')
    expect(turns).toHaveLength(40)
    expect(turns[0]).toEqual({ name: `Dawn ${said[0]} That was week 1.`, description: '2 codings: Courage, Waiting' })
    expect(turns[39]).toEqual({ name: `Dawn ${said[3]} That was week 40.`, description: '' })
  })

  await test.step('a filter changes what far turns are said to have', async () => {
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /Waiting/ })
      .check()
    await expect.poll(async () => (await heard(page, 'article')).at(30)?.description).toBe('')
    await page.getByRole('dialog').getByRole('button', { name: 'Show all' }).click()
    await expect.poll(async () => (await heard(page, 'article')).at(30)?.description).toBe('1 coding: Courage')
    await page.keyboard.press('Escape')
  })

  await test.step('in linear reading all is laid out, and the same', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('linear')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect
      .poll(() =>
        page
          .getByRole('article')
          .last()
          .evaluate((turn) => turn.checkVisibility({ contentVisibilityAuto: true })),
      )
      .toBe(true)
    expect(await heard(page, 'article')).toHaveLength(40)
    await expect(first).toHaveAttribute('aria-posinset', '1')
    await expect(first).toHaveAttribute('aria-setsize', '40')
    await expect(first).toMatchAriaSnapshot(`
      - article:
        - paragraph: We bought the second machine when the first one was still warm. That was week 1.
        - button "Courage, coded by you"
        - button "Waiting, coded by you"
    `)
  })

  await test.step('a coding that is gone to is told', async () => {
    await page.keyboard.press('n')
    await expect(told(page)).toHaveText(/‘Courage’, 4 words, coded by you/)
  })
})

test('the browser finds, selects and copies the whole text', async ({ visit }) => {
  const page = await visit('lead')
  const { study, source, transcript } = await opened(page, 'All of it')

  await test.step('words far from the view are found in their turn', async () => {
    const found = () => (window as unknown as { find(words: string): boolean }).find('week 37')
    expect(await page.evaluate(found)).toBe(true)
    const turn = await page.evaluate(
      () => document.getSelection()?.anchorNode?.parentElement?.closest('article')?.dataset.turn,
    )
    expect(turn).toBe('36')
  })

  await test.step('an address with words to find shows them', async () => {
    await page.goto('about:blank')
    await page.goto(study.at(`sources/${source.id}#:~:text=week%2037`))
    await expect(transcript.turn('week 37.')).toBeInViewport()
  })

  await test.step('all of the text can be copied, with who says it', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await transcript.turn('week 37.').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/week 40\.$/)
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(words(copied)).toEqual(words(await study.text(source)))
    expect(copied.match(/^Dawn: /gm)).toHaveLength(40)
  })

  await test.step('so can all of the page', async () => {
    await page.getByRole('main').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Skip to the content')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(words(copied).join(' ')).toContain(words(await study.text(source)).join(' '))
  })
})

const words = (text: string) =>
  text
    .replace(/Dawn: /g, '')
    .split(/\s+/)
    .filter(Boolean)
