import { axeFinds } from './axe'
import { Study } from './study'
import { expect, type Page, test } from './test'
import { Transcript } from './transcript'

const interview =
  'Ann: How did it begin?\nBen: With one lom 👩‍🏭 and two rooms.\nAnn: And then?\nBen: Then came the second.'

test('a text is corrected where it stands, and its codings stay on their words', async ({ visit }) => {
  const [page, reader, hers] = [await visit('lead'), await visit('stranger'), await visit('stranger')]
  const study = await Study.begin(page.request, 'Corrected')
  await study.join(reader.request, 'Rosa', 'reader')
  await study.join(hers.request, 'Noor')
  const source = await study.bring('Looms', interview)
  const code = await study.code('Premises')
  await study.put(source, 'two rooms', code)
  const { text, field, bar, save } = parts(page)
  const coded = async () => {
    const [span] = await study.spans(source, code)
    return span && [...(await study.text(source))].slice(span.start, span.end).join('')
  }

  await test.step('by mouse: a typo before a coding, whose passage moves with its words', async () => {
    await page.goto(study.at(`sources/${source.id}`))
    await expect(text.coding('Premises')).toBeVisible()
    await begin(page, () => page.getByRole('button', { name: 'Correct', exact: true }).click())
    await page.getByText('With one lom').click()
    await field(2).fill('With one single loom 👩‍🏭 and two rooms.')
    await expect(bar.getByText('1 passage would move with its words.')).toBeVisible()
    await bar.getByRole('textbox', { name: 'Why, for the journal' }).fill('Heard again')
    await save.click()
    await expect(text.turn('With one single loom 👩‍🏭 and two rooms.')).toBeVisible()
    await expect(bar).toBeHidden()
    expect(await coded()).toBe('two rooms')
    await expect(text.coding('Premises')).toBeVisible()
  })

  await test.step('it is one step of undo', async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(text.turn('With one lom 👩‍🏭 and two rooms.')).toBeVisible()
    expect(await coded()).toBe('two rooms')
  })

  await test.step('by keyboard: a turn is split, joined, and taken back word by word', async () => {
    await text.turn('And then?').focus()
    await page.keyboard.press('Control+e')
    await expect(field(3)).toBeFocused()
    await page.keyboard.press('End')
    await page.keyboard.type(' Well now?')
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Enter')
    await expect(field(3)).toHaveCount(2)
    await expect(field(3).last()).toBeFocused()
    await page.keyboard.press('Backspace')
    await expect(field(3)).toHaveValue('And then? Well now?')
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z')
    await expect(field(3)).toHaveValue('And then? Well')
    await page.keyboard.press('Control+Shift+z')
    await expect(field(3)).toHaveValue('And then? Well now?')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+y')
    await expect(field(3)).toHaveValue('And then? Well now?')
    await page.keyboard.press('Control+z')
    await expect(field(3)).toHaveValue('And then? Well')
    await page.keyboard.press('Escape')
    await expect(page.locator('.turn[data-turn="2"]')).toBeFocused()
  })

  await test.step('a colleague at the same browser does not see what is not saved', async () => {
    const mine = await page.context().cookies()
    await page.context().addCookies(await hers.context().cookies())
    await page.reload()
    await begin(page, () => page.getByRole('button', { name: 'Correct', exact: true }).click())
    await page.getByText('And then?').click()
    await expect(field(3)).toHaveValue('And then?')
    await page.context().addCookies(mine)
  })

  await test.step('who may only read is told so where they read, and when they press the key', async () => {
    await reader.goto(study.at(`sources/${source.id}`))
    const told = reader.getByText('You may read here; leads and researchers code and correct.')
    await expect(told).toHaveCount(1)
    await expect(async () => {
      await reader.getByRole('article').first().press('Control+e')
      await expect(told.nth(1)).toBeVisible({ timeout: 1000 })
    }).toPass()
  })

  await test.step('what is not saved outlives a reload, who speaks is chosen, someone new is named', async () => {
    await page.reload()
    await expect(field(3)).toHaveValue('And then? Well')
    await page.getByRole('combobox', { name: 'Who says turn 3' }).selectOption('Someone new…')
    await page.getByRole('textbox', { name: 'Name of the speaker' }).fill('Cath')
    await page.keyboard.press('Enter')
    await expect(bar.getByText('1 turn corrected')).toBeVisible()
    await save.click()
    await expect(bar).toBeHidden()
    await expect(page.locator('.turn[data-turn="2"] .who b')).toHaveText('Cath')
  })

  await test.step('words that are written anew lose their passage, and it is said before', async () => {
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    await page.getByText('With one lom').click()
    await field(2).fill('I don’t remember.')
    await expect(bar.getByText('1 passage would lose its words.')).toBeVisible()
    await bar.getByRole('button', { name: 'Discard' }).click()
    await expect(page.getByText('Threw the corrections away')).toBeVisible()
    await expect(text.turn('With one lom 👩‍🏭 and two rooms.')).toBeVisible()
  })
})

test('corrections go along with a text that someone else corrects', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Corrected by two')
  const source = await study.bring('Looms', interview)
  const { text, field, bar, save } = parts(page)
  await page.goto(study.at(`sources/${source.id}`))
  await expect(text.turn('And then?')).toBeVisible()

  await test.step('where someone else corrected the turn meanwhile, both versions stand there and one is taken', async () => {
    await begin(page, () => text.turn('Then came the second.').press('Control+e'))
    await field(4).fill('Then came the second one.')
    await correctedElsewhere(page, study, source.id, 3, 'Then came a third.')
    const clash = page.getByRole('group', { name: 'Someone else corrected this turn meanwhile.' })
    await expect(clash.getByText('Then came a third.')).toBeVisible()
    await expect(save).toBeDisabled()
    await expect(field(4)).toHaveValue('Then came the second one.')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await axeFinds(page)).toEqual([])
    }
    await clash.getByRole('button', { name: 'Keep mine' }).click()
    await save.click()
    await expect(bar).toBeHidden()
    await expect(text.turn('Then came the second one.')).toBeVisible()
  })

  await test.step('a step can be taken back also after someone else corrected another turn', async () => {
    await text.turn('And then?').focus()
    await page.keyboard.press('Control+e')
    await field(3).fill('And then? Go on.')
    await correctedElsewhere(page, study, source.id, 0, 'How did it all begin?')
    await expect(text.turn('How did it all begin?')).toBeVisible()
    await expect(field(3)).toHaveValue('And then? Go on.')
    await expect(field(3)).toBeFocused()
    const why = bar.getByRole('textbox', { name: 'Why, for the journal' })
    await why.pressSequentially('Heard ')
    await correctedElsewhere(page, study, source.id, 0, 'How did it all really begin?')
    await expect(text.turn('How did it all really begin?')).toBeVisible()
    await expect(why).toBeFocused()
    await page.keyboard.type('again')
    await expect(why).toHaveValue('Heard again')
    await field(3).press('Control+z')
    await expect(why).toHaveValue('')
    await page.keyboard.press('Control+z')
    await expect(bar.getByText('1 turn corrected')).toBeHidden()
    await page.keyboard.press('Control+Shift+z')
    await expect(bar.getByText('1 turn corrected')).toBeVisible()
  })

  await test.step('what was written in a turn that someone else took away waits until it is decided on', async () => {
    await correctedElsewhere(page, study, source.id, 2)
    const stray = page.getByRole('group', { name: 'Someone else took a turn away that you corrected.' })
    await expect(stray.getByText('And then? Go on.')).toBeVisible()
    await expect(save).toBeDisabled()
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await axeFinds(page)).toEqual([])
    }
    await stray.getByRole('button', { name: 'Put it after this turn' }).click()
    await save.click()
    await expect(bar).toBeHidden()
    await expect(text.turn('And then? Go on.')).toBeVisible()
    expect(await study.turns(source)).toHaveLength(4)
  })
})

test('who reads a text that a colleague corrects stays where they read', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Read meanwhile')
  const said = Array.from({ length: 120 }, (_, n) => `Ben: This is what I said as number ${n}, and it was not short.`)
  const source = await study.bring('Long', ['Ann: How did it begin?', ...said].join('\n'))
  const text = new Transcript(page)
  await page.goto(study.at(`sources/${source.id}`))
  const read = text.turn('said as number 80,')
  await read.scrollIntoViewIfNeeded()
  await read.focus()
  const top = async () => (await read.boundingBox())?.y ?? 0
  const before = await top()
  await correctedElsewhere(page, study, source.id, 0, 'How did it all begin? '.repeat(40).trim())
  await expect(text.turn('How did it all begin?')).toHaveCount(1)
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(60)
})

/** What a text is corrected with. */
function parts(page: Page) {
  const bar = page.getByRole('region', { name: 'Correcting the text' })
  return {
    text: new Transcript(page),
    field: (turn: number) => page.getByRole('textbox', { name: `Words of turn ${turn}` }),
    bar,
    save: bar.getByRole('button', { name: 'Save' }),
  }
}

/** Begins to correct a text that was just opened: what does it comes a moment after the words. */
async function begin(page: Page, how: () => Promise<void>) {
  await expect(async () => {
    await how()
    await expect(parts(page).bar).toBeVisible({ timeout: 2000 })
  }).toPass()
}

/** Corrects a turn as another window would; without words it goes. */
async function correctedElsewhere(page: Page, study: Study, source: string, turn: number, words?: string) {
  const path = `/api${study.at(`sources/${source}`).replace('/p/', '/projects/')}`
  const { revision } = await (await page.request.get(path)).json()
  const { items } = await (await page.request.get(`${path}/revisions/${revision}/turns`)).json()
  const turns = [{ turn, parts: words === undefined ? [] : [{ text: words, speaker: items[turn].speakerId }] }]
  await expect(await page.request.post(`${path}/revisions`, { data: { revision, turns } })).toBeOK()
}
