import { told } from './heard'
import { tabTo } from './keys'
import { lead } from './server'
import { Study } from './study'
import { expect, test } from './test'
import { Transcript } from './transcript'

const interview = `Moira: How did you come to buy the bakery?

Tilda: My aunt wanted to stop. She asked me across the counter, and I said yes before I had counted the money. The oven was older than I am.

Moira: And who helped you then?

Tilda: The miller gave me flour on trust for a year. He never wrote it down. My neighbour painted the sign for a tart a week.
`

const softly = expect.configure({ soft: true })

test('someone without a pointer signs in, codes, orders the codebook, takes back and reads what was retrieved', async ({
  visit,
}) => {
  test.slow() // a whole sitting in one story
  const study = await Study.begin((await visit('lead')).request, 'By keyboard alone')
  const source = await study.bring('Tilda, bread', interview)
  for (const code of ['Trust', 'Help', 'Money']) await study.code(code)
  const page = await visit('stranger')
  const text = new Transcript(page)
  const finder = page.getByRole('combobox', { name: /^A code/ })
  const coded = (...list: string[]) => expect.poll(() => study.coded(source)).toEqual(list)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const step = (what: string, does: () => Promise<void>) =>
    test.step(what, async () => {
      await does()
      await softly.poll(() => page.evaluate(focused), `where the focus is after: ${what}`).toEqual(seen)
    })
  /** Goes to a command, a source or a code by the palette. */
  const goTo = async (name: string) => {
    await press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').pressSequentially(name)
    await press('Enter')
    await expect(page.getByRole('dialog', { name: 'Go to, or do' })).toHaveCount(0)
  }

  await step('signs in, and opens the source', async () => {
    await page.goto('/')
    await expect(page.getByLabel('E-mail')).toBeFocused()
    await page.keyboard.type(lead.email)
    await press('Tab')
    await page.keyboard.type(lead.password)
    await press('Enter')
    await tabTo(page, page.getByRole('link', { name: /^By keyboard alone/ }))
    await press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'By keyboard alone' })).toBeVisible()
    await goTo('Tilda')
    await expect(page.getByRole('article')).toHaveCount(4)
  })

  await step('codes words with a code found by its letters', async () => {
    await tabTo(page, page.getByRole('article').first())
    await press('ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight')
    await text.hasSelected('My aunt')
    await press('c')
    await expect(finder).toBeFocused()
    await page.keyboard.type('hel')
    await press('Enter')
    await coded('Help: My aunt')
    await expect(text.turn('My aunt')).toBeFocused()
  })

  await step('a sentence with the last code, and another with a favourite', async () => {
    await press('Escape', 'Escape', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown')
    await expect(page.getByRole('toolbar', { name: 'Code the selection' })).toBeVisible()
    await press('Enter')
    await coded('Help: My aunt', 'Help: The miller gave me flour on trust for a year.')
    await press('1')
    await coded(
      'Help: My aunt',
      'Help: The miller gave me flour on trust for a year.',
      'Trust: The miller gave me flour on trust for a year.',
    )
  })

  await step('in their own words', async () => {
    await press('Escape', 'Escape', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowRight')
    await text.hasSelected('And who')
    await press('i')
    await expect.poll(() => study.coded(source)).toContain('And who: And who')
  })

  await step('makes a coding longer, shorter, and gives it another code', async () => {
    await press('Escape', 'Escape', 'ArrowUp', 'n')
    await expect(text.coding('Help').first()).toHaveAttribute('aria-pressed', 'true')
    await press(']', ']', ']', '[')
    await expect.poll(() => study.coded(source)).toContain('Help: My aunt wanted to')
    await press('r')
    await page.keyboard.type('mon')
    await press('Enter')
    await expect.poll(() => study.coded(source)).toContain('Money: My aunt wanted to')
    await expect(told(page)).not.toBeEmpty()
  })

  await step('moves an end by the grip', async () => {
    const grip = text.grip('Money', 'ends')
    await tabTo(page, grip)
    await press('ArrowRight', 'Enter')
    await expect.poll(() => study.coded(source)).toContain('Money: My aunt wanted to stop')
    await expect(grip).toBeFocused()
  })

  await step('writes a memo on it', async () => {
    await press('m')
    await expect(page.getByRole('textbox', { name: 'Memo' })).toBeFocused()
    await page.keyboard.type('She never says why.')
    await press('Control+Enter')
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('She never says why.')
  })

  await step('takes a code off', async () => {
    await press('n', 'n')
    const before = (await study.coded(source)).length
    await press('u')
    await expect.poll(async () => (await study.coded(source)).length).toBe(before - 1)
  })

  await step('takes several actions back, and one of them again', async () => {
    const now = await study.coded(source)
    await press('Control+z')
    await expect.poll(async () => (await study.coded(source)).length).toBe(now.length + 1)
    await press('Control+z', 'Control+z')
    await expect.poll(() => study.coded(source)).toContain('Money: My aunt wanted to')
    await press('Control+Shift+z')
    await expect.poll(() => study.coded(source)).toContain('Money: My aunt wanted to stop')
  })

  await step('goes to the retrieved passages, to one of them, and back', async () => {
    await press('g')
    const dock = page.getByRole('region', { name: 'Retrieved passages' })
    await expect(dock.locator(':focus')).toHaveCount(1)
    await press('ArrowDown', 'Enter')
    await press('g')
    await expect(page.getByRole('article').and(page.locator(':focus'))).toHaveCount(1)
  })

  const tree = page.getByRole('tree', { name: 'Codebook' })
  const shape = () =>
    tree
      .getByRole('treeitem')
      .evaluateAll((rows) => rows.map((row) => `${row.getAttribute('aria-level')} ${row.getAttribute('aria-label')}`))

  await step('makes a code', async () => {
    await goTo('Go to the codebook')
    await goTo('New code')
    await expect(page.getByRole('dialog').getByLabel('Name', { exact: true })).toBeFocused()
    await page.keyboard.type('Credit')
    await press('Enter')
    await expect.poll(shape).toEqual(['1 Trust', '1 Help', '1 Money', '1 And who', '1 Credit'])
  })

  await step('names it anew, moves it, nests it', async () => {
    await tabTo(page, tree.locator('[role=treeitem][tabindex="0"]'))
    await press('End')
    await expect(tree.getByRole('treeitem', { name: 'Credit' })).toBeFocused()
    await press('F2')
    await page.keyboard.type('Credit and trust')
    await press('Enter')
    await expect.poll(shape).toContain('1 Credit and trust')
    await press('Alt+ArrowUp')
    await expect.poll(shape).toEqual(['1 Trust', '1 Help', '1 Money', '1 Credit and trust', '1 And who'])
    await press('Alt+ArrowRight')
    await expect.poll(shape).toEqual(['1 Trust', '1 Help', '1 Money', '2 Credit and trust', '1 And who'])
    await expect(tree.getByRole('treeitem', { name: 'Credit and trust' })).toBeFocused()
  })

  await step('merges one code into another', async () => {
    await press('Home')
    await expect(tree.getByRole('treeitem', { name: 'Trust', exact: true })).toBeFocused()
    await press('ArrowDown')
    await expect(tree.getByRole('treeitem', { name: 'Help', exact: true })).toBeFocused()
    await goTo('Merge')
    const dialog = page.getByRole('dialog')
    await tabTo(page, dialog.getByRole('button', { name: /^Merge/ }))
    await press('Enter')
    await expect.poll(shape).toEqual(['1 Trust', '1 Money', '2 Credit and trust', '1 And who'])
  })

  await step('takes all of it back, and does the last again', async () => {
    await press('Control+z', 'Control+z', 'Control+z')
    await expect.poll(shape).toEqual(['1 Trust', '1 Help', '1 Money', '1 And who', '1 Credit and trust'])
    await press('Control+Shift+z')
    await expect.poll(shape).toEqual(['1 Trust', '1 Help', '1 Money', '1 Credit and trust', '1 And who'])
  })
})

/** Something real has the focus, it can be seen, and it is seen that it has it. */
const seen = { somewhere: true, inSight: true, ringed: true }

function focused() {
  const el = document.activeElement as HTMLElement
  const box = el.getBoundingClientRect()
  const ring = (style: CSSStyleDeclaration) =>
    style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
  const styles = [getComputedStyle(el), getComputedStyle(el, '::before'), getComputedStyle(el, '::after')]
  return {
    somewhere: el !== document.body || el.outerHTML,
    inSight: (box.bottom > 0 && box.top < innerHeight && box.width > 0) || el.outerHTML.slice(0, 200),
    ringed: el.matches('main') || styles.some(ring) || el.outerHTML.slice(0, 200), // a page that was just opened
  }
}
