import { Bench, last, turn } from './bench'
import { expect, test } from './test'
import { middle } from './transcript'

test.slow() // each gesture is done, told to the server, undone and compared

test('every gesture with the mouse, each undone in one go', async ({ visit }) => {
  const bench = await Bench.open(await visit('lead'), 'Gestures with the mouse')
  const { page, text } = bench
  const tree = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) })

  await bench.does('a click on a code codes the selected words', async () => {
    await text.select('across the counter')
    await tree('Help').click()
  }, ['Help: across the counter'])

  await bench.does('a double click codes them once', async () => {
    await text.select('across the counter')
    await tree('Help').dblclick()
  }, ['Help: across the counter'])

  await bench.does('words are dragged onto a code', async () => {
    await text.select('across the counter')
    await text.drag((await text.place('the counter')).from, await middle(tree('Help')))
  }, ['Help: across the counter'])

  await bench.does('a code is dragged onto selected words', async () => {
    await text.select('across the counter')
    await text.drag(tree('Help'), (await text.place('the counter')).from)
  }, ['Help: across the counter'])

  await bench.does('a code is dragged onto the words of a sentence', async () => {
    await text.drag(tree('Help'), (await text.place('wanted to')).from)
  }, ['Help: My aunt wanted to stop.'])

  await bench.does('several codes are picked and put on the words together', async () => {
    for (const name of ['Help', 'Money']) {
      if ((await tree(name).getAttribute('aria-selected')) === 'true') continue // the one that was dragged
      await tree(name).click({ modifiers: ['Control'] })
    }
    await text.select('across the counter')
    await page.getByRole('button', { name: '2 picked codes ↵' }).click()
    await tree('Money').click({ modifiers: ['Control'] })
  }, ['Help: across the counter', 'Money: across the counter'])

  await bench.does(
    'a code dropped on a name takes the place of its code',
    async () => {
      await text.drag(tree('Help'), await middle(text.coding('Trust')))
    },
    ['Help: flour on trust'],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does('with Ctrl it comes beside it', async () => {
    await page.keyboard.down('Control')
    await text.drag(tree('Help'), await middle(text.coding('Trust')))
    await page.keyboard.up('Control')
  }, ['Help: flour on trust'])

  await bench.does(
    'a name dragged onto selected words moves its coding there',
    async () => {
      await text.select('never wrote it down')
      await text.drag(text.coding('Trust'), (await text.place('wrote it')).from)
    },
    ['Trust: never wrote it down'],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does('with Ctrl it is a copy', async () => {
    await text.select('never wrote it down')
    await page.keyboard.down('Control')
    await text.drag(text.coding('Trust'), (await text.place('wrote it')).from)
    await page.keyboard.up('Control')
  }, ['Trust: never wrote it down'])

  await bench.does(
    'the grips make a passage longer, with all that is on it',
    async () => {
      await text.coding('Trust').click()
      await text.drag(text.grip('Trust', 'ends'), (await text.place('for a ye')).to)
    },
    ['Money: flour on trust for a year', 'Trust: flour on trust for a year'],
    {
      given: ['Money: flour on trust'],
      replaces: ['Trust: flour on trust', 'Money: flour on trust'],
    },
  )

  await bench.does(
    'with Alt one coding alone',
    async () => {
      await text.coding('Trust').click()
      await page.keyboard.down('Alt')
      await text.drag(text.grip('Trust', 'begins'), (await text.place('gave me')).from)
      await page.keyboard.up('Alt')
    },
    ['Money: flour on trust', 'Trust: gave me flour on trust'],
    {
      given: ['Money: flour on trust'],
      replaces: ['Trust: flour on trust', 'Money: flour on trust'],
    },
  )

  await bench.does(
    'Esc lets a grip go where it was',
    async () => {
      await text.coding('Trust').click()
      const { x, y } = await middle(text.grip('Trust', 'ends'))
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 60, y, { steps: 4 })
      await page.keyboard.press('Escape')
      await page.mouse.up()
    },
    [],
    { changesNothing: true },
  )

  await bench.does('the whole turn is taken from the menu of the selection', async () => {
    await text.select('across the counter')
    await page.getByRole('button', { name: 'More than these words' }).click()
    await page.getByRole('menuitem', { name: /^The whole turn/ }).click()
    await text.hasSelected(turn)
    await tree('Help').click()
  }, [`Help: ${turn}`])

  await bench.does('and all turns of a speaker', async () => {
    await text.select('across the counter')
    await page.getByRole('button', { name: 'More than these words' }).click()
    await page.getByRole('menuitem', { name: /^All 2 turns of Tilda/ }).click()
    await tree('Help').click()
  }, [`Help: ${turn}`, `Help: ${last}`])
})

test('every gesture with the keyboard, each undone in one go', async ({ visit }) => {
  const bench = await Bench.open(await visit('lead'), 'Gestures with keys')
  const { page, text } = bench
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const finder = page.getByRole('combobox', { name: /^A code/ })
  const lightTrust = async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await expect(text.coding('Trust').first()).toHaveAttribute('aria-pressed', 'true')
  }

  await bench.does('find by a few letters', async () => {
    await text.select('across the counter')
    await press('c')
    await finder.fill('hel')
    await press('Enter')
  }, ['Help: across the counter'])

  await bench.does('several at once, ticked with Shift Enter', async () => {
    await text.select('across the counter')
    await press('c')
    await finder.fill('hel')
    await press('Shift+Enter')
    await finder.fill('mon')
    await press('Shift+Enter')
    await expect(page.getByRole('list', { name: 'Ticked codes' }).getByRole('listitem')).toHaveCount(2)
    await press('Enter')
  }, ['Help: across the counter', 'Money: across the counter'])

  await bench.does('the last code', async () => {
    await text.select('across the counter')
    await press('Enter')
  }, ['Money: across the counter'])

  await bench.does('a favourite', async () => {
    await text.select('across the counter')
    await press('1')
  }, ['Trust: across the counter'])

  await bench.does('open coding asks at each selection', async () => {
    await press('o')
    await text.sweep('across the counter')
    await finder.fill('hel')
    await press('Enter', 'o')
  }, ['Help: across the counter'])

  await bench.does('the whole turn', async () => {
    await text.select('across the counter')
    await press('t')
    await text.hasSelected(turn)
    await press('1')
  }, [`Trust: ${turn}`])

  await bench.does('all turns of the speaker', async () => {
    await text.select('across the counter')
    await press('Shift+t')
    await text.hasSelected(turn)
    await press('1')
  }, [`Trust: ${turn}`, `Trust: ${last}`])

  await bench.does(
    'another code in the place of the lit coding’s',
    async () => {
      await lightTrust()
      await press('r')
      await finder.fill('hel')
      await press('Enter')
    },
    ['Help: flour on trust'],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does(
    'two words longer at the end, one entry',
    async () => {
      await lightTrust()
      await press(']', ']')
    },
    ['Trust: flour on trust for a'],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does(
    'a word shorter at the end',
    async () => {
      await lightTrust()
      await press('[')
    },
    ['Trust: flour on'],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does(
    'a word earlier at the beginning',
    async () => {
      await lightTrust()
      await press('{')
    },
    ['Trust: me flour on trust'],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does(
    'a word later at the beginning',
    async () => {
      await lightTrust()
      await press('}')
    },
    ['Trust: on trust'],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does(
    'a grip is a slider',
    async () => {
      await lightTrust()
      await text.grip('Trust', 'ends').focus()
      await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowLeft')
      await expect(text.grip('Trust', 'ends')).toHaveAttribute('aria-valuetext', /for a yea$/)
    },
    ['Trust: flour on trust for a yea'],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does(
    'taken up and moved',
    async () => {
      await lightTrust()
      await press('x')
      await text.select('never wrote it down')
      await press('v')
    },
    ['Trust: never wrote it down'],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does('taken up and copied', async () => {
    await lightTrust()
    await press('x')
    await text.select('never wrote it down')
    await press('Shift+v')
  }, ['Trust: never wrote it down'])

  await bench.does(
    'split where the selection begins',
    async () => {
      await lightTrust()
      await text.select('on trust')
      await press('s')
    },
    ['Trust: flour', 'Trust: on trust'],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does(
    'joined with the next passage',
    async () => {
      await lightTrust()
      await press('j')
    },
    ['Trust: flour on trust for a year. He never wrote'],
    {
      given: ['Trust: never wrote'],
      replaces: ['Trust: flour on trust', 'Trust: never wrote'],
    },
  )

  await bench.does(
    'removed',
    async () => {
      await lightTrust()
      await press('u')
    },
    [],
    { replaces: ['Trust: flour on trust'] },
  )

  await bench.does(
    'all of mine on the words',
    async () => {
      await lightTrust()
      await press('Shift+u')
    },
    [],
    { given: ['Money: flour on trust'], replaces: ['Trust: flour on trust', 'Money: flour on trust'] },
  )
})
