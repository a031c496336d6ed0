import type { Page } from '@playwright/test'
import type { OnWords, Source, Study } from './study'

/** What a source shows, and what the codes beside it show. */
export interface Screen {
  /** The ids of the codings that begin in each turn. */
  codings: string[]
  /** How many memos there are on words that begin in each turn. */
  memos: string[]
  /** Each code with its depth, name and count, from top to bottom. */
  codes: string[]
  /** How many codings the line at the foot tells. */
  tally: number
  /** Brackets that stand in one lane of a turn at the same height; there must be none. */
  collisions: string[]
  /** Everything that is drawn, to the px. */
  drawn: string[]
}

/** Reads a page on which a source is open, short enough to be painted whole. */
export const screenOf = (page: Page): Promise<Screen> => page.evaluate(read)

function read(): Screen {
  const turns = [...document.querySelectorAll<HTMLElement>('article.turn')]
  const each = <T>(what: (turn: HTMLElement) => T[]) =>
    turns.flatMap((turn) => what(turn).map((one) => `${turn.dataset.turn}: ${one}`))
  const all = (turn: HTMLElement, selector: string) => [...turn.querySelectorAll<HTMLElement>(selector)]
  const idsIn = (el: HTMLElement) => (el.dataset.codings ?? el.dataset.coding ?? '').split(' ')
  const brackets = (turn: HTMLElement) =>
    all(turn, 'path.br').map((path) => {
      const [, from, top, to = from, bottom] =
        /^M([\d.]+) ([\d.]+)(?:H([\d.]+))?V([\d.]+)/.exec(path.getAttribute('d') ?? '') ?? []
      return { x: Number(to), top: Number(top), bottom: Number(bottom) }
    })
  const meet = (turn: HTMLElement) => {
    const list = brackets(turn)
    const pairs = list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const))
    return pairs
      .filter(([a, b]) => a.x === b.x && a.top < b.bottom && b.top < a.bottom)
      .map((pair) => JSON.stringify(pair))
  }
  return {
    codings: each((turn) => all(turn, '.lab, .more').flatMap(idsIn)).sort(),
    memos: each((turn) =>
      all(turn, 'button.memos').map(({ ariaLabel }) => Number.parseInt(ariaLabel ?? '', 10) || 1),
    ).sort(),
    codes: [...document.querySelectorAll<HTMLElement>('[role=treeitem]')].map((item) => {
      const name = item.querySelector('.nm')?.textContent
      const count = item.querySelector('.count')?.lastChild?.textContent
      return `${item.ariaLevel} ${name} ${count}`
    }),
    tally: Number(/(\d+) codings?/.exec(document.querySelector('footer.status')?.textContent ?? '')?.[1] ?? -1),
    collisions: each(meet),
    drawn: each((turn) => [
      ...all(turn, 'path').map((path) => `${path.getAttribute('class')} ${path.getAttribute('d')}`),
      ...all(turn, '.lab').map((name) => `${name.textContent} at ${name.style.top} ${name.style.left}`),
    ]),
  }
}

/** What a screen has to show, by what the server has, everything counted anew. */
export async function expected(study: Study, source: Source): Promise<Omit<Screen, 'collisions' | 'drawn'>> {
  const [passages, book, memos, turns] = [
    await study.passages(source),
    await study.codebook(),
    await study.memos(),
    await study.turns(source),
  ]
  const turnOf = (start: number) => turns.findIndex(({ end }) => start < end)
  const codings = passages.flatMap((passage) => passage.codings.map((coding) => ({ ...coding, start: passage.start })))
  const under = (code: string): string[] => [
    code,
    ...book.filter(({ parent }) => parent === code).flatMap(({ id }) => under(id)),
  ]
  const count = (codes: string[]) => codings.filter(({ code }) => codes.includes(code)).length
  const lines = (parent: string, depth: number): string[] =>
    book
      .filter((code) => (code.parent ?? '') === parent)
      .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name))
      .flatMap(({ id, name }) => [`${depth} ${name} ${count(under(id))}`, ...lines(id, depth + 1)])
  const noted = new Map<string, OnWords[]>()
  for (const memo of memos)
    if (memo.on?.source === source.id) noted.set(memo.target, [...(noted.get(memo.target) ?? []), memo])
  return {
    codings: codings.map(({ id, start }) => `${turnOf(start)}: ${id}`).sort(),
    memos: [...noted.values()].map((list) => `${turnOf(list[0]?.on?.start ?? 0)}: ${list.length}`).sort(),
    codes: lines('', 1),
    tally: codings.length,
  }
}
