import type { Coding } from './coding'
import type { Palette } from './palette'
import { dyed } from './svg'
import type { Thread } from './threads'
import type { Words } from './words'

/** The names in the margin, as buttons. */
export class Labels {
  private readonly names = new WeakMap<Thread, HTMLButtonElement>()
  private readonly counts = new WeakMap<Thread, HTMLButtonElement>()

  constructor(
    private readonly palette: Palette,
    private readonly words: Words,
  ) {}

  /** A thread's name: the same button for as long as the thread lives, or repainting would take the focus away. */
  name(thread: Thread): HTMLButtonElement {
    const button = kept(this.names, thread, newName)
    const { coding } = thread
    const code = this.palette.code(coding)
    const lit = this.palette.isLit(coding)
    button.className = lit ? 'lab on' : 'lab'
    button.dataset.coding = coding.id
    button.title = code.name
    button.setAttribute('aria-label', this.words.coded(code.name, this.palette.coder(coding).name))
    button.setAttribute('aria-pressed', String(lit))
    const [line, name] = button.children as unknown as [HTMLElement, HTMLElement]
    if (code.form) line.dataset.form = code.form
    else delete line.dataset.form
    if (name.textContent !== code.name) name.textContent = code.name
    return dyed(button, code.dye)
  }

  /** "+n", beside the name of a thread, for codings without room. */
  count(beside: Thread, hidden: readonly Coding[]): HTMLButtonElement {
    const button = kept(this.counts, beside, newCount)
    button.dataset.codings = hidden.map((coding) => coding.id).join(' ')
    button.textContent = `+${hidden.length}`
    button.title = this.words.more(hidden.map((coding) => this.palette.code(coding).name))
    button.setAttribute('aria-label', button.title)
    return button
  }
}

function kept<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known) return known
  const made = make()
  map.set(key, made)
  return made
}

function newName(): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.draggable = true
  const line = document.createElement('i')
  line.className = 'thread'
  button.append(line, document.createElement('span'))
  return button
}

function newCount(): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'more'
  return button
}

/** Puts the wanted names into a margin without moving those that are there: a moved element loses the focus. */
export function settle(margin: HTMLElement, wanted: readonly HTMLElement[]): void {
  const focused = margin.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined
  const keep = new Set<Element>(wanted)
  for (const el of [...margin.children].slice(1)) if (!keep.has(el)) el.remove()
  let after = margin.firstElementChild as Element
  for (const el of wanted) {
    if (after.nextElementSibling !== el) after.after(el)
    after = el
  }
  if (focused && document.activeElement !== focused && keep.has(focused)) focused.focus({ preventScroll: true })
}
