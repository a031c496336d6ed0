import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'

export type Kind = 'sqlite' | 'postgres'

/** A running Selvedge on a clean data folder, with the sample study in it. */
export interface Server {
  url: string
  stop: () => Promise<void>
}

/** The account that a new server begins with. */
export const lead = { email: 'lead@example.org', password: 'a long enough password' }

/** Starts bin/selvedge on a database of its own. */
export async function start(kind: Kind): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-e2e-'))
  const database = kind === 'sqlite' ? { address: '', drop: () => {} } : postgres()
  const settings = {
    SELVEDGE_DATA: folder,
    SELVEDGE_DATABASE_URL: database.address,
    SELVEDGE_ADDR: '127.0.0.1:0',
    SELVEDGE_DEMO: 'true',
    SELVEDGE_ADMIN_EMAIL: lead.email,
    SELVEDGE_ADMIN_PASSWORD: lead.password,
  }
  const child = spawn('../bin/selvedge', ['serve'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const early = (code: number | null, signal: string | null) => console.error(`the server ended: ${signal ?? code}`)
  const ended = new Promise((done) => child.on('exit', done))
  child.on('exit', early)
  const stop = async () => {
    child.off('exit', early)
    child.kill('SIGINT')
    await ended
    database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: await address(createInterface(child.stdout)), stop }
}

function postgres() {
  const server = process.env.SELVEDGE_TEST_POSTGRES
  if (!server) throw new Error('SELVEDGE_TEST_POSTGRES names no PostgreSQL; use make test')
  const name = `e2e_${process.pid}_${Date.now()}`
  const run = (sql: string) => execFileSync('psql', ['-qX', '-v', 'ON_ERROR_STOP=1', '-c', sql, server])
  run(`CREATE DATABASE ${name}`)
  const address = server.replace(/\/postgres(\?|$)/, `/${name}$1`)
  return { address, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) }
}

const address = (lines: Interface) =>
  new Promise<string>((found, failed) => {
    lines.on('line', (line) => {
      const [, url] = /^Selvedge is at (\S+)/.exec(line) ?? []
      if (url) found(url)
    })
    lines.on('close', () => failed(new Error('the server ended before it was ready')))
  })
