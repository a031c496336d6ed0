import type { Locator } from '@playwright/test'
import { expect, type Page } from './test'

/** How many places Tab comes to at most before something. */
const MOST = 160

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  await expect(what).toBeVisible()
  for (let i = 0; i < MOST; i++) {
    if (await what.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not come there')
}

/** Goes to something by Tab and presses a key there. */
export async function pressAt(page: Page, what: Locator, key: string): Promise<void> {
  await tabTo(page, what)
  await page.keyboard.press(key)
}

/** Goes to a list of options by Tab and chooses one by its first letters. */
export async function typeInto(page: Page, list: Locator, option: string): Promise<void> {
  await tabTo(page, list)
  await page.keyboard.type(option)
  await expect(list.locator('option:checked')).toHaveText(option)
}
