import { type Printed, pdfFile } from './pdf'
import { wordFile } from './word'
import { zip } from './zip'

/** What is said in a file that is told apart by a number. */
export interface Said {
  who: string
  words: string
}

export const said = (n: number): Said[] => [
  { who: 'AO', words: `What came first in year ${n}?` },
  { who: 'Ruth', words: `The kiln numbered ${n}, and nerve.` },
  { who: 'AO', words: 'And then?' },
  { who: 'Ruth', words: 'Then we opened, and nobody came.' },
]

const lines = (n: number) => said(n).map(({ who, words }) => `${who}: ${words}`)
const html = (n: number) => lines(n).map((line) => `<p>${line}</p>`)

/** A file of each format, in which the same is said. */
export const formats: Record<string, (n: number) => string | Buffer> = {
  txt: (n) => lines(n).join('\n\n'),
  md: (n) => lines(n).join('\n\n'),
  docx: (n) => wordFile(...lines(n)),
  html: (n) => `<!doctype html><title>Talk ${n}</title><body>${html(n).join('\n')}</body>`,
  rtf: (n) => `{\\rtf1\\ansi ${lines(n).join('\\par ')}\\par}`,
  odt,
  vtt: (n) =>
    `WEBVTT\n\n${said(n)
      .map(({ who, words }, at) => `${cue(at, '.')}\n<v ${who}>${words}`)
      .join('\n\n')}\n`,
  srt: (n) =>
    said(n)
      .map(({ who, words }, at) => `${at + 1}\n${cue(at, ',')}\n${who}: ${words}\n`)
      .join('\n'),
  json: (n) =>
    JSON.stringify({ segments: lines(n).map((text, at) => ({ id: at, start: 4 * at, end: 4 * at + 3, text })) }),
  pdf: (n) => pdfFile(lines(n).map((words, at): Printed => ({ x: 72, y: 760 - 28 * at, words }))),
  csv: (n) =>
    `Speaker,Text\n${said(n)
      .map(({ who, words }) => `${who},"${words}"`)
      .join('\n')}\n`,
  xlsx: (n) => workbook([['Speaker', 'Text'], ...said(n).map(({ who, words }) => [who, words])]),
}

/** The times of a cue of three seconds. */
const cue = (at: number, point: string) => {
  const time = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')}${point}000`
  return `${time(4 * at)} --> ${time(4 * at + 3)}`
}

function odt(n: number): Buffer {
  const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
  const type = 'application/vnd.oasis.opendocument.text'
  const paragraphs = lines(n).map((line) => `<text:p>${line}</text:p>`)
  return zip({
    mimetype: type,
    'content.xml': `<office:document-content xmlns:office="${oasis}:office:1.0" xmlns:text="${oasis}:text:1.0"><office:body><office:text>${paragraphs.join('')}</office:text></office:body></office:document-content>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/></manifest:manifest>`,
  })
}

function workbook(rows: string[][]): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`
  const cells = (row: string[]) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Answers" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join('')}</sheetData></worksheet>`,
  })
}
