/** A line on a page: where it begins, in points from the left bottom corner, and its words. */
export interface Printed {
  x: number
  y: number
  words: string
}

/** A PDF of A4 pages in Helvetica, as short as programs read it. */
export function pdfFile(...pages: Printed[][]): Buffer {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((lines, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + 2 * i} 0 R>>`,
      stream(lines.map(({ x, y, words }) => `BT /F1 12 Tf ${x} ${y} Td (${words}) Tj ET`).join('\n')),
    ]),
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF\n`)
}

const stream = (content: string) => `<</Length ${content.length}>>\nstream\n${content}\nendstream`
