import type { Code, Coder, Coding } from './coding'

const unknownCode: Code = { name: '', dye: 'oakgall', form: '' }
const unknownCoder: Coder = { name: '', pattern: 2 }

/** Which coding is lit: by itself, or all of one code. */
export interface Lit {
  coding?: string
  code?: string
}

/** How codings look: the codes' dyes, the coders' patterns, and what is lit. */
export class Palette {
  lit: Lit = {}

  constructor(
    public codes: ReadonlyMap<string, Code>,
    public coders: ReadonlyMap<string, Coder>,
  ) {}

  code(coding: Coding): Code {
    return this.codes.get(coding.code) ?? unknownCode
  }

  coder(coding: Coding): Coder {
    return this.coders.get(coding.coder) ?? unknownCoder
  }

  isLit(coding: Coding): boolean {
    return coding.id === this.lit.coding || coding.code === this.lit.code
  }

  /** The code of what is lit; `codeOf` knows that of a coding. */
  litCode(codeOf: (coding: string) => string | undefined): string | undefined {
    return this.lit.code ?? (this.lit.coding === undefined ? undefined : codeOf(this.lit.coding))
  }

  get anyLit(): boolean {
    return this.lit.coding !== undefined || this.lit.code !== undefined
  }
}
