import { type APIRequestContext, type APIResponse, expect } from '@playwright/test'

/** A source as it stands in its project. */
export interface Source {
  id: string
  title: string
  strand: string
  format: string
  speakers: { id: string; name: string; moderator: boolean }[]
  recording?: unknown
}

/** A project of one test's own, made through the API. */
export class Study {
  private constructor(
    private readonly request: APIRequestContext,
    readonly id: string,
    private readonly strand: string,
  ) {}

  /** Begins a project with the one strand "Interviews" and no codes. */
  static async begin(request: APIRequestContext, name: string): Promise<Study> {
    const { id } = await made(request.post('/api/projects', { data: { name, template: 'blank' } }))
    const strand = { name: 'Interviews', question: 'What do they say?', kind: 'interviews' }
    const { id: interviews } = await made(request.post(`/api/projects/${id}/strands`, { data: strand }))
    return new Study(request, id, interviews)
  }

  /** The sample study that the server began with. */
  static async sample(request: APIRequestContext): Promise<Study> {
    const { items } = await (await request.get('/api/projects')).json()
    const [oldest] = items.toSorted((a: Dated, b: Dated) => a.createdAt.localeCompare(b.createdAt))
    return new Study(request, oldest.id, '')
  }

  /** The address of a page of the project. */
  at(page = ''): string {
    return `/p/${this.id}${page && `/${page}`}`
  }

  /** Makes a survey of the text of a table, and gives its id. */
  async survey(table: string): Promise<string> {
    const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
    return (await made(this.request.post(this.api('surveys'), { multipart: { file } }))).id
  }

  /** The whole project as one file. */
  async archived(): Promise<Buffer> {
    return (await this.request.get(this.api('archive'))).body()
  }

  /** A copy of the project, beside it. */
  async copied(name: string): Promise<Study> {
    const file = { name: 'copy.zip', mimeType: 'application/zip', buffer: await this.archived() }
    const { project } = await made(this.request.post('/api/projects/import', { multipart: { file } }))
    await made(this.request.patch(`/api/projects/${project.id}`, { data: { name } }))
    return new Study(this.request, project.id, this.strand)
  }

  /** The project as a file for other programs. */
  async exchanged(): Promise<Buffer> {
    return (await this.request.get(this.api('export.qdpx'))).body()
  }

  /** Makes a further strand, and gives its id. */
  async addStrand(name: string): Promise<string> {
    return (await made(this.request.post(this.api('strands'), { data: { name, kind: 'survey' } }))).id
  }

  /** Imports a transcript. */
  bring(title: string, text: string): Promise<Source> {
    const file = { name: `${title}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) }
    return made(this.request.post(this.api('sources'), { multipart: { file, title, strand: this.strand } }))
  }

  /** Imports a PDF; the first one on a server takes some seconds more. */
  bringPDF(title: string, buffer: Buffer): Promise<Source> {
    const file = { name: `${title}.pdf`, mimeType: 'application/pdf', buffer }
    return made(
      this.request.post(this.api('sources'), { multipart: { file, title, strand: this.strand }, timeout: 60_000 }),
    )
  }

  /** Where a code stands in a source, in code points. */
  async spans(source: Source, code: string): Promise<{ start: number; end: number }[]> {
    const { items } = await (await this.request.get(`${this.api('sources')}/${source.id}/passages`)).json()
    return items
      .filter(({ codings }: { codings: { code: string }[] }) => codings.some((one) => one.code === code))
      .map(({ start, end }: { start: number; end: number }) => ({ start, end }))
  }

  /** Makes a link that one person can join by. */
  async invite(role: string): Promise<string> {
    return (await made(this.request.post(this.api('invitations'), { data: { role } }))).url
  }

  /** Lets someone else join, in the browser that asks, with a new account. */
  async join(browser: APIRequestContext, name: string, role = 'researcher'): Promise<void> {
    const link = await this.invite(role)
    const account = { name, email: `${name.toLowerCase()}.${this.id}@example.org`, password: 'three or four words do' }
    const token = new URL(link).pathname.split('/').at(-1)
    await made(browser.post(`/api/invitations/${token}`, { data: account }))
  }

  async sources(): Promise<Source[]> {
    return (await (await this.request.get(this.api('sources'))).json()).items
  }

  /** The codebook as the server tells it, in its order, with the counts of each code. */
  async codebook(): Promise<Counted[]> {
    return (await (await this.request.get(this.api('codes'))).json()).items
  }

  /** The id of the case with a name. */
  async caseNamed(name: string): Promise<string | undefined> {
    const { items } = await (await this.request.get(this.api('cases'), { params: { q: name } })).json()
    return items.find((one: { id: string; name: string }) => one.name === name)?.id
  }

  /** Makes a case to which a source belongs. */
  async caseOf(source: Source, name: string): Promise<void> {
    const { id } = await made(this.request.post(this.api('cases'), { data: { name } }))
    const tie = { target: source.id, targetKind: 'source' }
    await made(this.request.post(`${this.api('cases')}/${id}/ties`, { data: tie }))
  }

  /** The id of the survey of a name. */
  async surveyNamed(name: string): Promise<string | undefined> {
    const { items } = await (await this.request.get(this.api('surveys'))).json()
    return items.find((one: { id: string; name: string }) => one.name === name)?.id
  }

  /** What the questions of a survey are called. */
  async questionsOf(survey: string | undefined): Promise<string[]> {
    const { questions } = await (await this.request.get(this.api(`surveys/${survey}`))).json()
    return questions.map(({ name }: { name: string }) => name)
  }

  /** What people called the values of the variables of cases. */
  async options(): Promise<string[]> {
    const { items } = await (await this.request.get(this.api('variables'))).json()
    type Option = { value: string; label?: string }
    return items.flatMap(({ options }: { options: Option[] }) =>
      options.flatMap(({ value, label }) => [value, label ?? '']),
    )
  }

  /** Codes counted by strands. */
  async table(): Promise<{ columns: { id: string; name: string }[] }> {
    return (await this.request.get(this.api('tables'))).json()
  }

  /** The memos of the project. */
  async memos(): Promise<OnWords[]> {
    return (await (await this.request.get(this.api('memos'))).json()).items
  }

  /** Keeps a report of some parts, or a short one, unless there is one of that name already; gives its id. */
  async report(name: string, parts?: object[]): Promise<string> {
    const { items } = await (await this.request.get(this.api('reports'))).json()
    const there = items.find((one: { id: string; name: string }) => one.name === name)
    if (there) return there.id
    const { 'Banks and finance': code } = await this.codes()
    const usual = [
      { kind: 'title', text: 'Written by the team.' },
      { kind: 'contents' },
      { kind: 'text', heading: 'What holds firms back', text: 'Two barriers came up more than *any* other.' },
      { kind: 'excerpts', level: 2, heading: 'Money that arrives late', code: code && [code], withCounts: true },
      { kind: 'table', heading: 'Barriers by strand', rows: code && `codes:${code}`, count: 'cases' },
      { kind: 'picture', picture: 'saturation', heading: 'What each source brought' },
      { kind: 'sources', withCounts: true },
      { kind: 'codebook' },
    ]
    return (await made(this.request.post(this.api('reports'), { data: { name, parts: parts ?? usual } }))).id
  }

  /** The part of a report that has a heading. */
  async partOf(report: string, heading: string): Promise<string | undefined> {
    const { items } = await (await this.request.get(this.api('reports'))).json()
    type Part = { id: string; heading?: string }
    const { parts } = items.find((one: { id: string }) => one.id === report)
    return parts.find((one: Part) => one.heading === heading)?.id
  }

  /** The same project in the hands of whoever is signed in at another browser. */
  as = (request: APIRequestContext): Study => new Study(request, this.id, this.strand)

  /** Makes a code, and gives its id. */
  async code(name: string, parent?: string): Promise<string> {
    return (await made(this.request.post(this.api('codes'), { data: { name, parent } }))).id
  }

  async rename(code: string, name: string): Promise<void> {
    await expect(await this.request.patch(`${this.api('codes')}/${code}`, { data: { name } })).toBeOK()
  }

  /** The ids of the codes, by name. */
  async codes(): Promise<Partial<Record<string, string>>> {
    const { items } = await (await this.request.get(this.api('codes'))).json()
    return Object.fromEntries(items.map(({ id, name }: { id: string; name: string }) => [name, id]))
  }

  async describe(code: string, definition: string): Promise<void> {
    await expect(await this.request.patch(`${this.api('codes')}/${code}`, { data: { definition } })).toBeOK()
  }

  async definition(code: string): Promise<string> {
    const { items } = await (await this.request.get(this.api('codes'))).json()
    return items.find(({ id }: { id: string }) => id === code).definition
  }

  text = async (source: Source): Promise<string> =>
    (await this.request.get(`${this.api('sources')}/${source.id}/text`)).text()

  /** Where the turns of a source stand, in code points. */
  turns = async (source: Source): Promise<{ start: number; end: number }[]> =>
    (await (await this.request.get(`${this.api('sources')}/${source.id}/turns`)).json()).items

  /** Makes a new version of a text, in which other words stand in the place of some that occur once. */
  async correct(source: Source, revision: number, words: Record<string, string>, why: string): Promise<void> {
    const text = await this.text(source)
    const edits = Object.entries(words).map(([old, now]) => {
      const start = [...text.slice(0, text.indexOf(old))].length
      return { start, end: start + [...old].length, text: now }
    })
    await made(this.request.post(`${this.api('sources')}/${source.id}/revisions`, { data: { revision, edits, why } }))
  }

  /** Makes a new version of a text, in which a turn reads otherwise, or is someone else’s. */
  async say(source: Source, revision: number, turn: number, words: string, speaker?: string): Promise<void> {
    const turns = [{ turn, parts: [{ text: words, speaker }] }]
    await made(this.request.post(`${this.api('sources')}/${source.id}/revisions`, { data: { revision, turns } }))
  }

  /** Puts a code on the first place where the source has these words, and gives the coding's id. */
  async put(source: Source, words: string, code: string): Promise<string> {
    const [before, found] = (await this.text(source)).split(words, 2)
    if (before === undefined || found === undefined) throw new Error(`${source.title} has no “${words}”`)
    const start = [...before].length
    return (await this.putAt(source, start, start + [...words].length, code)).id
  }

  putAt(source: Source, start: number, end: number, code: string): Promise<{ id: string }> {
    return made(this.request.post(this.api('codings'), { data: { source: source.id, start, end, code } }))
  }

  /** Puts a code on many ranges at once. */
  async putAll(source: Source, ranges: { start: number; end: number }[], code: string): Promise<void> {
    const add = ranges.map((range) => ({ source: source.id, code, ...range }))
    await made(this.request.post(this.api('codings/batch'), { data: { add } }))
  }

  /** Deletes a thing of a list, as in `codes`. */
  async drop(list: string, id: string): Promise<void> {
    await expect(await this.request.delete(`${this.api(list)}/${id}`)).toBeOK()
  }

  /** Writes a memo on the whole project or on a passage of it, and gives its id. */
  async note(body: string, passage?: string): Promise<string> {
    const data = { body, kind: 'analytic', targetKind: passage ? 'passage' : 'project', target: passage ?? this.id }
    return (await made(this.request.post(this.api('memos'), { data }))).id
  }

  /** Changes what a memo says. */
  async rewrite(body: string, to: string): Promise<void> {
    const memo = (await this.memos()).find((one) => one.body === body)
    await expect(await this.request.patch(`${this.api('memos')}/${memo?.id}`, { data: { body: to } })).toBeOK()
  }

  async remove(coding: string): Promise<void> {
    await expect(await this.request.delete(`${this.api('codings')}/${coding}`)).toBeOK()
  }

  /** How many codings of a source the server has. */
  async codings(source: Source): Promise<number> {
    const { items } = await (await this.request.get(`${this.api('sources')}/${source.id}/passages`)).json()
    return items.reduce((sum: number, passage: { codings: unknown[] }) => sum + passage.codings.length, 0)
  }

  /** What is coded in a source, as "code: words", sorted. */
  async coded(source: Source): Promise<string[]> {
    const { items: codes } = await (await this.request.get(this.api('codes'))).json()
    const name = new Map(codes.map((code: { id: string; name: string }) => [code.id, code.name]))
    const passages = await this.passages(source)
    return passages.flatMap(({ text, codings }) => codings.map(({ code }) => `${name.get(code)}: ${text}`)).sort()
  }

  /** The passages of a source with their codings, exactly as they are kept. */
  async passages(source: Source): Promise<Passage[]> {
    const { items } = await (await this.request.get(`${this.api('sources')}/${source.id}/passages`)).json()
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
    return items.map((one: Passage) => ({ ...one, codings: one.codings.toSorted(byId) })).sort(byId)
  }

  private api(list: string): string {
    return `/api/projects/${this.id}/${list}`
  }
}

/** Words of a source, and the codings on them. */
export interface Passage {
  id: string
  start: number
  end: number
  text: string
  codings: { id: string; code: string; coder: string; at: string }[]
}

/** A code with its codings counted: its own, and with those of the codes under it. */
export interface Counted {
  id: string
  parent?: string
  name: string
  own: number
  all: number
  position: number
}

/** A memo, and the words it is on if it is on words. */
export interface OnWords {
  id: string
  target: string
  title: string
  body: string
  on?: { source: string; start: number; end: number }
}

interface Dated {
  createdAt: string
}

async function made(answer: Promise<APIResponse>) {
  const response = await answer
  await expect(response, await response.text()).toBeOK()
  return response.json()
}
