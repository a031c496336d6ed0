import type { Painter } from './painter'
import type { Lit, Palette } from './palette'
import type { Threads } from './threads'

const nothing: Lit = {}

/** Lights one coding, or all of one code, and dims the rest. What is pointed at goes before what was chosen. */
export class Lighting {
  private chosen: Lit = nothing
  private pointed: Lit | null = null

  constructor(
    private readonly host: HTMLElement,
    private readonly palette: Palette,
    private readonly threads: Threads,
    private readonly painter: Painter,
    private readonly told: { chosen(): void; changed(id: string | null): void; shown(): void },
  ) {}

  /** The coding that was chosen, by a click or by the program; not one that is only pointed at. */
  get coding(): string | null {
    return this.chosen.coding ?? null
  }

  choose(lit: Lit): void {
    const before = this.coding
    this.chosen = lit
    this.pointed = null
    this.show(lit)
    this.told.chosen()
    if (before !== this.coding) this.told.changed(this.coding)
  }

  /** Lights something for as long as it is pointed at. */
  point(id: string | null): void {
    if ((this.pointed?.coding ?? null) === id) return
    this.pointed = id === null ? null : { coding: id }
    this.show(this.pointed ?? this.chosen)
  }

  /** A coding got another id, or went away. */
  replaced(id: string, by: string | null): void {
    if (this.pointed?.coding === id) this.point(null)
    if (this.chosen.coding !== id) return
    if (by) this.chosen = this.palette.lit = { coding: by }
    else this.choose(nothing)
  }

  private show(lit: Lit): void {
    const before = this.palette.lit
    if (before.coding === lit.coding && before.code === lit.code) return
    this.palette.lit = lit
    this.host.classList.toggle('has-lit', this.palette.anyLit)
    this.told.shown()
    if (before.code !== lit.code) this.painter.redraw()
    else for (const { coding } of [before, lit]) if (coding) this.painter.redraw(this.threads.turnsOf(coding))
  }
}
