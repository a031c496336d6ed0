import type { Page } from '@playwright/test'

/** What an assistive program is told of a thing on the page. */
export interface Heard {
  name: string
  description: string
}

/** All things of a role in the browser's own accessibility tree, in the order of the page. */
export async function heard(page: Page, role: string): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes
    .filter((node) => !node.ignored && node.role?.value === role)
    .map(({ name, description }) => ({ name: name?.value ?? '', description: description?.value ?? '' }))
}

/** What was announced last. */
export const told = (page: Page) => page.locator('[aria-live="polite"]').last()
