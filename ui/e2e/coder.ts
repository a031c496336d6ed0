import type { Dice } from '../src/live/dice'
import { expect, type Page } from './test'
import type { Wire } from './wire'

/** What a coder can do with one throw of the dice. */
export type Deed = (typeof deeds)[number]

// As often as they stand here.
const deeds = [
  ...(['key', 'key', 'key', 'key', 'key', 'find', 'find', 'last', 'last', 'fresh', 'turn'] as const),
  ...(['remove', 'remove', 'replace', 'replace', 'grow', 'grow', 'shrink', 'later', 'move', 'copy'] as const),
  ...(['split', 'split', 'join', 'join', 'undo', 'undo', 'undo', 'redo', 'rename', 'order'] as const),
]

/** One deed, and the numbers that decide about its words, codings and codes. */
interface Throw {
  deed: Deed | 'select'
  name: string
  at: number[]
}

/**
 * Someone who codes at random at a page of their own, on a line that can be cut. What they do goes through the
 * selection, the names in the margin and the keys of the interface, sent to the page by a script in it: hundreds of
 * them would take a hand of Playwright too long. Memos are typed.
 */
export class Coder {
  /** How often each thing was done. */
  readonly done: Partial<Record<Deed | 'memo', number>> = {}
  private named = 0

  constructor(
    readonly page: Page,
    readonly line: Wire,
    private readonly initial: string,
    private readonly dice: Dice,
  ) {}

  /** Does some things, as they fall. What is meant for a coding of one's own is left out while there is none. */
  async act(times: number): Promise<void> {
    const throws = Array.from({ length: times }, () => this.throw())
    for (const deed of await this.page.evaluate(act, throws)) this.count(deed)
  }

  private throw(): Throw {
    const deed = deeds[this.dice(deeds.length)] as Deed
    return { deed, name: this.name(), at: [this.dice(1000), this.dice(1000), this.dice(1000)] }
  }

  private name = () => `${this.initial}${++this.named}`

  /** Writes a memo on words. */
  async writeMemo(): Promise<void> {
    const select: Throw = { deed: 'select', name: '', at: [this.dice(1000), this.dice(1000), 3] }
    await this.page.evaluate(act, [select])
    await this.page.keyboard.press('m')
    const body = this.page.getByRole('textbox', { name: 'Memo', exact: true })
    await expect(body).toBeFocused()
    await this.page.keyboard.type(`${this.name()} thinks`)
    await this.page.keyboard.press('Control+Enter')
    await expect(body).toHaveCount(0)
    this.count('memo')
  }

  private count(deed: Deed | 'memo'): void {
    this.done[deed] = (this.done[deed] ?? 0) + 1
  }
}

/** Runs in the page. Gives the deeds that could be done. */
async function act(throws: Throw[]): Promise<Deed[]> {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))))
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
  const one = <T>(list: readonly T[], which: number): T | undefined => list[which % list.length]
  const wordsOf = (turn: HTMLElement) => turn.querySelector('.say')?.firstChild as Text

  const press = (keys: string): boolean => {
    const [key = '', ...held] = keys.split('+').reverse()
    const how = { ctrlKey: held.includes('Ctrl'), shiftKey: held.includes('Shift'), altKey: held.includes('Alt') }
    const event = new KeyboardEvent('keydown', { key, ...how, bubbles: true, cancelable: true })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
    return true
  }
  const type = (field: HTMLInputElement, text: string) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const selectIn = async (turn: HTMLElement, from: number, to: number): Promise<boolean> => {
    turn.focus({ preventScroll: true })
    document.getSelection()?.setBaseAndExtent(wordsOf(turn), from, wordsOf(turn), to)
    await painted()
    return true
  }
  const select = (which: number, from: number, words: number): Promise<boolean> => {
    const turn = one(all('article.turn'), which) as HTMLElement
    const found = [...wordsOf(turn).data.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
      index,
      end: index + word.length,
    }))
    const first = from % found.length
    const last = Math.min(found.length - 1, first + (words % 8))
    return selectIn(turn, found[first]?.index ?? 0, found[last]?.end ?? 0)
  }
  /** Lights a coding of one's own; false when there is none. */
  const light = async (which: number): Promise<boolean> => {
    const name = one(all('button.lab[aria-label$="coded by you"]'), which)
    if (!name) return false
    document.getSelection()?.removeAllRanges()
    name.closest<HTMLElement>('.turn')?.focus({ preventScroll: true })
    if (name.ariaPressed !== 'true') name.click()
    await painted()
    return true
  }
  /** Selects the last word of the coding that is lit; false when it has only one. */
  const selectInLit = async (): Promise<boolean> => {
    const quoted = document.querySelector('.insp .psg')?.textContent ?? ''
    const turn = document.querySelector('button.lab[aria-pressed=true]')?.closest<HTMLElement>('.turn')
    const at = turn ? wordsOf(turn).data.indexOf(quoted) : -1
    const word = quoted.lastIndexOf(' ') + 1
    return turn && at >= 0 && word ? selectIn(turn, at + word, at + quoted.length) : false
  }
  /** Answers in the field that a key opens. */
  const answer = async (key: string, selector: string, text: string, end: string): Promise<boolean> => {
    press(key)
    await painted()
    const field = document.querySelector<HTMLInputElement>(selector)
    if (!field) return false
    type(field, text)
    await painted()
    press(end)
    await painted()
    return true
  }
  const find = (key: string, letters: string, end: string) => answer(key, 'input[role=combobox]', letters, end)
  const focusCode = (which: number) => one(all('[role=treeitem]'), which)?.focus()

  const does: Record<Deed | 'select', (name: string, a: number, b: number, c: number) => unknown> = {
    select: (_, a, b, c) => select(a, b, c),
    key: async (_, a, b, c) => (await select(a, b, c)) && press(`${1 + (c % 4)}`),
    last: async (_, a, b, c) => (await select(a, b, c)) && press('Enter'),
    turn: async (_, a, b, c) => {
      await select(a, b, 1)
      press('t')
      await painted()
      return press(`${1 + (c % 4)}`)
    },
    find: async (_, a, b, c) => (await select(a, b, c)) && find('c', one([...'aeior'], c) ?? '', 'Enter'),
    fresh: async (name, a, b, c) => (await select(a, b, c)) && find('c', `${name} code`, 'Ctrl+Enter'),
    remove: async (_, a) => (await light(a)) && press('u'),
    replace: async (_, a, b) => (await light(a)) && find('r', one([...'aeior'], b) ?? '', 'Enter'),
    grow: async (_, a) => (await light(a)) && press(']') && press(']'),
    shrink: async (_, a) => (await light(a)) && press('['),
    later: async (_, a) => (await light(a)) && press('}'),
    move: async (_, a, b, c) => (await light(a)) && press('x') && (await select(b, c, a)) && press('v'),
    copy: async (_, a, b, c) => (await light(a)) && press('x') && (await select(b, c, a)) && press('Shift+V'),
    split: async (_, a) => (await light(a)) && (await selectInLit()) && press('s'),
    join: async (_, a) => (await light(a)) && press('j'),
    undo: () => press('Ctrl+z'),
    redo: () => press('Ctrl+Shift+Z'),
    rename: (name, a) => {
      focusCode(a)
      return answer('F2', '[role=treeitem] input.name', `${name} renamed`, 'Enter')
    },
    order: (_, a, b) => {
      focusCode(a)
      return press(b % 2 ? 'Alt+ArrowUp' : 'Alt+ArrowDown')
    },
  }
  const done: Deed[] = []
  for (const {
    deed,
    name,
    at: [a = 0, b = 0, c = 0],
  } of throws) {
    if ((await does[deed](name, a, b, c)) && deed !== 'select') done.push(deed)
    await painted()
  }
  return done
}
