import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, test as base, expect, type Page } from '@playwright/test'

export { expect }

const email = 'lead@example.org'
const password = 'a long enough password'

/** A running Selvedge on a clean data folder, with the sample study in it. */
export interface Server {
  url: string
}

const database = (kind: string) => {
  if (kind === 'sqlite') return { address: '', drop: () => {} }
  const server = process.env.SELVEDGE_TEST_POSTGRES
  if (!server) throw new Error('SELVEDGE_TEST_POSTGRES names no PostgreSQL; use make test')
  const name = `e2e_${process.pid}_${Date.now()}`
  const run = (sql: string) => execFileSync('psql', ['-qX', '-v', 'ON_ERROR_STOP=1', '-c', sql, server])
  run(`CREATE DATABASE ${name}`)
  return { address: server.replace(/\/postgres(\?|$)/, `/${name}$1`), drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) }
}

const listening = (lines: ReturnType<typeof createInterface>) =>
  new Promise<string>((found, failed) => {
    lines.on('line', (line) => {
      const at = line.match(/^Selvedge is at (\S+)/)
      if (at) found(at[1])
    })
    lines.on('close', () => failed(new Error('the server ended before it was ready')))
  })

export const test = base.extend<object, { kind: string; server: Server }>({
  kind: ['sqlite', { option: true, scope: 'worker' }],
  server: [
    async ({ kind }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'selvedge-e2e-'))
      const { address, drop } = database(kind)
      const environment = { SELVEDGE_DATA: folder, SELVEDGE_DATABASE_URL: address, SELVEDGE_ADDR: '127.0.0.1:0', SELVEDGE_DEMO: 'true', SELVEDGE_ADMIN_EMAIL: email, SELVEDGE_ADMIN_PASSWORD: password }
      const child = spawn('../bin/selvedge', ['serve'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] })
      const ended = new Promise((done) => child.on('exit', done))
      await use({ url: await listening(createInterface(child.stdout)) })
      child.kill('SIGINT')
      await ended
      drop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

/** A browser of its own for one person, with the page's mistakes turned into failures. */
export const person = async (browser: Browser, server: Server): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: server.url, acceptDownloads: true })).newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text())) throw new Error(message.text())
  })
  return page
}

export const signIn = async (page: Page) => {
  await page.goto('/')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
