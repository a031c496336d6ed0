import type { Row, Rows } from './rows'
import type { Transcript } from './transcript'
import type { Words } from './words'

/** A place that someone marked to come back to. */
export interface Bookmark {
  /** In code points. */
  position: number
  name: string
}

/** Who else reads this source, and where. */
export interface Colleague {
  account: string
  name: string
  /** At most two letters. */
  initials: string
  /** In code points. */
  position: number
}

/** What stands in the column of the speakers: the numbers of the turns, bookmarks, and where colleagues are. */
export class Gutter {
  private bookmarks: HTMLElement[] = []
  private colleagues = new Map<string, HTMLElement>()

  constructor(
    private readonly rows: Rows,
    private readonly transcript: Transcript,
    private readonly words: Words,
  ) {}

  /** Shows the number of every turn, from 1, or none. */
  number(on: boolean): void {
    for (const row of this.rows.rows) {
      const known = row.who.querySelector('.no')
      if (!on) known?.remove()
      else if (!known) row.who.insertBefore(numberOf(row), row.who.querySelector('time'))
    }
  }

  bookmark(list: readonly Bookmark[]): void {
    for (const el of this.bookmarks) el.remove()
    this.bookmarks = list.map(({ position, name }) => {
      const el = mark('bookmark', this.words.bookmark(name))
      this.at(position).who.prepend(el)
      return el
    })
  }

  /** Shows where colleagues are; only those who moved are drawn again. */
  meet(list: readonly Colleague[]): void {
    const before = this.colleagues
    this.colleagues = new Map(list.map((one) => [one.account, before.get(one.account) ?? this.colleague(one)]))
    for (const [account, el] of before) if (!this.colleagues.has(account)) el.remove()
    for (const { account, position } of list) {
      const { who } = this.at(position)
      const el = this.colleagues.get(account) as HTMLElement
      if (el.parentElement !== who) who.append(el)
    }
  }

  private at(position: number): Row {
    return this.rows.row(this.transcript.turnAt(position))
  }

  private colleague({ name, initials }: Colleague): HTMLElement {
    const el = mark('colleague', this.words.here(name))
    el.textContent = initials
    return el
  }
}

function numberOf(row: Row): HTMLElement {
  const el = document.createElement('span')
  el.className = 'no'
  el.textContent = String(row.index + 1)
  return el
}

function mark(name: string, label: string): HTMLElement {
  const el = document.createElement('span')
  el.className = name
  el.setAttribute('role', 'img')
  el.setAttribute('aria-label', label)
  el.title = label
  return el
}
