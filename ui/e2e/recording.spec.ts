import type { Page } from '@playwright/test'
import { lookAt } from './look'
import { Study } from './study'
import { expect, test } from './test'
import { wav } from './wav.mjs'

const words = 'Ann: How did it begin?\nBen: With one loom.\nAnn: And then?\nBen: Then came the second.\n'
const at = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
const isPaused = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)
const timeOf = (page: Page, turn: number) => page.locator(`.turn[data-turn="${turn}"] .who time`)

test('A recording is attached, heard beside its text, and gives it times by ear', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.begin(page.request, 'Heard')
  const source = await study.bring('Looms', words)

  await test.step('It is attached from the list, and what can’t be played is refused in words', async () => {
    await page.goto(study.at('sources'))
    await page.getByRole('button', { name: 'What to do with Looms' }).click()
    await page.getByRole('menuitem', { name: 'Attach a recording…' }).click()
    const field = page.getByLabel('Audio or video file')
    await field.setInputFiles({ name: 'talk.amr', mimeType: 'audio/amr', buffer: Buffer.from('#!AMR\n and so on') })
    await expect(page.getByRole('alert')).toContainText('AMR recording, which browsers can')
    await field.setInputFiles({ name: 'looms.wav', mimeType: 'audio/wav', buffer: wav(120) })
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('row', { name: /Looms/ })).toContainText('recording')
  })

  await test.step('Keys play, go back and change the speed without leaving the text', async () => {
    await page.goto(study.at(`sources/${source.id}`))
    await expect(page.getByRole('region', { name: 'Recording' })).toBeVisible()
    await page.locator('.turn').first().focus()
    await page.keyboard.press('k')
    await expect.poll(() => at(page)).toBeGreaterThan(0.3)
    await page.keyboard.press('k')
    await expect.poll(() => isPaused(page)).toBe(true)
    await page.keyboard.press('.')
    await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('1.25')
    await page.getByRole('slider', { name: 'Place in the recording' }).fill('60')
    await page.locator('.turn').first().focus()
    await page.keyboard.press('h')
    await expect.poll(() => at(page)).toBe(58)
  })

  await test.step('A key sets the time of each turn by ear; the last can be taken back; all are saved as one', async () => {
    const place = page.getByRole('slider', { name: 'Place in the recording' })
    await page.keyboard.press('Shift+E')
    for (const [turn, seconds] of [0, 10, 30].entries()) {
      await place.fill(String(seconds))
      await page.locator('.turn').nth(turn).focus()
      await page.keyboard.press('e')
      await expect(timeOf(page, turn)).toHaveText(`0:00:${String(seconds).padStart(2, '0')}`)
    }
    await page.keyboard.press('Backspace')
    await expect(timeOf(page, 2)).toHaveCount(0)
    await place.fill('40')
    await page.locator('.turn').first().focus()
    await page.keyboard.press('e')
    await page.keyboard.press('Shift+E')
    await expect(page.getByText('Saved the times of 3 turns')).toBeVisible()
    await page.reload()
    await expect(timeOf(page, 2)).toHaveText('0:00:40')
    await expect(page.getByRole('region', { name: 'Recording' })).toBeVisible() // only then do times play
  })

  await test.step('A click on a time plays from there, and the turn that is spoken is lit', async () => {
    await timeOf(page, 1).click()
    await expect.poll(() => at(page)).toBeGreaterThan(10)
    await expect.poll(() => lit(page)).toBe('With one loom.')
    await page.getByRole('slider', { name: 'Place in the recording' }).fill('41')
    await expect.poll(() => lit(page)).toBe('And then?')
  })

  await test.step('It is whole at every size, and every part of it is reached with the keyboard', async () => {
    await page.getByRole('button', { name: 'Pause' }).click()
    await lookAt(page, 'player')
    await page.getByRole('button', { name: 'Play', exact: true }).focus()
    const parts = ['Back two seconds', 'Place in the recording', 'Speed', 'Volume', 'Follow in the text']
    for (const name of parts) {
      await page.keyboard.press('Tab')
      await expect(page.getByRole('region', { name: 'Recording' }).getByLabel(name)).toBeFocused()
    }
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Home')
    await expect.poll(() => at(page)).toBe(0)
    await page.locator('.turn').first().focus()
    await page.keyboard.press('Shift+E')
    await expect(page.getByRole('button', { name: /^Begins now: / })).toBeVisible()
    await lookAt(page, 'player-by-ear')
    await page.keyboard.press('Shift+E')
  })

  await test.step('Scrolling by hand stops following', async () => {
    const follow = page.getByRole('checkbox', { name: 'Follow in the text' })
    await expect(follow).toBeChecked()
    await page.locator('.reading > .text').hover()
    await page.mouse.wheel(0, 40)
    await expect(follow).not.toBeChecked()
  })

  await test.step('The times are one step of undo', async () => {
    await page.locator('.turn').first().focus()
    await page.keyboard.press('k')
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Undid: set times in Looms')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('region', { name: 'Recording' })).toBeVisible()
    await expect(page.locator('.who time')).toHaveCount(0)
  })
})

/** The words that are marked as being spoken. */
const lit = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map((range) => range.startContainer.textContent).join())
