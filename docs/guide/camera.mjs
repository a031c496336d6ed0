// A browser before a server with a fresh sample study, for whoever takes pictures of it.
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { small } from './png.mjs'

const { chromium } = createRequire(new URL('../../ui/package.json', import.meta.url))('playwright-core')
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Signs in, and gives the page, what asks the server, what opens a place, and what keeps a picture. */
export async function begin(address, email, password) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet })
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/London' })
  const page = await context.newPage()
  const blank = await context.newPage()
  page.setDefaultTimeout(10_000)
  const api = async (path) => (await page.request.get(path)).json()

  /** Opens a place, and waits until everything on it has come and is drawn. */
  const open = async (path) => {
    await page.goto(path)
    await page.waitForLoadState('load')
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(900)
  }

  /** Writes a picture, as small as it can be. */
  const write = async (file, png) => {
    const bytes = await small(blank, png)
    await writeFile(file, bytes)
    console.log(`${file.pathname.split('/').at(-1)} ${Math.ceil(bytes.length / 1000)} kB`)
  }

  await page.goto('/signin')
  await page.getByLabel(/^E-?mail$/).fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/signin'))
  return { page, api, open, write, end: () => browser.close() }
}
