import type { Passage, Source } from './study'
import { Study } from './study'
import { expect, type Page, test } from './test'
import { Transcript } from './transcript'

const interview = `Moira: How did you come to buy the bakery?

Tilda: My aunt wanted to stop. She asked me across the counter, and I said yes before I had counted the money. The oven was older than I am.

Moira: And who helped you then?

Tilda: The miller gave me flour on trust for a year. He never wrote it down. My neighbour painted the sign for a tart a week.
`
/** What Tilda says first, and last. */
export const turn =
  'My aunt wanted to stop. She asked me across the counter, and I said yes before I had counted the money. The oven was older than I am.'
export const last =
  'The miller gave me flour on trust for a year. He never wrote it down. My neighbour painted the sign for a tart a week.'

interface How {
  /** What is coded besides, before. */
  given?: string[]
  /** What is no more, of what was coded. */
  replaces?: string[]
  changesNothing?: true
}

/** A desk with one coding of Trust on it, on which gestures are tried one by one. */
export class Bench {
  private constructor(
    readonly page: Page,
    readonly text: Transcript,
    private readonly study: Study,
    private readonly source: Source,
    private readonly codes: ReadonlyMap<string, string>,
  ) {}

  static async open(page: Page, name: string): Promise<Bench> {
    const study = await Study.begin(page.request, name)
    const source = await study.bring('Tilda, bread', interview)
    const codes = new Map<string, string>()
    for (const code of ['Trust', 'Help', 'Money']) codes.set(code, await study.code(code))
    await study.put(source, 'flour on trust', codes.get('Trust') ?? '')
    await page.goto(study.at(`sources/${source.id}`))
    const text = new Transcript(page)
    await expect(text.coding('Trust')).toBeVisible()
    return new Bench(page, text, study, source, codes)
  }

  /** Does something, compares what the server has then, takes it back with one key, and compares again. */
  does(
    what: string,
    gesture: () => Promise<void>,
    makes: string[],
    { given = [], replaces = [], changesNothing }: How = {},
  ) {
    return test.step(what, async () => {
      const extra = await Promise.all(given.map((one) => this.put(one)))
      const before = await this.study.passages(this.source)
      const had = await this.study.coded(this.source)
      await gesture()
      const has = [...had.filter((one) => !replaces.includes(one)), ...makes].sort()
      await expect.poll(() => this.study.coded(this.source)).toEqual(has)
      if (!changesNothing) await this.undone(before)
      for (const coding of extra) await this.study.remove(coding)
      await this.text.leave()
      await expect(this.text.coding('Trust')).toHaveCount(1)
    })
  }

  private async put(coding: string): Promise<string> {
    const [code = '', words = ''] = coding.split(': ')
    const names = this.text.turn(words).getByRole('button', { name: `${code}, coded by you` })
    const had = await names.count()
    const id = await this.study.put(this.source, words, this.codes.get(code) ?? '')
    await expect(names).toHaveCount(had + 1)
    return id
  }

  private async undone(before: Passage[]): Promise<void> {
    await this.page.keyboard.press('Control+z')
    await expect.poll(() => this.study.passages(this.source)).toEqual(before)
  }
}
