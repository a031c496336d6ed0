import { expect, type Locator, type Page } from '@playwright/test'

/** The text of a source on the screen, used as a reader uses it. */
export class Transcript {
  constructor(readonly page: Page) {}

  /** The turn in which something is said. */
  turn(words: string): Locator {
    return this.page.getByRole('article').filter({ hasText: words })
  }

  /** The name of a coding in the margin. */
  coding(code: string, by = 'you'): Locator {
    return this.page.getByRole('article').getByRole('button', { name: `${code}, coded by ${by}` })
  }

  /** The grip at an end of the coding that is lit. */
  grip(code: string, side: 'begins' | 'ends'): Locator {
    return this.page.getByRole('slider', { name: `Where ‘${code}’ ${side}` })
  }

  /** Where the first and the last letter of some words are, in px of the window. */
  async place(words: string, turn = this.turn(words)): Promise<{ from: Point; to: Point }> {
    await turn.scrollIntoViewIfNeeded()
    return turn.evaluate(endsOf, words)
  }

  /** Presses the mouse on something, draws it to a place and lets go. */
  async drag(from: Locator | Point, to: Point): Promise<void> {
    const { mouse } = this.page
    const { x, y } = 'x' in from ? from : await middle(from)
    await mouse.move(x, y)
    await mouse.down()
    await mouse.move(x + 6, y + 2, { steps: 2 })
    await mouse.move(to.x, to.y, { steps: 8 })
    await mouse.up()
  }

  /** Draws the mouse over words, and waits until they are selected. */
  async select(words: string): Promise<void> {
    await this.sweep(words)
    await this.hasSelected(words)
  }

  /** Draws the mouse over words. */
  async sweep(words: string): Promise<void> {
    const { from, to } = await this.place(words)
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 6 })
    await mouse.up()
  }

  /** Leaves with Escape what is lit, open or selected, one after the other, until nothing is selected. */
  async leave(): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('Escape')
      expect(await this.page.evaluate(() => `${document.getSelection()}`)).toBe('')
    }).toPass()
  }

  async hasSelected(words: string): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => `${document.getSelection()}`)).toBe(words)
    await expect(this.page.getByRole('toolbar', { name: 'Code the selection' })).toBeVisible()
  }

  /** How far the text is scrolled, in px. */
  scrolled(): Promise<number> {
    return this.page.getByRole('article').first().evaluate(scrollTop)
  }

  /** What is drawn on the turn around some words: the text, the lines, the names. */
  drawn(words: string) {
    return this.turn(words).evaluate((turn) => ({
      text: turn.textContent,
      lines: [...turn.querySelectorAll('path')].map((path) => path.getAttribute('d')),
      names: [...turn.querySelectorAll('button')].map((name) => name.ariaLabel),
    }))
  }

  /** The turns that can be seen, from top to bottom, with the names beside them. */
  inView(): Promise<Seen[]> {
    return this.page.getByRole('main').evaluate(seenIn)
  }
}

/** A point of the window, in px. */
export interface Point {
  x: number
  y: number
}

export async function middle(what: Locator): Promise<Point> {
  const box = await what.boundingBox()
  if (!box) throw new Error('there is nothing on the screen to press')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

interface Seen {
  turn: number
  names: (string | null)[]
}

function seenIn(main: Element): Seen[] {
  const { top, bottom } = main.getBoundingClientRect()
  const seen = new Map<Element, Seen>()
  const x = (main.querySelector('.say') as Element).getBoundingClientRect().left + 20
  for (let y = top; y < bottom; y += 10) {
    const turn = document.elementFromPoint(x, y)?.closest<HTMLElement>('article')
    if (!turn) continue
    const names = [...turn.querySelectorAll('button')].map((name) => name.ariaLabel)
    seen.set(turn, { turn: Number(turn.dataset.turn), names })
  }
  return [...seen.values()]
}

/** Where the first and the last letter of some words are in a turn, in px of the window. */
function endsOf(turn: Element, words: string) {
  const texts = document.createTreeWalker(turn, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const at = texts.currentNode.nodeValue?.indexOf(words) ?? -1
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(texts.currentNode, at)
    range.setEnd(texts.currentNode, at + words.length)
    const lines = [...range.getClientRects()]
    const [first, last] = [lines[0] as DOMRect, lines.at(-1) as DOMRect]
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
    }
  }
  throw new Error(`the turn has no “${words}” in one piece`)
}

function scrollTop(turn: Element): number {
  for (let el: Element | null = turn; el; el = el.parentElement)
    if (/auto|scroll/.test(getComputedStyle(el).overflowY)) return el.scrollTop
  throw new Error('nothing around the text scrolls')
}
