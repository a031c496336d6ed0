/**
 * Rows and cells of what a spreadsheet puts on the clipboard: cells between tabs, rows between line ends, and cells
 * that hold either between quotes. A line end at the end is no row.
 */
export function cellsIn(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/y
  const whole = text.replace(/\r?\n$/, '')
  let at = 0
  for (;;) {
    cell.lastIndex = at
    const [all = '', quoted, plain = ''] = cell.exec(whole) ?? []
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    at += all.length
    if (at >= whole.length) return rows
    const end = /^\r?\n|^\r/.exec(whole.slice(at, at + 2))
    if (end) rows.push([])
    at += end?.[0].length ?? 1
  }
}

/** A cell as a spreadsheet takes it from the clipboard. */
export const asCell = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
