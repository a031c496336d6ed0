import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const programs = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox']

/** Where Firefox is on this machine; undefined where it is not. */
export const firefox = programs.find((path) => path && existsSync(path))

/** One window of an unchanged Firefox, driven by WebDriver BiDi, which it speaks itself. */
export class Firefox {
  private readonly waiting = new Map<number, { done: (result: never) => void; failed: (error: Error) => void }>()
  private sent = 0

  private constructor(
    private readonly socket: WebSocket,
    private readonly end: () => Promise<void>,
    private context = '',
  ) {
    socket.onmessage = ({ data }) => this.hear(JSON.parse(data))
  }

  static async start(program: string): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'selvedge-firefox-'))
    const child = spawn(program, ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const ended = new Promise((done) => child.on('exit', done))
    const address = await new Promise<string>((found, failed) => {
      const lines = createInterface(child.stderr)
      lines.on('line', (line) => {
        const [, at] = /WebDriver BiDi listening on (\S+)/.exec(line) ?? []
        if (at) found(at)
      })
      lines.on('close', () => failed(new Error('Firefox ended before it was ready')))
    })
    const socket = new WebSocket(`${address}/session`)
    await new Promise((done, failed) => {
      socket.onopen = done
      socket.onerror = failed
    })
    const browser = new Firefox(socket, async () => {
      socket.close()
      child.kill()
      await ended
      rmSync(profile, { recursive: true, force: true })
    })
    await browser.send('session.new', { capabilities: {} })
    const { context } = await browser.send<{ context: string }>('browsingContext.create', { type: 'tab' })
    browser.context = context
    const viewport = { width: 1440, height: 900 }
    await browser.send('browsingContext.setViewport', { context, viewport })
    return browser
  }

  stop = () => this.end()

  async goto(url: string): Promise<void> {
    await this.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' })
  }

  /** What an expression gives in the page, as a string. */
  async read(expression: string): Promise<string> {
    const { result, exceptionDetails } = await this.send<Evaluated>('script.evaluate', {
      expression: `Promise.resolve(${expression}).then(String)`,
      target: { context: this.context },
      awaitPromise: true,
    })
    if (!result) throw new Error(exceptionDetails?.text)
    return result.value
  }

  /** Presses keys one after another; those after a `+` while the ones before it are held. */
  async press(...keys: string[]): Promise<void> {
    const actions = keys.flatMap((key) => {
      const chord = key.split('+').map((name) => named[name] ?? name)
      const down = chord.map((value) => ({ type: 'keyDown', value }))
      return [...down, ...chord.reverse().map((value) => ({ type: 'keyUp', value }))]
    })
    await this.act({ type: 'key', id: 'keys', actions })
  }

  /** Draws the mouse from one point of the window to another, in px. */
  async draw(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const move = ({ x, y }: { x: number; y: number }) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) })
    const button = { button: 0 }
    const actions = [
      move(from),
      { type: 'pointerDown', ...button },
      { ...move(to), duration: 50 },
      { type: 'pointerUp', ...button },
    ]
    await this.act({ type: 'pointer', id: 'mouse', actions })
  }

  private act(source: object) {
    return this.send('input.performActions', { context: this.context, actions: [source] })
  }

  private send<T>(method: string, params: object): Promise<T> {
    const id = ++this.sent
    this.socket.send(JSON.stringify({ id, method, params }))
    return new Promise<T>((done, failed) => this.waiting.set(id, { done, failed }))
  }

  private hear({ id, result, error, message }: Answer): void {
    const waiting = id === undefined ? undefined : this.waiting.get(id)
    if (error) waiting?.failed(new Error(`${error}: ${message}`))
    else waiting?.done(result as never)
  }
}

const named: Readonly<Record<string, string>> = { Control: '\uE009', Enter: '\uE007', Escape: '\uE00C' }

interface Answer {
  id?: number
  result?: unknown
  error?: string
  message?: string
}

interface Evaluated {
  result?: { value: string }
  exceptionDetails?: { text: string }
}
