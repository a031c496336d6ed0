import { readdirSync, readFileSync } from 'node:fs'
import { lead } from './server'
import { Study } from './study'
import { expect, type Page, test } from './test'

type Message = string | [{ match: Record<string, string> }]

/** Each message of a language: its texts, by its name. */
function catalogue(language: string): Map<string, string[]> {
  const folder = `messages/${language}`
  const messages = readdirSync(folder).flatMap((room) =>
    Object.entries<Message>(JSON.parse(readFileSync(`${folder}/${room}`, 'utf8'))),
  )
  const texts = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message[0].match))
  return new Map(messages.map(([name, message]) => [name, texts(message)]))
}

/** The fewest letters by which a text with gaps is known: "of" between two gaps fits too much. */
const TELLING = 8

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

/** What a text looks like on the screen, where it is cut at what is drawn in it, and anything stands in its gaps. */
const patterns = (text: string): string[] =>
  text
    .split(/\{[#/]\w+\/?\}/)
    .map((piece) => piece.trim())
    .filter((piece) => !piece.includes('{') || lettersOf(piece.replace(/\{\w+\}/g, '')) >= TELLING)
    .filter((piece) => lettersOf(piece) > 1)
    .map((piece) => piece.replace(/[\\^$.*+?()[\]|]/g, '\\$&').replace(/\{\w+\}/g, '.+'))

const german = catalogue('de')
const inGerman = new Set([...german.values()].flat().flatMap(patterns))
/** What English says and German doesn't. */
const english = [...catalogue('en').values()]
  .flat()
  .flatMap(patterns)
  .filter((text) => !inGerman.has(text))

/** What is said in English on a page: read, heard or told by pointing at it. What people wrote is not meant. */
const saidInEnglish = (page: Page): Promise<string[]> =>
  page.evaluate((patterns) => {
    const isEnglish = new RegExp(`^(${patterns.join('|')})$`, 'u')
    const told = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']
    const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter((el) => el.checkVisibility())
    const said = elements
      .filter((el) => !el.closest('.say, .serif, [lang="en"]'))
      .flatMap((el) => [...el.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
      .map((node) => node.textContent ?? '')
    const attributes = elements.flatMap((el) => told.map((name) => el.getAttribute(name) ?? ''))
    return [...said, ...attributes, document.title].map((text) => text.trim()).filter((text) => isEnglish.test(text))
  }, english)

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).first()

test('one reads every screen in German, and in English again', async ({ visit }) => {
  const page = await visit('lead')
  const study = await Study.sample(page.request)
  const [source] = await study.sources()
  const codes = await study.codes()
  const code = codes['Barriers to growth']
  const survey = await study.surveyNamed('SME survey 2026')
  const titles = (await study.memos()).map(({ title }) => title)
  const written = [...Object.keys(codes), ...titles, ...(await study.questionsOf(survey)), ...(await study.options())]
  const names = new Set([...written, lead.email.replace(/@.*/, '')])
  const german = async (name: string) => {
    const english = async () => (await saidInEnglish(page)).filter((text) => !names.has(text))
    await expect.poll(english, name).toEqual([])
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  }
  const open = async (at: string, name: string) => {
    await page.goto(study.at(at))
    await expect(heading(page, name)).toBeAttached()
    await german(at)
  }

  await test.step('English is heard as English', async () => {
    await page.goto(study.at('codes'))
    await expect(page.getByRole('treeitem', { name: 'Confidence' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')
    expect(await saidInEnglish(page)).toContain('Whole codebook')
  })

  await test.step('German is chosen in the account, and spoken at once', async () => {
    await page.goto('/account')
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await expect(heading(page, 'Ihr Konto')).toBeVisible()
    await expect(page).toHaveTitle('Ihr Konto · Selvedge')
    await german('account')
    await page.goto('/')
    await expect(heading(page, 'Projekte')).toBeVisible()
    await german('projects')
    await page.getByRole('button', { name: 'Neues Projekt aus einer Datei', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Neues Projekt aus einer Datei', exact: true })
    const file = { name: 'study.qdpx', mimeType: 'application/zip', buffer: await study.exchanged() }
    await dialog.locator('input[type=file]').setInputFiles(file)
    await expect(dialog.getByRole('region', { name: 'Was aus der Datei wird', exact: true })).toBeVisible()
    await german('a project from a file')
    await page.keyboard.press('Escape')
  })

  await test.step('a transcript: codes, margin, inspector, finder, and which codings are shown', async () => {
    await open(`sources/${source?.id}`, source?.title ?? '')
    await page.keyboard.press('n')
    await expect(page.getByRole('article').getByRole('button', { pressed: true })).toHaveAccessibleName(/, codiert: /)
    await expect(page.getByRole('heading', { name: 'Codierungen hier' })).toBeVisible()
    await german('a lit coding')
    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: /^Ein Code für/ }).fill('con')
    await german('the finder')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Anzeigen', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Welche Codierungen gezeigt werden' })).toBeVisible()
    await german('which codings are shown')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await expect(page.getByRole('region', { name: 'Fundstellen' }).getByRole('row').first()).toBeVisible()
    await german('the retrieved passages')
  })

  await test.step('the codebook in all its ways', async () => {
    await open(`codes?code=${code}`, 'Codes')
    await expect(page.getByLabel('Anwenden, wenn', { exact: true })).toBeVisible()
    await german('a code')
    await page.getByRole('button', { name: 'Menü des Codebuchs', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Tabelle mit Codes importieren …', exact: true }).click()
    await german('a table of codes')
    await page.keyboard.press('Escape')
    await open('codes/whole', 'Codebuch')
    await open('codes?mode=reorganise', 'Codes')
    await open(`codes/${code}/split`, 'Barriers to growth')
    await open('codes/history', 'Verlauf des Codebuchs')
    await open('codes/sets', 'Code-Sets')
    await open('codes/second-look', 'Zweiter Blick')
  })

  await test.step('the other rooms', async () => {
    await open('', 'The productivity gap of small and medium-sized firms in Lancashire')
    await open('sources', 'Quellen')
    await open('sources/add', 'Legen Sie Transkripte hier ab.')
    await open(`sources/${source?.id}/print`, source?.title ?? '')
    await open('search', 'Suche')
    await open('search?q=bank*', 'Suche')
    await open('search?q=bank*&as=lines', 'Suche')
    await open('search?q=overlaps(code:finance%20code:barriers)', 'Suche')
    await page.getByRole('button', { name: 'und …', exact: true }).click()
    await expect(page.getByRole('option', { name: 'gesagt von …', exact: true })).toBeVisible()
    expect(await saidInEnglish(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Textstellen mit/ }).click()
    await expect(page.getByRole('dialog', { name: 'Diesen Teil ändern', exact: true })).toBeVisible()
    await german('how passages lie to others')
    await page.keyboard.press('Escape')
    await open('search?q=bank*&by=case&variable=Sector', 'Suche')
    await open('pictures/words', 'Häufigste Wörter')
    await page.getByRole('button', { name: 'Stoppliste', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await saidInEnglish(page)).toEqual([])
    await page.keyboard.press('Escape')
    await open('pictures/saturation', 'Sättigung')
    await open(`pictures/portrait/${source?.id}`, source?.title ?? '')
    await open('crossref', 'Kreuztabelle')
    await open('crossref?as=quotes', 'Kreuztabelle')
    await open('crossref?columns=codes&together=near', 'Kreuztabelle')
    const report = await study.report('Interim report')
    await open(`report?part=${await study.partOf(report, 'Money that arrives late')}`, 'Interim report')
    await open(`report?part=${await study.partOf(report, 'Barriers by strand')}`, 'Interim report')
    await open('excerpts', 'Auszüge')
    await page.getByRole('checkbox', { name: 'Textstelle auswählen', exact: true }).first().click()
    await page.getByRole('button', { name: 'In den Bericht …', exact: true }).click()
    await expect(
      page.getByRole('dialog', { name: '1 Textstelle in einen Bericht aufnehmen', exact: true }),
    ).toBeVisible()
    await german('what is ticked, for a report')
    await page.keyboard.press('Escape')
    await open('cases', 'Fälle')
    await open('surveys', 'Umfragen')
    await open(`surveys/${survey}`, 'SME survey 2026')
    await open(`surveys/${survey}/answers`, 'SME survey 2026')
    await open('memos', 'Memos')
    await open('journal', 'Journal')
    await open('team', 'Team')
    await open('settings', 'Einstellungen')
    await page.getByRole('button', { name: 'Kopie zusammenführen …', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Eine Kopie zusammenführen', exact: true })
    const file = { name: 'study.qdpx', mimeType: 'application/zip', buffer: await study.exchanged() }
    await dialog.locator('input[type=file]').setInputFiles(file)
    await expect(dialog.getByRole('region', { name: 'Was daraus wird', exact: true })).toBeVisible({ timeout: 30_000 })
    await german('a copy to be merged')
    await page.keyboard.press('Escape')
    await open('nothing', 'Unter dieser Adresse gibt es nichts.')
  })

  await test.step('forms and boxes', async () => {
    await page.goto(study.at('codes'))
    await page.getByRole('button', { name: 'Neuer Code', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Neuer Code' })).toBeVisible()
    await german('a new code')
    await page.keyboard.press('Escape')
    await page.goto(study.at('memos'))
    await page.getByRole('button', { name: 'Memo schreiben' }).click()
    await expect(page.getByRole('textbox', { name: 'Memo', exact: true })).toBeVisible()
    await german('a new memo')
  })

  await test.step('numbers and days are written as German writes them', async () => {
    await page.goto(study.at('sources'))
    await expect(page.getByText(/^\d\.\d{3}$/).first()).toBeVisible()
    await page.goto(study.at('journal'))
    await expect(
      page.getByRole('heading', { name: /^(Heute|Gestern|\d+\. \p{L}+|\p{Lu}\p{Ll}+tag|Mittwoch)/u }).first(),
    ).toBeVisible()
  })

  await test.step('who is not signed in is spoken to in German too', async () => {
    const stranger = await visit('stranger')
    await stranger.addInitScript(() => localStorage.setItem('selvedge.preferences', '{"language":"de"}'))
    await stranger.goto('/')
    await expect(stranger.getByRole('button', { name: 'Anmelden' })).toBeVisible()
    expect(await saidInEnglish(stranger)).toEqual([])
  })

  await test.step('all keys, and what can be done', async () => {
    await page.goto(study.at('codes'))
    await page.getByRole('button', { name: 'alle Tasten' }).click()
    await expect(page.getByRole('dialog', { name: 'Tasten' })).toBeVisible()
    await german('all keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Öffnen oder tun' })).toBeVisible()
    await german('the palette')
  })

  await test.step('and in English again', async () => {
    await page.goto('/account')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(heading(page, 'Your account')).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')
  })
})
