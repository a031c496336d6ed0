interface Identified {
  id: string
}

/**
 * What is kept on this computer under one name. Each item has a key of its own, so that two tabs that write at once
 * don't lose each other's. A browser that keeps nothing is told by `write`.
 */
export class Kept {
  constructor(
    private readonly name: string,
    private readonly storage: Storage | null = ownStorage(),
  ) {}

  /** The items of a box, in the order of their ids. */
  list<T extends Identified>(box: string): T[] {
    const { storage } = this
    if (!storage) return []
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
    return keys
      .filter((key) => key.startsWith(this.key(box, '')))
      .sort()
      .flatMap((key) => parsed<T>(storage.getItem(key)))
  }

  /** False when the item is not kept: the browser keeps nothing, or nothing more. */
  write(box: string, item: Identified): boolean {
    try {
      this.storage?.setItem(this.key(box, item.id), JSON.stringify(item))
      return this.storage !== null
    } catch {
      return false // full, or forbidden by the browser's settings; either way it is told
    }
  }

  /** Writes an item that is there; one that another tab has removed stays removed. */
  rewrite(box: string, item: Identified): void {
    if (this.storage?.getItem(this.key(box, item.id))) this.write(box, item)
  }

  remove(box: string, id: string): void {
    this.storage?.removeItem(this.key(box, id))
  }

  /** Does something while no other tab does it. Where the browser has no locks, it is simply done. */
  async alone(work: () => Promise<void>): Promise<void> {
    if (navigator.locks) await navigator.locks.request(this.name, work)
    else await work()
  }

  /** Tells when another tab has changed something, until it is stopped. */
  watch(tell: () => void): () => void {
    const changed = ({ key }: StorageEvent) => (key === null || key.startsWith(this.name)) && tell()
    window.addEventListener('storage', changed)
    return () => window.removeEventListener('storage', changed)
  }

  private key = (box: string, id: string): string => `${this.name}/${box}/${id}`
}

function ownStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null // forbidden by the browser's settings
  }
}

function parsed<T>(text: string | null): T[] {
  try {
    return text ? [JSON.parse(text) as T] : []
  } catch {
    return [] // not written by us
  }
}
