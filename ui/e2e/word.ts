import { unzip, zip } from './zip'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const parts = 'http://schemas.openxmlformats.org/package/2006'
const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const isDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

/** A Word file with these paragraphs. */
export const wordFile = (...paragraphs: string[]): Buffer =>
  zip({
    '[Content_Types].xml': `<Types xmlns="${parts}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${document}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${parts}/relationships"><Relationship Id="main" Type="${isDocument}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`,
  })

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** What stands in each paragraph of a Word file. */
export function paragraphsOf(file: Buffer): string[] {
  const [, ...rest] = unzip(file, 'word/document.xml').split(/<w:p[ >]/)
  return rest.map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join(''))
}
