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

  /** Draws the mouse over words. */
  async select(words: string): Promise<void> {
    const turn = this.turn(words)
    await turn.scrollIntoViewIfNeeded()
    const { from, to } = await turn.evaluate(endsOf, words)
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 6 })
    await mouse.up()
    await this.hasSelected(words)
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
