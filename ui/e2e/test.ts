import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
  type Route,
} from '@playwright/test'
import { type Kind, lead, type Server, start } from './server'

export type { Locator, Page, Route }
export { expect }

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>

interface Mine {
  /** A browser of one's own: of the lead, who is signed in, or of a stranger. What goes wrong in it fails the test. */
  visit: (who: 'lead' | 'stranger', device?: BrowserContextOptions) => Promise<Page>
}

interface Shared {
  kind: Kind
  server: Server
  signedIn: SignedIn
}

export const test = base.extend<Mine, Shared>({
  kind: ['sqlite', { option: true, scope: 'worker' }],

  server: [
    async ({ kind }, use) => {
      const server = await start(kind)
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  // Once for all tests: how often one may try to sign in is limited.
  signedIn: [
    async ({ playwright, server }, use) => {
      const request = await playwright.request.newContext({ baseURL: server.url })
      await expect(await request.post('/api/session', { data: lead })).toBeOK()
      await use(await request.storageState())
      await request.dispose()
    },
    { scope: 'worker' },
  ],

  visit: async ({ browser, server, signedIn }, use) => {
    const visits: { page: Page; wrong: string[] }[] = []
    await use(async (who, device) => {
      const storageState = who === 'lead' ? signedIn : undefined
      const context = await browser.newContext({ ...device, baseURL: server.url, storageState })
      const page = await context.newPage()
      visits.push({ page, wrong: listen(page) })
      return page
    })
    for (const { page, wrong } of visits) {
      expect(wrong).toEqual([])
      await page.context().close()
    }
  },
})

/** Everything that the page does wrong, whoever asked for it. That something could not be fetched is told by the answer itself. */
function listen(page: Page): string[] {
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(`error: ${error.stack}`))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) wrong.push(`console: ${text}`)
  })
  page.on('response', (response) => {
    const url = new URL(response.url())
    const isAnswer = url.pathname.startsWith('/api/')
    if (response.status() >= (isAnswer ? 500 : 400)) wrong.push(`${response.status()}: ${url.pathname}`)
  })
  return wrong
}
